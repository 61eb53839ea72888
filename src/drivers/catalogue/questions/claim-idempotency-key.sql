-- $1 scope, $2 key (hex), $3 request (hex), $4 now (ms). Waits for a request with the same key that is under way.
insert into idempotency_keys (scope, key, request, at)
values ($1, decode($2, 'hex'), decode($3, 'hex'), to_timestamp($4::float8 / 1000))
on conflict do nothing returning scope
