// A region from nothing: where the blueprint keeps copies only, and for the day on which a region is given up for good. The times
// are those that the assessor adds up.
import type { Platform } from "../../blueprint/platform.ts";
import { bootstrapProject } from "../names/cluster.ts";
import { stateBucket, stateKey } from "../names/state.ts";
import { COLD_DECISION, COLD_DELIVERY, COLD_PLAN, CREATION, type Time } from "./aws-times.ts";
import { privatePath } from "./cluster-commands.ts";
import { changes, reads, variable } from "./command.ts";
import { lookAtDatabase, promoteAfterLoss } from "./database-commands.ts";
import { askActive, askDns } from "./entry-commands.ts";
import { asText, awsArgv, groundIn, rootOf, whoAmI } from "./ground.ts";
import { commands, list, type Page, type Section, table, text } from "./page.ts";

export function rebuildPage(platform: Platform): Page {
  const ground = groundIn(platform, "standby");
  const { here, other } = ground;
  const cold = platform.recovery.approach === "backup-restore";
  return {
    name: "cold-rebuild",
    title: `Build ${here.name} from nothing`,
    why: cold
      ? `For when ${other.name} is lost: this platform keeps copies in ${here.name}, and nothing else stands there.`
      : `For when a region and all that stands in it is gone for good; written for ${here.name}, ${other.name} goes the same way.`,
    inputs: [],
    sections: [
      {
        title: "First",
        blocks: [
          ...(cold
            ? []
            : [
                text(
                  `${here.name} stands ready here: as long as it does, fail over instead (fail-over-to-${here.name}).`,
                ),
              ]),
          text(
            `**Who decides:** the incident commander, with ${platform.owner}: it costs hours, and what is younger than the last copy is lost. Decide within ${COLD_DECISION.usualSeconds / 60} minutes; waiting for a region that may come back is a decision, too.`,
          ),
          commands(whoAmI(ground)),
        ],
      },
      timesSection(platform),
      ...stackSections(platform),
      databaseSection(platform),
      {
        title: "4. Deliver",
        blocks: [
          commands(
            changes(
              "aws",
              awsArgv(
                here.name,
                "codebuild",
                "start-build",
                "--project-name",
                bootstrapProject(platform),
                ...asText("build.id"),
              ),
              {
                why: "Install Argo CD from inside the network; it brings everything else in its waves.",
                expect: "the build's id; it ends after a quarter of an hour.",
                saves: "BUILD",
              },
            ),
            reads(
              "aws",
              awsArgv(
                here.name,
                "codebuild",
                "batch-get-builds",
                "--ids",
                variable("BUILD"),
                ...asText("builds[0].buildStatus"),
              ),
              { why: "How far it is.", expect: "`SUCCEEDED`.", like: "^(SUCCEEDED|IN_PROGRESS)$" },
            ),
            ...privatePath(ground),
          ),
        ],
      },
      {
        title: "5. Verify and lead clients here",
        blocks: [
          commands(askActive(ground), askDns(ground)),
          list(
            `The voters still name ${other.name}. Its beat stands still, so the guardian of ${here.name} takes the lease by itself once it runs; only then does this region call itself active.`,
            "Apply `link` and `edge` only once both regions stand again; recovery needs neither.",
            "Tell people: communications.md, phase restored, with what was lost in numbers.",
          ),
        ],
      },
    ],
  };
}

/** What of the stack takes longest, by what this platform has. */
function slowest({ data, cluster }: Platform): readonly [string, Time | undefined][] {
  void cluster;
  return [
    [
      data.relational.kind === "rds" ? "database (restored)" : "Aurora cluster (restored)",
      CREATION[data.relational.kind === "rds" ? "aws_db_instance" : "aws_rds_cluster"],
    ],
    ...(data.stream.kind === "msk" ? [["Kafka brokers", CREATION.aws_msk_cluster] as [string, Time | undefined]] : []),
    ...(data.search.kind === "opensearch"
      ? [["OpenSearch", CREATION.aws_opensearch_domain] as [string, Time | undefined]]
      : []),
    ...(data.cache.kind === "redis"
      ? [["Redis", CREATION.aws_elasticache_replication_group] as [string, Time | undefined]]
      : []),
    ["EKS control plane", CREATION.aws_eks_cluster],
    ["node group", CREATION.aws_eks_node_group],
    ["load balancers", CREATION.aws_lb],
  ];
}

function timesSection(platform: Platform): Section {
  const known = slowest(platform).flatMap(([what, time]) => (time === undefined ? [] : [[what, time] as const]));
  const around: readonly [string, Time][] = [
    ["deciding", COLD_DECISION],
    ["planning", COLD_PLAN],
    ["delivery by Argo CD", COLD_DELIVERY],
  ];
  const rows = [...around, ...known].map(([what, { usualSeconds, badSeconds, basis }]) => [
    what,
    `${Math.ceil(usualSeconds / 60)} min`,
    `${Math.ceil(badSeconds / 60)} min`,
    basis,
  ]);
  const slow = Math.max(...known.map(([, { usualSeconds }]) => usualSeconds));
  const least = around.reduce((sum, [, { usualSeconds }]) => sum + usualSeconds, 0) + slow;
  return {
    title: "Time",
    blocks: [
      table(["What", "Usually", "At its longest", "Known from"], rows),
      text(
        `Terraform makes most of it side by side, so at least deciding + planning + the slowest + delivery: ${Math.ceil(least / 60)} min, against an objective of ${Math.ceil(platform.objectives.rtoSeconds / 60)} min. \`tandem assess --only recoverability\` follows the exact chain of what waits for what. Remembered times show what can't fit, not what will.`,
      ),
    ],
  };
}

function stackSections(platform: Platform): readonly Section[] {
  const { regions } = platform;
  const here = regions.standby.name;
  const stack = `region/${here}`;
  return [
    {
      title: "1. The ground",
      blocks: [
        text(
          `The state of ${stack} lies in \`s3://${stateBucket(platform, here)}/${stateKey(stack)}\`; that bucket, the keys and CI's roles are of \`bootstrap/${here}\`, which stands before any disaster. \`global\` needs nothing.`,
        ),
        commands(
          reads("aws", awsArgv(here, "s3api", "head-bucket", "--bucket", stateBucket(platform, here)), {
            why: "Is the bucket of the region's state there?",
            expect: "nothing, or the bucket's region; 404: apply its bootstrap first.",
          }),
          ...(regions.standby.optIn
            ? [
                reads(
                  "aws",
                  awsArgv(
                    "us-east-1",
                    "account",
                    "get-region-opt-status",
                    "--region-name",
                    here,
                    ...asText("RegionOptStatus"),
                  ),
                  {
                    why: `${here} is off by default: is it switched on for this account?`,
                    expect: "`ENABLED`.",
                    like: "ENABLED",
                  },
                ),
              ]
            : []),
        ),
      ],
    },
    {
      title: "2. The region",
      blocks: [
        text(
          platform.recovery.approach === "backup-restore"
            ? 'Change the blueprint so that the region holds everything: `recovery: { approach: "warm-standby", standbyShare: 1 }`, and synthesize anew. That change is prepared as a branch, and reviewed before any disaster.'
            : "As synthesized.",
        ),
        commands(
          changes("terraform", [`-chdir=${rootOf(stack)}`, "init", "-input=false"], {
            why: "Prepare the region's root.",
            expect: "`Terraform has been successfully initialized!`",
          }),
          changes("terraform", [`-chdir=${rootOf(stack)}`, "apply", "-parallelism=30"], {
            why: "Build it. Read the plan's last line before you type yes.",
            expect: "`0 to destroy`, and at last `Apply complete!`.",
          }),
        ),
      ],
    },
  ];
}

function databaseSection(platform: Platform): Section {
  const ground = groundIn(platform, "standby");
  const kind = platform.data.relational.kind;
  if (kind !== "aurora" && ground.here.holds.data) {
    return {
      title: "3. The database",
      blocks: [
        text("A copy stands here already: make it the writer."),
        commands(...promoteAfterLoss(ground), ...lookAtDatabase(ground, "writer")),
      ],
    };
  }
  return {
    title: "3. The database",
    blocks: [
      text(
        `It comes from the newest copy in this region's vault: \`restore.md\`, section "from the vault", with REGION=${ground.here.name}; under the name that Terraform gave the empty one, which is deleted first. Then import it: the plan must be empty before you go on.`,
      ),
    ],
  };
}
