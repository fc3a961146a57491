-- The year's work: cycles open tasks for organisations; a filing is one form on its way through them.

create table project (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  -- 21 characters: region 6, year 2, category 1, serial 12; '' = not given yet
  code text not null default '',
  name text not null,
  nature text,
  category text,
  starts_on date,
  ends_on date,
  search text not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  revision integer not null default 1
);

create unique index project_code on project (code) where code <> '';
create index project_organisation on project (organisation_id, id);

-- Money of a project by year and source, in 元.
create table project_fund (
  project_id uuid not null references project (id),
  year integer not null,
  source text not null,
  amount numeric not null check (amount >= 0),
  primary key (project_id, year, source)
);

create table cycle (
  id uuid primary key,
  -- the finance bureau or department that runs it
  organisation_id uuid not null references organisation (id),
  fiscal_year integer not null check (fiscal_year between 1990 and 2100),
  name text not null,
  profile text not null,
  closed_at timestamptz,
  created_at timestamptz not null,
  revision integer not null default 1,
  unique (organisation_id, fiscal_year, name)
);

create table task (
  id uuid primary key,
  cycle_id uuid not null references cycle (id),
  kind text not null check (kind in ('declaration', 'adjustment', 'monitoring', 'self-evaluation')),
  title text not null,
  -- the official form to be filled
  form_kind text not null,
  layout text not null,
  opens_on date not null,
  due_on date not null check (due_on >= opens_on),
  -- after this day nothing is accepted; null = late ones are accepted and marked
  closes_on date check (closes_on >= due_on),
  closed_at timestamptz,
  created_at timestamptz not null,
  revision integer not null default 1
);

create index task_cycle on task (cycle_id);

-- For whom a task is open: organisations with, where granted, their own later deadline.
create table task_organisation (
  task_id uuid not null references task (id),
  organisation_id uuid not null references organisation (id),
  extended_to date,
  extended_by text,
  primary key (task_id, organisation_id)
);

create index task_organisation_of on task_organisation (organisation_id);

create table filing (
  id uuid primary key,
  task_id uuid not null references task (id),
  organisation_id uuid not null references organisation (id),
  -- null for the department's own form
  project_id uuid references project (id),
  form_id uuid not null unique,
  -- a state of kernel/lifecycle
  state text not null,
  -- grows with every change of the filing; what a save was based on
  revision integer not null default 1,
  -- the form version that was approved last; null = none yet
  approved_version integer,
  approved_sha256 text,
  -- the approved target a self-evaluation or an adjustment starts from, and its version
  basis_id uuid references filing (id),
  basis_version integer,
  -- accepted by this reviewer: nobody else changes it while it is read
  accepted_by uuid references person (id),
  accepted_at timestamptz,
  -- delegated to this person
  delegate_id uuid references person (id),
  -- whose turn it is since
  since timestamptz not null,
  created_by uuid references person (id),
  created_at timestamptz not null,
  submitted_at timestamptz,
  published_at timestamptz
);

create unique index filing_once on filing (task_id, organisation_id, project_id) nulls not distinct;
create index filing_waiting on filing (organisation_id, state);
create index filing_task on filing (task_id, state);
create index filing_project on filing (project_id);

-- Whoever may see a filing without standing above it: outside evaluators, those asked to countersign.
create table filing_assignment (
  filing_id uuid not null references filing (id),
  person_id uuid not null references person (id),
  purpose text not null check (purpose in ('evaluate', 'countersign', 'delegate')),
  assigned_at timestamptz not null,
  assigned_by text not null,
  done_at timestamptz,
  opinion text,
  primary key (filing_id, person_id, purpose)
);

create index filing_assignment_person on filing_assignment (person_id);

-- Every verb that moved a filing, in order; append-only like the audit.
create table filing_step (
  filing_id uuid not null references filing (id),
  number integer not null,
  verb text not null,
  from_state text not null,
  to_state text not null,
  form_version integer not null,
  at timestamptz not null,
  by text not null,
  person_id uuid references person (id),
  reason text,
  -- the failing cells of a return: form paths
  paths text[] not null default '{}',
  primary key (filing_id, number)
);

create trigger filing_step_append_only before update or delete or truncate on filing_step
  for each statement execute function refuse_change();

-- Comments bound to a cell; carried from version to version by the row's identity, resolved or not.
create table comment (
  id uuid primary key,
  filing_id uuid not null references filing (id),
  form_version integer not null,
  -- form path at that version; null = the form as a whole
  path text,
  -- printed text of the cell when it was written
  quote text,
  text text not null,
  answer_to uuid references comment (id),
  at timestamptz not null,
  by text not null,
  person_id uuid references person (id),
  resolved_at timestamptz,
  resolved_by text
);

create index comment_filing on comment (filing_id, at);

-- A form of the record belongs to an organisation; null = imported from elsewhere and not assigned.
alter table form add column organisation_id uuid references organisation (id);
alter table form add column project_id uuid references project (id);
-- Published forms are read by everybody.
alter table form add column published_at timestamptz;
create index form_organisation on form (organisation_id, year);
create index form_project on form (project_id, year);
