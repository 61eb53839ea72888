-- $1 key, $2 project, $3 now (ms). A key that is revoked already keeps its instant.
update write_keys set revoked_at = coalesce(revoked_at, to_timestamp($3::float8 / 1000))
where key = $1 and project_id = $2
