-- A draft opened by mistake is discarded, not deleted; the task is free again for its project.

drop index filing_once;
create unique index filing_once on filing (task_id, organisation_id, project_id) nulls not distinct
  where state <> 'discarded';
create index filing_discarded on filing (id) where state = 'discarded';

-- Tasks of adjustment under which it was adjusted and approved anew.
alter table filing add column adjusted_under uuid[] not null default '{}';
create index filing_adjusting on filing (adjustment_task_id) where adjustment_task_id is not null;
create index filing_adjusted on filing using gin (adjusted_under) where adjusted_under <> '{}';
