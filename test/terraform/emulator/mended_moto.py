"""The emulator that `npm run proof:emulator` applies to: moto, with gaps mended that would hide real behaviour.

1. moto gives every database instance one DbiResourceId, and the provider reads by it: two instances can't be told apart.
2. moto has no FailoverGlobalCluster and no SwitchoverGlobalCluster: here the named member becomes the writer.
3. A replica shares its source's attributes by a shallow copy: here it has its own identity, and at first neither a second
   zone nor backups, as AWS has it.
4. moto forgets a database instance's monitoring and insights: here they are told as they were asked for.
5. moto's instances have a certificate authority that AWS has not: here AWS's default, or the provider changes it and
   restarts the instance, which takes minutes.
6. moto forgets the name of a global database's first database, and the provider would replace the whole.
7. moto forgets which algorithm a certificate's key was asked to have, and a search by it finds none or breaks.
8. moto leaves a cluster in its global database when it is asked to take it out, unless it was asked in the right region;
   then the global database can't be deleted.
9. moto can't delete a subnet group of ElastiCache.
10. A deleted attachment of a transit gateway is gone at once; AWS tells for a while that it is deleted, and the provider
   waits to be told.
11. moto holds a denial under a condition, such as that of requests without TLS, against every request.
"""

import json
import sys

from moto.acm import models as certificates
from moto.acm.responses import AWSCertificateManagerResponse
from moto.iam.access_control import IAMPolicyStatement, PermissionResult
from moto.moto_api._internal import mock_random
from moto.core.responses import ActionResult, EmptyResult
from moto.ec2.models import EC2Backend
from moto.elasticache.responses import ElastiCacheResponse
from moto.rds import models
from moto.rds.responses import RDSResponse
from moto.server import main


AUTHORITY = "rds-ca-rsa2048-g1"
FORGOTTEN = {
    "monitoring_interval": "monitoring_interval",
    "monitoring_role_arn": "monitoring_role_arn",
    "enable_performance_insights": "performance_insights_enabled",
    "performance_insights_kms_key_id": "performance_insights_kms_key_id",
    "performance_insights_retention_period": "performance_insights_retention_period",
}


def own_identity(instance):
    instance.dbi_resource_id = "db-" + mock_random.get_random_hex(26).upper()
    return instance


def remember(instance, asked):
    for name, told in FORGOTTEN.items():
        if asked.get(name) is not None:
            setattr(instance, told, asked[name])


made = models.DBInstance.__init__


def make(self, *args, **kwargs):
    kwargs["ca_certificate_identifier"] = kwargs.get("ca_certificate_identifier") or AUTHORITY
    made(self, *args, **kwargs)
    own_identity(self)
    remember(self, kwargs)


models.DBInstance.__init__ = make

updated = models.DBInstance.update


def update(self, *args, **kwargs):
    updated(self, *args, **kwargs)
    remember(self, kwargs)


models.DBInstance.update = update

replicated = models.RDSBackend.create_db_instance_read_replica


def replicate(self, db_kwargs):
    replica = own_identity(replicated(self, db_kwargs))
    replica.multi_az = bool(db_kwargs.get("multi_az"))
    replica.backup_retention_period = 0
    return replica


models.RDSBackend.create_db_instance_read_replica = replicate


created = RDSResponse.create_global_cluster


def create(self):
    answer = created(self)
    answer.result["GlobalCluster"].database_name = self.params.get("DatabaseName")
    return answer


RDSResponse.create_global_cluster = create


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

requested = AWSCertificateManagerResponse.request_certificate


def request(self):
    answer = requested(self)
    if isinstance(answer, str):
        bundle = self.acm_backend.get_certificate(json.loads(answer)["CertificateArn"])
        bundle.asked_algorithm = self._get_param("KeyAlgorithm")
        bundle.cert_options = {"Export": "DISABLED", **bundle.cert_options}
    return answer


AWSCertificateManagerResponse.request_certificate = request

described = certificates.CertBundle.describe


def describe(self):
    told = described(self)
    if getattr(self, "asked_algorithm", None):
        told["Certificate"]["KeyAlgorithm"] = self.asked_algorithm
    return told


certificates.CertBundle.describe = describe



def leave(self):
    target = self.params["DbClusterIdentifier"]
    for backend in (self.global_backend, self.backend):
        cluster = backend.global_clusters.get(self.params["GlobalClusterIdentifier"])
        if cluster is not None:
            cluster.members = [one for one in cluster.members if one.db_cluster_arn != target]
            return ActionResult({"GlobalCluster": cluster})
    return EmptyResult()


RDSResponse.remove_from_global_cluster = leave


def delete_subnet_group(self):
    self.elasticache_backend.cache_subnet_groups.pop(self._get_param("CacheSubnetGroupName"))
    return EmptyResult()


ElastiCacheResponse.delete_cache_subnet_group = delete_subnet_group

detached = EC2Backend.delete_transit_gateway_vpc_attachment


def detach(self, transit_gateway_attachment_id):
    attachment = detached(self, transit_gateway_attachment_id)
    self.transit_gateway_attachments[transit_gateway_attachment_id] = attachment
    return attachment


EC2Backend.delete_transit_gateway_vpc_attachment = detach

judged = IAMPolicyStatement.is_action_permitted


def judge(self, action, *args, **kwargs):
    if self._statement.get("Effect") == "Deny" and self._statement.get("Condition"):
        return PermissionResult.NEUTRAL
    return judged(self, action, *args, **kwargs)


IAMPolicyStatement.is_action_permitted = judge

if __name__ == "__main__":
    main(["-H", "127.0.0.1", "-p", sys.argv[1]])
