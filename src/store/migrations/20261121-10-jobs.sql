-- Long work: what was asked for, how far it is, how it ended, item by item. pg-boss delivers; these tables are the truth.

create table job (
  id uuid primary key,
  kind text not null,
  -- for people: 批量提交（120件）
  title text not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  input jsonb not null,
  done integer not null default 0,
  total integer,
  attempts integer not null default 0,
  cancel_asked boolean not null default false,
  -- one Chinese sentence where it failed
  error text,
  outcome jsonb,
  -- what it made: a file in the store of files
  file_name text,
  file_sha256 text,
  -- who it works for, with the grants of the moment it works; null = the command line of this machine
  person_id uuid references person (id),
  by text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  changed_at timestamptz not null
);

create index job_person on job (person_id, created_at);
create index job_open on job (state) where state in ('queued', 'running');

create table job_item (
  job_id uuid not null references job (id),
  number integer not null,
  -- id of what it was about, or the name of a file
  subject text not null,
  title text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  message text,
  primary key (job_id, number)
);

-- Every process of the program hears of it when it is committed.
create or replace function tell_of_job() returns trigger language plpgsql as $$
begin
  perform pg_notify('hengji', json_build_object('job', new.id, 'person', new.person_id)::text);
  return null;
end
$$;
create trigger job_told after insert or update on job for each row execute function tell_of_job();

create or replace function tell_of_filing() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state or new.delegate_id is distinct from old.delegate_id then
    perform pg_notify('hengji', json_build_object('filing', new.id, 'from', old.state, 'to', new.state, 'delegate', new.delegate_id,
      'path', (select path from organisation where id = new.organisation_id))::text);
  end if;
  return null;
end
$$;
create trigger filing_told after update of state, delegate_id on filing for each row execute function tell_of_filing();

create or replace function tell_of_assignment() returns trigger language plpgsql as $$
begin
  perform pg_notify('hengji', json_build_object('person', new.person_id)::text);
  return null;
end
$$;
create trigger assignment_told after insert on filing_assignment for each row execute function tell_of_assignment();
