-- $1 digest (hex), $2 now (ms): marks the link used, once; its user.
update sign_in_links l set used_at = to_timestamp($2::float8 / 1000)
from users u
where l.digest = decode($1, 'hex') and l.used_at is null and l.expires_at > to_timestamp($2::float8 / 1000)
  and u.id = l.user_id
returning u.id, u.name, u.role, u.password_hash as "passwordHash",
          (extract(epoch from u.created_at) * 1000)::float8 as "createdAt"
