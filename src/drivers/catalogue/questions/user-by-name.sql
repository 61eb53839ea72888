-- $1 name, in any case of letters.
select id, name, role, password_hash as "passwordHash", (extract(epoch from created_at) * 1000)::float8 as "createdAt"
from users where lower(name) = lower($1)
