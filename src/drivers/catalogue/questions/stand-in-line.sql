-- An answer that was only read speaks of commits that the standby may not have yet: after a crash they show without having
-- waited for it. A message in the log changes nothing, and the commit that carries it waits for all of the log before it.
select pg_logical_emit_message(true, 'tandem', '')
