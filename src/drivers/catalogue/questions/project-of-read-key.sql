-- $1 digest (hex) of a read key that isn't revoked.
select project_id as project from read_keys where digest = decode($1, 'hex') and revoked_at is null
