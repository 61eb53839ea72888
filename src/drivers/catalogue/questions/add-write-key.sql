-- $1 key, $2 project, $3 name, $4 now (ms).
insert into write_keys (key, project_id, name, created_at)
values ($1, $2, $3, to_timestamp($4::float8 / 1000))
