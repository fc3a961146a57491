-- Which items of the evidence checklist a task insists on: without them nothing is handed in.
alter table task add column evidence text[] not null default '{}';
