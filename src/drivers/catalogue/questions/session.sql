-- $1 digest (hex), $2 now (ms): the session that hasn't ended, with its user.
select s.csrf, s.by_link as "byLink",
       (extract(epoch from s.created_at) * 1000)::float8 as "createdAt",
       (extract(epoch from s.expires_at) * 1000)::float8 as "expiresAt",
       json_build_object('id', u.id, 'name', u.name, 'role', u.role, 'passwordHash', u.password_hash,
                         'createdAt', (extract(epoch from u.created_at) * 1000)::float8) as "user"
from sessions s join users u on u.id = s.user_id
where s.digest = decode($1, 'hex') and s.expires_at > to_timestamp($2::float8 / 1000)
