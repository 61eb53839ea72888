-- $1 digest (hex), $2 user, $3 csrf, $4 by a link, $5 created (ms), $6 expires (ms). Ended sessions go on the way.
with gone as (delete from sessions where expires_at < to_timestamp($5::float8 / 1000))
insert into sessions (digest, user_id, csrf, by_link, created_at, expires_at)
values (decode($1, 'hex'), $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($6::float8 / 1000))
