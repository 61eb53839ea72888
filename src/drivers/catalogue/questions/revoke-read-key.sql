-- $1 id, $2 project, $3 now (ms). A key that is revoked already keeps its instant.
update read_keys set revoked_at = coalesce(revoked_at, to_timestamp($3::float8 / 1000))
where id = $1 and project_id = $2
