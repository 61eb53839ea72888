-- $1 id, $2 user: nothing where the user has no such passkey.
delete from passkeys where id = $1 and user_id = $2
returning id, host, name, (extract(epoch from created_at) * 1000)::float8 as "createdAt"
