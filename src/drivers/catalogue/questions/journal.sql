-- $1 how many: the latest changes, newest first.
select id::float8 as id, epoch::float8 as epoch, who, what, before, after from journal order by journal.id desc limit $1
