-- $1 scope, $2 key (hex), $3 answer.
update idempotency_keys set answer = $3::jsonb where scope = $1 and key = decode($2, 'hex')
