select not pg_is_in_recovery() as primary,
  case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_flush_lsn() end::text as position,
  (select greatest(extract(epoch from clock_timestamp() - at) * 1000, 0)::float8 from heartbeat where id = 1) as "ageMs",
  (select coalesce(json_agg(json_build_object('epoch', epoch, 'beganAt', began_lsn::text)), '[]')
     from (select epoch, began_lsn from epochs order by epoch desc limit 200) as latest) as epochs
