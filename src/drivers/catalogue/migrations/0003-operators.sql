-- A third role: an operator moves regions and starts drills, and changes no project. The version before reads it as "not an
-- owner", which is what it may do there.
alter table users drop constraint users_role_check;
alter table users add constraint users_role_check check (role in ('owner', 'operator', 'analyst'));
