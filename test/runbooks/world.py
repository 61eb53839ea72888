"""Makes on the emulator what the runbooks are about: the voters, databases, checks, queues, secrets and buckets of one platform.

Reads the platform's own names as JSON, from src/platform/names by way of world.ts; makes no name of its own.
"""

import json
import sys

import boto3

names = json.load(sys.stdin)
endpoint = names["endpoint"]


def client(service, region):
    return boto3.client(
        service, region_name=region, endpoint_url=endpoint, aws_access_key_id="emulated", aws_secret_access_key="emulated"
    )


def voters():
    for region in names["voters"]["regions"]:
        dynamo = client("dynamodb", region)
        table = names["voters"]["table"]
        dynamo.create_table(
            TableName=table,
            KeySchema=[{"AttributeName": names["voters"]["key"], "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": names["voters"]["key"], "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )
        for name in names["tables"]:
            if region != names["witness"]:
                dynamo.create_table(
                    TableName=name,
                    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
                    AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
                    BillingMode="PAY_PER_REQUEST",
                )


def databases():
    """`active` holds the writer; `former`, where there is one, still stands as the writer that it was."""
    active, database = names["active"], names["database"]
    passive = names["standby"] if active == names["primary"] else names["primary"]
    if database["kind"] == "rds":
        for region in {active, names["former"] or active}:
            client("rds", region).create_db_instance(
                DBInstanceIdentifier=database["name"],
                Engine="postgres",
                DBInstanceClass="db.m7g.large",
                AllocatedStorage=database["storageGib"],
                MasterUsername="owner",
                MasterUserPassword="not-a-secret-1",
                BackupRetentionPeriod=14,
                DBSubnetGroupName=database["name"],
            )
        if names["former"] is None:
            replicate(passive, database["name"], database["arns"][active])
        for region in (active, passive):
            for reader in database["readers"]:
                replicate(region, reader, database["name"])
        return
    client("rds", active).create_global_cluster(GlobalClusterIdentifier=database["global"], Engine="aurora-postgresql")
    client("rds", active).create_db_cluster(
        DBClusterIdentifier=database["name"],
        Engine="aurora-postgresql",
        GlobalClusterIdentifier=database["global"],
        MasterUsername="owner",
        MasterUserPassword="not-a-secret-1",
    )
    client("rds", passive).create_db_cluster(
        DBClusterIdentifier=database["name"],
        Engine="aurora-postgresql",
        GlobalClusterIdentifier=database["global"],
    )


def replicate(region, name, source):
    client("rds", region).create_db_instance_read_replica(
        DBInstanceIdentifier=name, SourceDBInstanceIdentifier=source, DBInstanceClass="db.m7g.large"
    )


def checks():
    route53 = client("route53", "us-east-1")
    for index, host in enumerate(names["checks"]):
        route53.create_health_check(
            CallerReference=str(index),
            HealthCheckConfig={
                "Type": "HTTPS_STR_MATCH",
                "FullyQualifiedDomainName": host["host"],
                "ResourcePath": host["path"],
                "SearchString": "ok",
                "Port": 443,
            },
        )


def of_region(region):
    ec2 = client("ec2", region)
    for group in names["securityGroups"]:
        vpc = ec2.describe_vpcs()["Vpcs"][0]["VpcId"]
        ec2.create_security_group(GroupName=group, Description=group, VpcId=vpc)
    image = "ami-12c6146b"
    ec2.run_instances(
        ImageId=image,
        MinCount=1,
        MaxCount=1,
        TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": names["host"]}]}],
    )
    subnets = [subnet["SubnetId"] for subnet in ec2.describe_subnets()["Subnets"]][:3]
    client("eks", region).create_cluster(
        name=names["clusters"][region], roleArn=names["role"], resourcesVpcConfig={"subnetIds": subnets}
    )
    client("eks", region).create_nodegroup(
        clusterName=names["clusters"][region],
        nodegroupName=names["nodeGroup"],
        nodeRole=names["role"],
        subnets=subnets,
        scalingConfig={"minSize": 1, "maxSize": 3, "desiredSize": 1},
    )
    rds = client("rds", region)
    rds.create_db_subnet_group(
        DBSubnetGroupName=names["database"]["name"], DBSubnetGroupDescription="data", SubnetIds=subnets
    )
    if names["webTier"]:
        launch = ec2.create_launch_template(
            LaunchTemplateName="web", LaunchTemplateData={"ImageId": image, "InstanceType": "t4g.small"}
        )["LaunchTemplate"]["LaunchTemplateId"]
        client("autoscaling", region).create_auto_scaling_group(
            AutoScalingGroupName=names["webTier"],
            LaunchTemplate={"LaunchTemplateId": launch, "Version": "$Latest"},
            MinSize=1,
            MaxSize=3,
            VPCZoneIdentifier=",".join(subnets),
        )
    if names["whole"]:
        besides(region, ec2, subnets)


def besides(region, ec2, subnets):
    """What no recovery plan asks about."""
    if names["queue"]:
        for queue in names["queue"]:
            client("sqs", region).create_queue(QueueName=queue)
    secrets = client("secretsmanager", region)
    for secret in names["secrets"]:
        secrets.create_secret(Name=secret, SecretString="{}")
    ssm = client("ssm", region)
    for parameter in names["parameters"]:
        ssm.put_parameter(Name=parameter, Type="SecureString", Value="{}")
    s3 = client("s3", region)
    for bucket in names["buckets"][region]:
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": region})
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    lake = names["lake"][region]
    s3.put_object(Bucket=lake, Key="web/a", Body=b"1")
    s3.delete_object(Bucket=lake, Key="web/a")
    s3.put_bucket_replication(
        Bucket=lake,
        ReplicationConfiguration={
            "Role": names["role"],
            "Rules": [
                {
                    "ID": "all",
                    "Priority": 1,
                    "Status": "Enabled",
                    "Filter": {"Prefix": ""},
                    "DeleteMarkerReplication": {"Status": "Disabled"},
                    "Destination": {"Bucket": "arn:aws:s3:::" + names["lake"][names["standby" if region == names["primary"] else "primary"]]},
                }
            ],
        },
    )
    s3.put_object(Bucket=names["state"][region], Key=names["stateKey"], Body=b"{}")
    client("backup", region).create_backup_vault(BackupVaultName=names["vault"])
    logs = client("logs", region)
    for group in names["logGroups"]:
        logs.create_log_group(logGroupName=group.replace("{region}", region))
    load = client("elbv2", region)
    for group in names["targetGroups"]:
        load.create_target_group(Name=group, Protocol="HTTPS", Port=443, VpcId=ec2.describe_vpcs()["Vpcs"][0]["VpcId"])
    if names["brokers"]:
        client("kafka", region).create_cluster_v2(
            ClusterName=names["brokers"],
            Provisioned={
                "BrokerNodeGroupInfo": {"InstanceType": "kafka.m7g.large", "ClientSubnets": subnets},
                "KafkaVersion": "3.9.x",
                "NumberOfBrokerNodes": 3,
            },
        )
    if names["cache"]:
        client("elasticache", region).create_replication_group(
            ReplicationGroupId=names["cache"], ReplicationGroupDescription="cache"
        )
    if names["search"]:
        client("opensearch", region).create_domain(DomainName=names["search"])
    client("codebuild", region).create_project(
        name=names["project"],
        source={"type": "S3", "location": "somewhere/source.zip"},
        artifacts={"type": "NO_ARTIFACTS"},
        environment={"type": "LINUX_CONTAINER", "image": "x", "computeType": "BUILD_GENERAL1_SMALL"},
        serviceRole=names["role"],
    )


voters()
for one in (names["primary"], names["standby"]):
    of_region(one)
databases()
checks()
if not names["whole"]:
    print("{}")
    sys.exit()
client("logs", names["witness"]).create_log_group(logGroupName=names["trail"])
client("iam", "us-east-1").create_role(RoleName=names["onCall"], AssumeRolePolicyDocument="{}")
certificate = client("acm", names["primary"]).request_certificate(DomainName="example.com", ValidationMethod="DNS")
state = client("s3", names["standby"]).put_object(Bucket=names["state"][names["standby"]], Key=names["stateKey"], Body=b"{}")
print(json.dumps({"CERTIFICATE": certificate["CertificateArn"], "VERSION": state["VersionId"]}))
