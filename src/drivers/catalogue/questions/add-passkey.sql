-- $1 id, $2 user, $3 host, $4 name, $5 public key (hex), $6 transports (JSON), $7 now (ms); nothing where the id is known.
insert into passkeys (id, user_id, host, name, public_key, transports, created_at)
values ($1, $2, $3, $4, decode($5, 'hex'), $6::jsonb, to_timestamp($7::float8 / 1000))
on conflict (id) do nothing returning id
