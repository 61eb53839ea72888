-- Where each epoch began in the log: what an older epoch wrote beyond that point was lost when the role moved on. A token
-- (epoch, position) that a client got with its change is judged by these rows, wherever they have been replicated to.
create table epochs (
  epoch bigint primary key,
  region text not null,
  began_lsn pg_lsn not null,
  at timestamptz not null,
  -- When a real write under this epoch was made and read back, before anybody was led here.
  verified_at timestamptz
);
