-- $1 id, $2 name, $3 time zone, $4 acknowledgement, $5 pair policy, $6 demo, $7 now (ms); nothing where the id is taken.
insert into projects (id, name, time_zone, acknowledgement, pair_policy, demo, created_at)
values ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))
on conflict (id) do nothing returning id
