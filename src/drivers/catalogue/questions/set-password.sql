-- $1 user, $2 hash. Links that were made for the user before are used up.
with links as (update sign_in_links set used_at = coalesce(used_at, now()) where user_id = $1)
update users set password_hash = $2 where id = $1 returning id
