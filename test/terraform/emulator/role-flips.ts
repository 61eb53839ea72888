// What a fail-over does to the world behind Terraform's back, done to the emulator: the replica is promoted, the global
// database gets another writer. Terraform is told nothing, and must want nothing afterwards.
import { spawnSync } from "node:child_process";
import type { Platform } from "../../../src/blueprint/platform.ts";
import type { Stack } from "../../../src/platform/terraform/language/stack.ts";

const CALL_MS_MAX = 60_000;

type World = {
  readonly platform: Platform;
  readonly roots: readonly Stack[];
  readonly endpoint: string;
  readonly environment: NodeJS.ProcessEnv;
};

function aws({ endpoint, environment }: World, region: string, args: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync(
    "aws",
    ["--endpoint-url", endpoint, "--region", region, "--output", "json", ...args],
    {
      encoding: "utf8",
      timeout: CALL_MS_MAX,
      env: { ...process.env, ...environment },
    },
  );
  if (status !== 0) throw new Error(`aws ${args.join(" ")} in ${region} failed on the emulator: ${stderr.trim()}`);
  return stdout.trim() === "" ? {} : JSON.parse(stdout);
}

type Instances = { DBInstances: { DBInstanceIdentifier: string; ReadReplicaSourceDBInstanceIdentifier?: string }[] };
type GlobalClusters = {
  GlobalClusters: {
    GlobalClusterIdentifier: string;
    GlobalClusterMembers: { DBClusterArn: string; IsWriter: boolean }[];
  }[];
};

/** Flips every relational role there is; answers what was done. */
export async function flipRoles(world: World): Promise<readonly string[]> {
  const done: string[] = [];
  const standby = world.platform.regions.standby.name;
  const { DBInstances } = aws(world, standby, ["rds", "describe-db-instances"]) as Instances;
  for (const { DBInstanceIdentifier, ReadReplicaSourceDBInstanceIdentifier } of DBInstances) {
    if (!ReadReplicaSourceDBInstanceIdentifier) continue;
    aws(world, standby, ["rds", "promote-read-replica", "--db-instance-identifier", DBInstanceIdentifier]);
    const after = aws(world, standby, [
      "rds",
      "describe-db-instances",
      "--db-instance-identifier",
      DBInstanceIdentifier,
    ]) as Instances;
    if (after.DBInstances[0]?.ReadReplicaSourceDBInstanceIdentifier)
      throw new Error(`${DBInstanceIdentifier} is still a replica after it was promoted.`);
    done.push(`promoted ${DBInstanceIdentifier} in ${standby}`);
  }
  const { GlobalClusters } = aws(world, "us-east-1", ["rds", "describe-global-clusters"]) as GlobalClusters;
  for (const { GlobalClusterIdentifier, GlobalClusterMembers } of GlobalClusters) {
    const reader = GlobalClusterMembers.find((member) => !member.IsWriter);
    if (!reader) continue;
    aws(world, standby, [
      "rds",
      "failover-global-cluster",
      "--global-cluster-identifier",
      GlobalClusterIdentifier,
      "--target-db-cluster-identifier",
      reader.DBClusterArn,
      "--allow-data-loss",
    ]);
    const after = aws(world, "us-east-1", [
      "rds",
      "describe-global-clusters",
      "--global-cluster-identifier",
      GlobalClusterIdentifier,
    ]) as GlobalClusters;
    const writer = after.GlobalClusters[0]?.GlobalClusterMembers.find((member) => member.IsWriter);
    if (writer?.DBClusterArn !== reader.DBClusterArn)
      throw new Error(`${GlobalClusterIdentifier} has ${writer?.DBClusterArn ?? "no"} writer after the fail-over.`);
    done.push(`${reader.DBClusterArn} leads ${GlobalClusterIdentifier}`);
  }
  if (done.length === 0)
    throw new Error("No role was there to be flipped: the emulator holds no replica and no global database.");
  return done;
}
