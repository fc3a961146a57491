-- 佐证材料: files bound to a filing, and within it to a row. The bytes are kept beside the database, by their SHA-256.

create table evidence (
  id uuid primary key,
  filing_id uuid not null references filing (id),
  -- the row it proves, which it follows from version to version; null = the form as a whole
  row_key text,
  -- an item of the checklist, kernel/evidence
  kind text not null,
  -- 取值方式: how it proves the value
  method text,
  name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size integer not null check (size > 0),
  note text,
  added_at timestamptz not null,
  added_by text not null,
  person_id uuid references person (id),
  -- taken out of the filing; the file stays, because the audit names it
  removed_at timestamptz,
  removed_by text
);

create index evidence_filing on evidence (filing_id, added_at);
create index evidence_content on evidence (sha256);
