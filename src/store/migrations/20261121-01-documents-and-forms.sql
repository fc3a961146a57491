-- Documents, forms with their immutable versions, the facts derived from them, the audit.
-- Ids (UUIDv7) and times come from the program. Region and year lead every large key, so the tables can be
-- partitioned by year and distributed by region: '' and 0 stand there for "the form does not say".

create table document (
  id uuid primary key,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size integer not null check (size >= 0),
  bytes bytea not null,
  imported_at timestamptz not null,
  imported_by text not null
);

create table form (
  region text not null,
  year integer not null check (year = 0 or year between 1990 and 2100),
  id uuid not null,
  kind text not null,
  department text not null,
  unit text not null,
  project text not null,
  -- the how-manieth form of this identity in one document
  occurrence integer not null check (occurrence >= 1),
  -- of the current version, for lists
  version integer not null check (version >= 1),
  content_sha256 text not null,
  hash text not null,
  title text,
  amount_unit text,
  budget text,
  score text,
  grade text,
  indicators integer not null,
  search text not null,
  updated_at timestamptz not null,
  primary key (region, year, id),
  unique (region, year, kind, department, unit, project, occurrence)
);

create index form_id on form (id);
create index form_updated on form (updated_at, id);

create table form_version (
  region text not null,
  year integer not null,
  form_id uuid not null,
  number integer not null check (number >= 1),
  form jsonb not null,
  content_sha256 text not null,
  previous_hash text,
  hash text not null,
  saved_at timestamptz not null,
  saved_by text not null,
  reason text not null,
  document_id uuid references document (id),
  -- the how-manieth form of its document, from 1
  position integer,
  primary key (region, year, form_id, number),
  foreign key (region, year, form_id) references form (region, year, id),
  check ((document_id is null) = (position is null))
);

create index form_version_form on form_version (form_id, number);

-- Which forms a document holds, also those it brought nothing new for.
create table document_form (
  document_id uuid not null references document (id),
  position integer not null check (position >= 1),
  form_id uuid not null,
  number integer not null,
  primary key (document_id, position)
);

create index document_form_form on document_form (form_id, document_id);

create table indicator_fact (
  region text not null,
  year integer not null,
  form_id uuid not null,
  position integer not null,
  kind text not null,
  dimension text,
  aspect text,
  name text,
  target_kind text not null,
  comparator text,
  target_value numeric,
  target_unit text,
  actual_value numeric,
  actual_unit text,
  tier text,
  weight numeric,
  score numeric,
  primary key (region, year, form_id, position),
  foreign key (region, year, form_id) references form (region, year, id)
);

-- Amounts in 元; null where the form does not print its unit.
create table fund_fact (
  region text not null,
  year integer not null,
  form_id uuid not null,
  position integer not null,
  kind text not null,
  label text not null,
  scope text not null,
  level integer not null,
  initial_budget numeric,
  annual_budget numeric,
  executed numeric,
  rate numeric,
  weight numeric,
  score numeric,
  primary key (region, year, form_id, position),
  foreign key (region, year, form_id) references form (region, year, id)
);

-- One chain a region; the head row is the lock that keeps the numbers without gap.
create table event_head (
  region text primary key,
  number integer not null,
  hash text
);

create table event (
  region text not null,
  number integer not null check (number >= 1),
  id uuid not null,
  at timestamptz not null,
  actor text not null,
  name text not null,
  subject text not null,
  details jsonb not null,
  previous_hash text,
  hash text not null,
  primary key (region, number)
);

create index event_subject on event (subject, at);

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger event_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();
create trigger form_version_append_only before update or delete or truncate on form_version
  for each statement execute function refuse_change();
create trigger document_append_only before update or delete or truncate on document
  for each statement execute function refuse_change();
