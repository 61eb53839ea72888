"""The emulator that `npm run proof:emulator` applies to: moto, with three gaps mended that would hide real behaviour.

1. moto gives every database instance one DbiResourceId, and the provider reads by it: two instances can't be told apart.
2. moto has no FailoverGlobalCluster and no SwitchoverGlobalCluster: here the named member becomes the writer.
3. A replica shares its source's attributes by a shallow copy: here it has its own identity.
"""

import sys

from moto.moto_api._internal import mock_random
from moto.core.responses import ActionResult
from moto.rds import models
from moto.rds.responses import RDSResponse
from moto.server import main


def own_identity(instance):
    instance.dbi_resource_id = "db-" + mock_random.get_random_hex(26).upper()
    return instance


made = models.DBInstance.__init__


def make(self, *args, **kwargs):
    made(self, *args, **kwargs)
    own_identity(self)


models.DBInstance.__init__ = make

replicated = models.RDSBackend.create_db_instance_read_replica


def replicate(self, db_kwargs):
    return own_identity(replicated(self, db_kwargs))


models.RDSBackend.create_db_instance_read_replica = replicate


def make_writer(self):
    name = self.params.get("GlobalClusterIdentifier") if hasattr(self, "params") else None
    name = name or self._get_param("GlobalClusterIdentifier")
    target = self._get_param("TargetDbClusterIdentifier")
    for backend in (self.global_backend, self.backend):
        if name in backend.global_clusters:
            cluster = backend.global_clusters[name]
            for member in cluster.members:
                member.is_writer = member.db_cluster_arn == target
            return ActionResult({"GlobalCluster": cluster})
    raise KeyError(name)


RDSResponse.failover_global_cluster = make_writer
RDSResponse.switchover_global_cluster = make_writer

if __name__ == "__main__":
    main(["-H", "127.0.0.1", "-p", sys.argv[1]])
