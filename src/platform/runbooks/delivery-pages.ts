// When what delivers is out of order: Argo CD, and Terraform's state. Neither is needed to fail over; both stop every change.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { bootstrapProject } from "../names/cluster.ts";
import {
  ARGO_NAMESPACE,
  AUTOMATED,
  componentApplication,
  GITOPS_BRANCH,
  gitOpsUrl,
  ROOT_APPLICATION,
  rootPath,
} from "../names/delivery.ts";
import { stateBucket, stateKey } from "../names/state.ts";
import { kubectl, privatePath } from "./cluster-commands.ts";
import { changes, type RunbookCommand, reads, variable } from "./command.ts";
import { asOnCall, asText, awsArgv, type Ground, groundIn, grounds, rootOf, whoAmI } from "./ground.ts";
import { commands, list, type Page, type Section, table, text } from "./page.ts";

export const argoPage = (platform: Platform): Page => ({
  name: "argo-cd",
  role: asOnCall(platform),
  title: "Argo CD is out of action",
  why: "For when a cluster no longer takes what Git says, takes the wrong thing, or Git itself is away.",
  inputs: [],
  sections: [
    {
      title: "First",
      blocks: [
        list(
          "What runs goes on running: Argo CD is needed to change a cluster, not to serve.",
          "Each region has its own; the other one's works.",
          "A fail-over needs none of it: what recovery changes (least numbers of pods) Argo CD lets be.",
        ),
        text("**Who decides:** the person on call; a change past Git is told to the platform team the same day."),
      ],
    },
    ...grounds(platform)
      .filter(({ here }) => here.holds.cluster)
      .map(argoSection),
    {
      title: "Git is away",
      blocks: [
        text(
          `Argo CD reads \`${gitOpsUrl(platform)}\`, branch ${GITOPS_BRANCH}. While it can't, nothing changes and nothing is lost.${platform.delivery.mirror === "codecommit" ? " The sources are mirrored in CodeCommit in the same region; point the root application there if it takes days." : ""}`,
        ),
      ],
    },
  ],
});

/** A component that every cluster has. */
const EXAMPLE = "console";

/** Whether Argo CD keeps that component in step by itself; its ApplicationSet leaves that to people. */
const automate = (
  ground: Ground,
  automated: typeof AUTOMATED | null,
  words: { readonly why: string; readonly expect: string },
): RunbookCommand =>
  kubectl(
    ground,
    "changes",
    [
      "patch",
      "applications.argoproj.io",
      componentApplication(EXAMPLE),
      "--type",
      "merge",
      "--patch",
      JSON.stringify({ spec: { syncPolicy: { automated } } }),
      "--namespace",
      ARGO_NAMESPACE,
    ],
    words,
  );

function argoSection(ground: Ground): Section {
  const { platform, here } = ground;
  const inArgo = ["--namespace", ARGO_NAMESPACE];
  return {
    title: `In ${here.name}`,
    anchor: here.name,
    blocks: [
      commands(
        whoAmI(ground),
        ...privatePath(ground),
        kubectl(ground, "reads", ["get", "applications.argoproj.io", ...inArgo], {
          why: "What is in step with Git, and what is well.",
          expect: "`Synced` and `Healthy` in each line; the first wave that isn't holds up the later ones.",
        }),
        kubectl(ground, "reads", ["get", "pods", ...inArgo], {
          why: "Whether Argo CD itself runs.",
          expect: "each pod `Running`.",
        }),
        automate(ground, null, {
          why: `Stop it from undoing what you do by hand to ${EXAMPLE}; another component goes by its own name. (Stopping the root alone stops none of them.) Only while you work: say so in the incident's channel.`,
          expect: "`patched`.",
        }),
        automate(ground, AUTOMATED, {
          why: `Let it keep ${EXAMPLE} as Git says again. Nothing else does: what stopped it is left alone, on purpose.`,
          expect: "`patched`; within two minutes what was done by hand is gone, unless it is in Git.",
        }),
        kubectl(
          ground,
          "reads",
          ["get", "applications.argoproj.io", ROOT_APPLICATION, "--output", "jsonpath={.spec.source.path}", ...inArgo],
          {
            why: "Where it reads.",
            expect: `\`${rootPath(platform, here)}\`.`,
          },
        ),
        ...(platform.delivery.clusterBootstrap === "codebuild"
          ? [
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
                  why: "Put Argo CD and its root application back as they are meant to be. It may run at any time.",
                  expect: "the build's id.",
                  like: "^\\S+:\\S+$",
                },
              ),
            ]
          : []),
      ),
    ],
  };
}

/** The stacks in the order of the manual, and where each one's state lies. */
function states({ regions }: Platform): readonly { readonly stack: string; readonly region: string }[] {
  const { primary, standby, witness } = regions;
  const own = (prefix: string) => (name: string) => ({ stack: `${prefix}/${name}`, region: name });
  const shared = (stack: string) => ({ stack, region: witness.name });
  return [
    ...[witness.name, primary.name, standby.name].map(own("bootstrap")),
    shared("global"),
    ...[primary, standby].map(({ name }: Pick<Region, "name">) => name).map(own("region")),
    shared("witness"),
    shared("link"),
    shared("edge"),
  ];
}

export function terraformStatePage(platform: Platform): Page {
  const ground = groundIn(platform, "standby");
  const [first = "", region = ""] = [`region/${ground.here.name}`, ground.here.name];
  const [bucket, key] = [stateBucket(platform, region), stateKey(first)];
  return {
    name: "terraform-state",
    title: "Terraform's state is locked, lost or wrong",
    why: "For an apply that can't begin because of a lock, and for a state that was deleted or spoilt.",
    inputs: [
      {
        name: "LOCK_ID",
        says: "the lock's id, as the refused command printed it",
        example: "00000000-0000-0000-0000-000000000000",
      },
      { name: "VERSION", says: "the version to go back to, from the list below", example: "null" },
    ],
    sections: [
      {
        title: "Where the states lie",
        blocks: [
          table(
            ["Stack", "State"],
            states(platform).map(({ stack, region: place }) => [
              stack,
              `\`s3://${stateBucket(platform, place)}/${stateKey(stack)}\``,
            ]),
          ),
          text(
            "No state is needed to fail over. A lost region takes its own states with it and no other: `global`, `link`, `edge` and the witness's lie in the third region.",
          ),
          text("**Who decides:** the platform team. Nobody forces a lock without having asked whose it is."),
          commands(whoAmI(ground)),
        ],
      },
      {
        title: "Locked",
        anchor: "locked",
        blocks: [
          text(`Written for ${first}; take the bucket and the stack of yours from the table.`),
          commands(
            reads(
              "aws",
              awsArgv(
                region,
                "s3api",
                "list-objects-v2",
                "--bucket",
                bucket,
                "--prefix",
                key,
                ...asText("Contents[].[Key,LastModified]"),
              ),
              {
                why: "The state, and the lock beside it (`.tflock`): since when?",
                expect:
                  "the state; a second line is the lock. Minutes old: somebody works. Older than the longest apply: it was left behind.",
              },
            ),
            changes("terraform", [`-chdir=${rootOf(first)}`, "force-unlock", "-force", variable("LOCK_ID")], {
              why: "Only once whoever holds it has said that nothing runs: take it away.",
              expect: "`Terraform state has been successfully unlocked!`",
            }),
          ),
        ],
      },
      {
        title: "Lost or spoilt",
        anchor: "lost",
        blocks: [
          text(
            "The bucket keeps every version. Go back to the last one before it went wrong; then a plan tells what that version doesn't know of.",
          ),
          commands(
            reads(
              "aws",
              awsArgv(
                region,
                "s3api",
                "list-object-versions",
                "--bucket",
                bucket,
                "--prefix",
                key,
                ...asText("Versions[].[VersionId,LastModified,Size,IsLatest]"),
              ),
              {
                why: "The versions, newest first.",
                expect: "several lines; a sudden drop of the size is where it went wrong.",
              },
            ),
            changes(
              "aws",
              awsArgv(
                region,
                "s3api",
                "copy-object",
                "--bucket",
                bucket,
                "--key",
                key,
                "--copy-source",
                `${bucket}/${key}?versionId=${variable("VERSION")}`,
                ...asText("CopyObjectResult.LastModified"),
              ),
              { why: "Make that version the newest.", expect: "the time of now." },
            ),
            reads("terraform", [`-chdir=${rootOf(first)}`, "plan", "-refresh-only"], {
              why: "What the world has that this version doesn't know.",
              expect: "only what was made since that version; import it before any apply.",
            }),
          ),
        ],
      },
      {
        title: "If it isn't so",
        blocks: [
          list(
            "A plan that wants to destroy: stop. Never apply it to see; import what is there.",
            "After a fail-over a plan is empty: the role is in no state. A plan that isn't: read what it wants, the runbook of the fail-over has no step that Terraform would undo.",
            "The bucket itself is gone: its bootstrap makes it anew, empty; every resource of its stacks has to be imported. The list of them is tandem.synth.json.",
          ),
        ],
      },
    ],
  };
}
