-- When the active region last wrote, as this copy knows it.
select (extract(epoch from at) * 1000)::float8 as at from heartbeat where id = 1
