-- $1 id, $2 name, $3 role, $4 now (ms): a user without a password, unless the name is taken.
insert into users (id, name, role, password_hash, created_at)
values ($1, $2, $3, null, to_timestamp($4::float8 / 1000))
on conflict (lower(name)) do nothing
