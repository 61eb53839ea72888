-- What people confirm moves of regions with. No signature counter: only the active region could keep one, and what is
-- confirmed in a passive region would not be seen by it. A public key is no secret.
create table passkeys (
  id text primary key,
  user_id text not null references users on delete cascade,
  host text not null,
  name text not null,
  public_key bytea not null,
  transports jsonb not null,
  created_at timestamptz not null
);
create index passkeys_user on passkeys (user_id);
