-- Writes sent with an Idempotency-Key: the same key again is answered as the first time and does nothing.

create table idempotent_request (
  -- of whoever sent it: the keys of others are nobody's business
  actor text not null,
  key text not null,
  -- SHA-256 of method, address and body
  fingerprint text not null,
  at timestamptz not null,
  -- null while it runs; it stays null where the program died meanwhile
  status integer,
  answer text,
  primary key (actor, key)
);

create index idempotent_request_at on idempotent_request (at);
