-- $1 digest (hex), $2 user, $3 expires (ms), $4 now (ms). Links that have expired go on the way.
with gone as (delete from sign_in_links where expires_at < to_timestamp($4::float8 / 1000))
insert into sign_in_links (digest, user_id, expires_at) values (decode($1, 'hex'), $2, to_timestamp($3::float8 / 1000))
