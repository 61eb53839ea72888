// Credentials: a rotation that is wanted, one that failed, and a key that was seen by somebody who shouldn't have. Pods read the
// region's own copy, so a changed secret reaches them through External Secrets or the CSI driver, never by a restart of a region.
import type { Platform } from "../../blueprint/platform.ts";
import { parameterName, secretName, secretParameter } from "../names/data.ts";
import { workloadLogGroup } from "../names/safety.ts";
import { inNamespace } from "./cluster-commands.ts";
import { changes, type RunbookCommand, reads } from "./command.ts";
import { asText, awsArgv, groundIn, grounds, whoAmI } from "./ground.ts";
import { commands, list, type Page, table, text } from "./page.ts";

export function secretsPage(platform: Platform): Page {
  const { primary, standby } = platform.regions;
  const rotating = platform.secrets.entries
    .filter(({ rotation }) => rotation.kind === "by-itself")
    .map(({ name }) => name);
  const ofPeople = platform.secrets.entries.filter(({ filledBy }) => filledBy === "person").map(({ name }) => name);
  const inRegions = [primary, standby].filter(({ holds }) => holds.data).map(({ name }) => name);
  return {
    name: "secrets",
    title: "Secrets: rotate, repair, revoke",
    why: "For a rotation that failed, a credential that leaked, and a secret that a person has to fill in.",
    inputs: [],
    sections: [
      {
        title: "What there is",
        blocks: [
          table(
            ["Secret", "Made by", "Rotates"],
            platform.secrets.entries.map(({ name, filledBy, rotation }) => [
              `\`${secretName(platform, name)}\``,
              filledBy === "made" ? "the platform" : "a person, once",
              rotation.kind === "by-itself"
                ? `by itself, after ${platform.secrets.rotationDays} days`
                : `by hand: ${rotation.because}`,
            ]),
          ),
          text(
            "No value of any is in Terraform, in Git, or on this page. **Who decides:** the person on call; after a leak, at once.",
          ),
          commands(whoAmI(groundIn(platform, "primary"))),
        ],
      },
      {
        title: "Is a secret the same in both regions, and when did it change?",
        anchor: "parity",
        blocks: [
          commands(
            ...rotating.slice(0, 1).flatMap((name) => inRegions.map((region) => describe(platform, name, region))),
          ),
          text("The two dates agree to the minute; a copy that lags is told by `ReplicationStatus`."),
        ],
      },
      {
        title: "Rotate now",
        anchor: "rotate",
        blocks: [
          commands(
            ...rotating.map((name) =>
              changes(
                "aws",
                awsArgv(
                  primary.name,
                  "secretsmanager",
                  "rotate-secret",
                  "--secret-id",
                  secretName(platform, name),
                  ...asText("VersionId"),
                ),
                {
                  why: `Give \`${name}\` a new password; the old one stays valid until the new one was tried.`,
                  expect: "the new version's id. Its function's log says when it is through.",
                },
              ),
            ),
          ),
          list(
            "The other region's password of the cache is its own: the same command with its region.",
            "The application's own user in the database is changed by the owner; pods with a token of their role need no password.",
            `Keys that people made (${ofPeople.join(", ") || "none here"}) are changed where they come from, then put in: the section below.`,
          ),
        ],
      },
      {
        title: "Put in what only a person has",
        anchor: "fill-in",
        blocks: [
          text(
            "Write the value into a file that only you can read, never onto a command line, and delete it afterwards.",
          ),
          commands(
            ...ofPeople.map((name) =>
              changes(
                "aws",
                platform.secrets.store === "ssm" && name !== "pager-key"
                  ? awsArgv(
                      primary.name,
                      "ssm",
                      "put-parameter",
                      "--name",
                      parameterName(platform, secretParameter(name)),
                      "--type",
                      "SecureString",
                      "--overwrite",
                      "--value",
                      `file://${name}.json`,
                      ...asText("Version"),
                    )
                  : awsArgv(
                      primary.name,
                      "secretsmanager",
                      "put-secret-value",
                      "--secret-id",
                      secretName(platform, name),
                      "--secret-string",
                      `file://${name}.json`,
                      ...asText("VersionId"),
                    ),
                { why: `Put \`${name}\` in.`, expect: "its new version." },
              ),
            ),
          ),
        ],
      },
      ...grounds(platform)
        .filter(({ here }) => here.holds.cluster)
        .map((ground) => ({
          title: `Have the pods in ${ground.here.name} got it?`,
          blocks: [commands(...arrived(platform, ground))],
        })),
      {
        title: "If it isn't so",
        blocks: [
          list(
            "A rotation that stops halfway: the secret has a version AWSPENDING beside AWSCURRENT; the old password still works. Start it again; it goes on where it stopped.",
            `Pods log failed logins (\`${workloadLogGroup(platform, "console")}\`): the secret in the cluster is older than the one in AWS; refresh it, above.`,
            "A leak: rotate, then look in the trail who has read it since when. A link key that leaked is changed in both regions at once, in an hour that is announced: while they differ, neither region believes the other.",
            "External Secrets itself is down: pods that run keep what they have; new pods wait. Repair it first.",
          ),
        ],
      },
    ],
  };
}

const describe = (
  platform: Platform,
  name: Platform["secrets"]["entries"][number]["name"],
  region: string,
): RunbookCommand =>
  reads(
    "aws",
    awsArgv(
      region,
      "secretsmanager",
      "describe-secret",
      "--secret-id",
      secretName(platform, name),
      ...asText("[Name,LastChangedDate,LastRotatedDate,RotationEnabled]"),
    ),
    {
      why: `\`${name}\` in ${region}.`,
      expect: "its name and when it was changed last.",
      like: `^${secretName(platform, name)}`,
    },
  );

function arrived(platform: Platform, ground: ReturnType<typeof groundIn>): readonly RunbookCommand[] {
  if (platform.secrets.intoPods === "csi") {
    return [
      inNamespace(ground, "reads", ["get", "secretproviderclasses.secrets-store.csi.x-k8s.io"], {
        why: "The classes that mount secrets; the driver reads them again every two minutes.",
        expect: "one per workload that needs a secret.",
      }),
    ];
  }
  return [
    inNamespace(ground, "reads", ["get", "externalsecrets.external-secrets.io"], {
      why: "Whether each secret was fetched.",
      expect: "`SecretSynced` and `True` in each line.",
    }),
    inNamespace(
      ground,
      "changes",
      ["annotate", "externalsecrets.external-secrets.io", "--all", "--overwrite", "tandem/refreshed-by=runbook"],
      {
        why: "Fetch all of them now: a changed annotation makes External Secrets look again.",
        expect: "`annotated` for each.",
      },
    ),
  ];
}
