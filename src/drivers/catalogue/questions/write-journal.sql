-- $1 epoch, $2 who, $3 what, $4 before, $5 after, $6 now (ms), $7 idempotency key (digest) or null.
insert into journal (epoch, who, what, before, after, at, idempotency_key)
values ($1, $2, $3, $4::jsonb, $5::jsonb, to_timestamp($6::float8 / 1000), $7)
