-- $1 id: changes of one project happen one after the other, so that "before" in the journal is true.
select id from projects where id = $1 for update
