-- $1 id, $2 digest (hex), $3 project, $4 name, $5 ending, $6 now (ms); nothing where the secret was given before.
insert into read_keys (id, digest, project_id, name, ending, created_at)
values ($1, decode($2, 'hex'), $3, $4, $5, to_timestamp($6::float8 / 1000))
on conflict (digest) do nothing returning id
