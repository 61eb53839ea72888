-- $1 id, then the new values or null for "as it is": $2 name, $3 time zone, $4 acknowledgement, $5 pair policy.
update projects set name = coalesce($2, name), time_zone = coalesce($3, time_zone),
  acknowledgement = coalesce($4, acknowledgement), pair_policy = coalesce($5, pair_policy)
where id = $1
