// What a fail-over does to the world behind Terraform's back, done to the emulator: the global database gets another writer,
// by the command that the runbook has. Terraform is told nothing, and must want nothing afterwards.
import type { Platform } from "../../../src/blueprint/platform.ts";
import { promoteAfterLoss, promoteInOrder } from "../../../src/platform/runbooks/database-commands.ts";
import { groundIn } from "../../../src/platform/runbooks/ground.ts";
import { awsJson, follow, type Shell } from "./command-line.ts";

type GlobalClusters = {
  GlobalClusters: {
    GlobalClusterIdentifier: string;
    GlobalClusterMembers: { DBClusterArn: string; IsWriter: boolean }[];
  }[];
};

async function writerArn(shell: Shell, region: string): Promise<string> {
  const { GlobalClusters } = await awsJson<GlobalClusters>(shell, region, ["rds", "describe-global-clusters"]);
  const members = GlobalClusters.flatMap(({ GlobalClusterMembers }) => GlobalClusterMembers);
  const writers = members.filter(({ IsWriter }) => IsWriter);
  if (members.length !== 2 || writers.length !== 1)
    throw new Error(
      `The global database has ${members.length} members and ${writers.length} writers, not two and one.`,
    );
  return writers[0]?.DBClusterArn ?? "";
}

/** Whether a global database is led by a member. */
export async function hasLeader(shell: Shell, region: string): Promise<boolean> {
  const { GlobalClusters } = await awsJson<GlobalClusters>(shell, region, ["rds", "describe-global-clusters"]);
  return GlobalClusters.some(({ GlobalClusterMembers }) => GlobalClusterMembers.some(({ IsWriter }) => IsWriter));
}

/** Over, as after a loss, or back, as planned; answers what was done. */
export async function flipRoles(shell: Shell, platform: Platform, way: "over" | "back"): Promise<string> {
  if (platform.data.relational.kind !== "aurora-global")
    throw new Error("Only a global database changes its writer here; RDS has a drill of its own: database-drill.ts.");
  const ground = groundIn(platform, way === "over" ? "standby" : "primary");
  const before = await writerArn(shell, ground.here.name);
  await follow(shell, way === "over" ? promoteAfterLoss(ground) : promoteInOrder(ground));
  const after = await writerArn(shell, ground.here.name);
  if (after === before || !after.includes(`:${ground.here.name}:`))
    throw new Error(`${after} leads the global database after the roles were flipped to ${ground.here.name}.`);
  return `${after} leads the global database`;
}
