-- Searches of filings a person keeps under a name: lists and bulk work are asked for by it.
create table saved_search (
  id uuid primary key,
  person_id uuid not null references person (id),
  name text not null,
  -- the contract's search of filings
  filter jsonb not null,
  saved_at timestamptz not null,
  unique (person_id, name)
);
