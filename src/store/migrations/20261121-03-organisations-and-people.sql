-- Who works here and where: organisations as one tree, people with roles at organisations, their sessions and tokens.

create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('region', 'finance', 'department', 'unit', 'office')),
  -- GB/T 2260 of a region, the budget code of the others (355, 355101)
  code text not null,
  name text not null,
  parent_id uuid references organisation (id),
  -- /id of the topmost/…/own id/: the scope of a role is everything whose path begins alike
  path text not null unique,
  -- name of the region it belongs to, as forms print it
  region text not null,
  valid_from date not null,
  -- the first day it no longer exists; null = in force
  valid_to date check (valid_to > valid_from),
  search text not null,
  revision integer not null default 1
);

create unique index organisation_code on organisation (parent_id, code) where valid_to is null;
create index organisation_path on organisation (path text_pattern_ops);
create index organisation_name on organisation (name);

-- What happened to an organisation and when it took effect; before and after as they were.
create table organisation_change (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  verb text not null check (verb in ('create', 'rename', 'move', 'merge', 'split', 'close', 'correct')),
  effective_on date not null,
  before jsonb,
  after jsonb,
  -- the other side of a merge or split
  other_id uuid references organisation (id),
  reason text not null,
  at timestamptz not null,
  by text not null
);

create index organisation_change_of on organisation_change (organisation_id, effective_on);

create table person (
  id uuid primary key,
  login text not null unique check (login = lower(login)),
  name text not null,
  -- argon2id in PHC form; null = signs in elsewhere only
  password text,
  password_changed_at timestamptz,
  must_change_password boolean not null default false,
  -- base32; null = no second factor
  totp_secret text,
  totp_last_step integer,
  -- subject at the external identity provider
  oidc_subject text unique,
  failures integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  revision integer not null default 1
);

create table role_grant (
  id uuid primary key,
  person_id uuid not null references person (id),
  role text not null,
  organisation_id uuid not null references organisation (id),
  granted_at timestamptz not null,
  granted_by text not null,
  revoked_at timestamptz,
  revoked_by text
);

create unique index role_grant_once on role_grant (person_id, role, organisation_id) where revoked_at is null;
create index role_grant_organisation on role_grant (organisation_id) where revoked_at is null;

create table session (
  -- SHA-256 of the cookie's secret
  id text primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- the second factor is still owed
  pending_factor boolean not null default false,
  agent text not null
);

create index session_person on session (person_id) where revoked_at is null;

-- 访问令牌 for programs: limited to named permissions.
create table token (
  id uuid primary key,
  -- SHA-256 of the secret
  secret_sha256 text not null unique,
  person_id uuid not null references person (id),
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz
);

-- One row a setting of this installation: name of the place, its profile, that the first set-up is done.
create table setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);
