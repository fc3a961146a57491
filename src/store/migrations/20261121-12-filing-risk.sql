-- What a filing's place in the review queue is reckoned from, as it was handed in; null = not handed in since this was kept.

alter table filing add column risk_facts jsonb;
alter table filing add column risk numeric;
