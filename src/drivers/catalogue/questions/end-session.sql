-- $1 digest (hex).
delete from sessions where digest = decode($1, 'hex') returning user_id as "user"
