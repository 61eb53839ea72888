-- $1 scope, $2 key (hex).
select encode(request, 'hex') as request, answer from idempotency_keys where scope = $1 and key = decode($2, 'hex')
