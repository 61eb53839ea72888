-- $1 user, $2 digest (hex) of the session that stays; it isn't one of a link any more.
with ended as (delete from sessions where user_id = $1 and digest <> decode($2, 'hex'))
update sessions set by_link = false where digest = decode($2, 'hex')
