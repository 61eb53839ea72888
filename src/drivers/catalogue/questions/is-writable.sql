-- Whether this database is a primary that has its tables.
select not pg_is_in_recovery() and to_regclass('heartbeat') is not null as writable
