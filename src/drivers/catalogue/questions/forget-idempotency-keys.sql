-- $1 before this instant (ms).
delete from idempotency_keys where at < to_timestamp($1::float8 / 1000)
