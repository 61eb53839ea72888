-- Users, sessions, projects, keys, the journal of changes and the records that make repeats harmless.
create table users (
  id text primary key,
  name text not null,
  role text not null check (role in ('owner', 'analyst')),
  password_hash text,
  created_at timestamptz not null
);
-- Names are found in any case of letters, so they differ by more than that.
create unique index users_name on users (lower(name));

-- Tokens are kept as SHA-256 only: who reads this table can't sign in with it.
create table sign_in_links (
  digest bytea primary key,
  user_id text not null references users on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table sessions (
  digest bytea primary key,
  user_id text not null references users on delete cascade,
  csrf text not null,
  by_link boolean not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_user on sessions (user_id);

create table projects (
  id text primary key,
  name text not null,
  time_zone text not null,
  acknowledgement text not null check (acknowledgement in ('region', 'pair')),
  pair_policy text not null check (pair_policy in ('degrade', 'refuse')),
  demo boolean not null,
  created_at timestamptz not null
);

-- Write keys lie open in web pages, so they are kept as they are; a revoked one stays, so that it is never given again.
create table write_keys (
  key text primary key,
  project_id text not null references projects on delete cascade,
  name text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index write_keys_project on write_keys (project_id);

create table read_keys (
  id text primary key,
  digest bytea not null unique,
  project_id text not null references projects on delete cascade,
  name text not null,
  ending text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index read_keys_project on read_keys (project_id);

create table journal (
  id bigint generated always as identity primary key,
  epoch bigint not null,
  who text not null,
  what text not null,
  before jsonb,
  after jsonb,
  at timestamptz not null,
  idempotency_key text
);

create table idempotency_keys (
  scope text not null,
  key bytea not null,
  request bytea not null,
  answer jsonb,
  at timestamptz not null,
  primary key (scope, key)
);
create index idempotency_keys_at on idempotency_keys (at);

-- One row, touched every second by the active region's guardian: a reader of a replica sees how old its copy is.
create table heartbeat (
  id int primary key default 1 check (id = 1),
  at timestamptz
);
insert into heartbeat (id, at) values (1, null);
