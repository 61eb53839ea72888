-- $1 a project's id, or null for all: projects with their keys, oldest first.
select p.id, p.name, p.time_zone as "timeZone", p.acknowledgement, p.pair_policy as "pairPolicy", p.demo,
       (extract(epoch from p.created_at) * 1000)::float8 as "createdAt",
       coalesce((select json_agg(json_build_object('key', k.key, 'name', k.name,
                   'createdAt', (extract(epoch from k.created_at) * 1000)::float8,
                   'revokedAt', (extract(epoch from k.revoked_at) * 1000)::float8) order by k.created_at, k.key)
                 from write_keys k where k.project_id = p.id), '[]') as keys,
       coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'ending', r.ending,
                   'createdAt', (extract(epoch from r.created_at) * 1000)::float8,
                   'revokedAt', (extract(epoch from r.revoked_at) * 1000)::float8) order by r.created_at, r.id)
                 from read_keys r where r.project_id = p.id), '[]') as "readKeys"
from projects p
where $1::text is null or p.id = $1
order by p.created_at, p.id
