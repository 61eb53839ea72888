-- What the collector needs: each project with its keys that aren't revoked.
select p.id, p.acknowledgement, p.pair_policy as "pairPolicy",
       coalesce((select json_agg(k.key order by k.key) from write_keys k
                 where k.project_id = p.id and k.revoked_at is null), '[]') as keys
from projects p order by p.id
