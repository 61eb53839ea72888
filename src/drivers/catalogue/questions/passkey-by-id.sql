-- $1 id: the passkey, whosever it is, with its user.
select json_build_object('id', p.id, 'host', p.host, 'name', p.name, 'publicKey', encode(p.public_key, 'hex'),
                         'transports', p.transports,
                         'createdAt', (extract(epoch from p.created_at) * 1000)::float8) as passkey,
       json_build_object('id', u.id, 'name', u.name, 'role', u.role, 'passwordHash', u.password_hash,
                         'createdAt', (extract(epoch from u.created_at) * 1000)::float8) as "user"
from passkeys p join users u on u.id = p.user_id
where p.id = $1
