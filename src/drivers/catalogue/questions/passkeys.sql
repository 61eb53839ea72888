-- $1 user: their passkeys, oldest first.
select id, host, name, encode(public_key, 'hex') as "publicKey", transports,
       (extract(epoch from created_at) * 1000)::float8 as "createdAt"
from passkeys where user_id = $1 order by created_at, id
