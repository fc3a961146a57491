-- What signing in needs beside the person: home organisation, failures by login, old passwords, recovery codes.

-- where the account is looked after; null = by nobody but the command line
alter table person add column organisation_id uuid references organisation (id);
create index person_organisation on person (organisation_id);
-- base32; enrolled once a code of it was shown
alter table person add column totp_pending text;
-- failures are counted by login, so that a login nobody has is locked like any other
alter table person drop column failures, drop column locked_until;

alter table session add column address text not null default '';

create table sign_in_failure (
  -- SHA-256 of the login as typed: now and then somebody types the password there
  login_sha256 text primary key,
  failures integer not null,
  locked_until timestamptz,
  at timestamptz not null
);

create table password_history (
  person_id uuid not null references person (id),
  replaced_at timestamptz not null,
  password text not null,
  primary key (person_id, replaced_at)
);

create table recovery_code (
  person_id uuid not null references person (id),
  sha256 text not null,
  used_at timestamptz,
  primary key (person_id, sha256)
);
