-- A form filled in here is one with its filing: it goes by its own id, and no imported document becomes a version of it.

alter table form add column filing_id uuid unique;
-- The version facts and summaries are taken from, while a newer one is being drafted; null = none approved yet, or
-- (imported forms) always the current one.
alter table form add column in_force integer;
-- What the public sees; null = the current version of an imported form.
alter table form add column published_version integer;
-- Taken back after publication: it stays visible as withdrawn.
alter table form add column retracted_at timestamptz;

do $$
declare
  found name;
begin
  select conname into strict found from pg_constraint where conrelid = 'form'::regclass and contype = 'u'
    and cardinality(conkey) = 7;
  execute format('alter table form drop constraint %I', found);
end
$$;
create unique index form_of_documents on form (region, year, kind, department, unit, project, occurrence)
  where filing_id is null;

-- Persons who wrote any version of it.
alter table filing add column preparers uuid[] not null default '{}';
-- The settled state it was opened again from; null = never approved, or settled now.
alter table filing add column standing text;
-- The task of adjustment it was opened again under.
alter table filing add column adjustment_task_id uuid references task (id);

create index filing_turn on filing (state, since, id);
create index filing_since on filing (since, id);
create index filing_created_by on filing (created_by, created_at);
create index filing_delegate on filing (delegate_id) where delegate_id is not null;
create index filing_step_person on filing_step (person_id, filing_id);

-- The row a comment belongs to, so that it follows the row from version to version.
alter table comment add column row_key text;

-- 四性审核表: one a version, step and reviewer. Points are exact texts.
create table filing_review (
  filing_id uuid not null references filing (id),
  form_version integer not null,
  step text not null,
  by text not null,
  person_id uuid references person (id),
  at timestamptz not null,
  -- item → points, grade, opinion
  marks jsonb not null,
  points text,
  grade text,
  opinion text,
  primary key (filing_id, form_version, step, by)
);
