// The six pipelines, as data. A change is checked; what is merged is built once and goes to the first environment; from
// there it travels region by region; Terraform is planned beside the change and applied after a yes; each night AWS is
// compared with the blueprint; each week the copies of what others build are brought up to what the blueprint names.
//
// A yes to Terraform is given in the system, where a job waits in its environment. A yes to a release is given by merging
// it: the request shows exactly what would run, it may wait for days, and nothing else waits with it.
//
// PIPE-A A proposed change gets no secret and no role but the one that plans. PIPE-B What changes AWS waits for its
// environment's protection. PIPE-C What runs in one region runs in the other before it goes to the next environment.
import type { EnvironmentName } from "../../blueprint/blueprint.ts";
import type { Platform } from "../../blueprint/platform.ts";
import { type Job, job, type Pipeline } from "./model.ts";

const script = (title: string, line: string) => ({ title, line });
const node = { what: "node" } as const;
const npm = (title: string, command: string) => script(title, command);

/** Whether a person must say yes in that environment. */
export const approvalIn = ({ environment, delivery: { approval } }: Platform): boolean =>
  approval === "all" || (approval === "prod" && environment === "prod");

export function pipelinesOf(environments: readonly Platform[]): readonly Pipeline[] {
  return [
    checks(),
    release(environments),
    promote(environments),
    infrastructure(environments),
    drift(environments),
    mirror(environments),
  ];
}

function checks(): Pipeline {
  return {
    name: "checks",
    title: "Checks",
    why: "What stands between a change and the main branch.",
    triggers: [{ on: "change" }, { on: "main" }],
    together: "newest",
    jobs: [
      job({
        name: "quick",
        why: "Types, lint, dead code, layers and unit tests.",
        minutesMax: 15,
        setup: [node],
        run: [npm("Types, lint, dead code, unit tests", "npm run check")],
      }),
      job({
        name: "functional",
        why: "The kits that send events, against whole installations, and recovery in simulated worlds.",
        needs: ["quick"],
        minutesMax: 45,
        setup: [node],
        run: [
          npm(
            "SDKs and simulation",
            "node bin/run.mjs --test --test-concurrency=1 test/sdk/*.test.ts test/simulation/*.test.ts",
          ),
        ],
      }),
      job({
        name: "integration",
        why: "Two regions and a witness as real processes: every scenario, with their databases.",
        needs: ["quick"],
        minutesMax: 90,
        setup: [node],
        run: [
          npm(
            "Scenarios",
            "node bin/run.mjs --test --test-concurrency=1 --test-timeout=300000 test/scenarios/*.test.ts",
          ),
        ],
      }),
      job({
        name: "secrets",
        why: "No secret in any commit.",
        minutesMax: 15,
        history: true,
        setup: [{ what: "go", tools: ["gitleaks"] }],
        run: [script("Look for secrets", "bash ci/secrets.sh")],
      }),
      job({
        name: "render",
        why: "The same blueprint gives the same bytes, and the pipelines are the generated ones.",
        minutesMax: 15,
        setup: [node],
        run: [script("Synthesize twice and compare", "bash ci/render.sh")],
      }),
    ],
  };
}

const OF_THE_IMAGE = { name: "image", path: "built", days: 7 } as const;
const OF_THE_RELEASE = { name: "release", path: "release.json", days: 90 } as const;

function release(environments: readonly Platform[]): Pipeline {
  const [first] = environments;
  const place = first as Platform;
  return {
    name: "release",
    title: "Release",
    why: "Builds what was merged, once, and brings it to the first region of the first environment.",
    triggers: [{ on: "main" }],
    together: "one",
    jobs: [
      job({
        name: "build",
        why: "One image for both architectures, and what it holds. No registry sees it before it is inspected.",
        minutesMax: 60,
        setup: [{ what: "builder" }, { what: "go", tools: ["syft", "grype"] }],
        run: [
          script("Build for both architectures", "bash ci/build.sh"),
          script("List and inspect what it holds", "bash ci/inspect.sh"),
        ],
        keeps: [OF_THE_IMAGE, OF_THE_RELEASE, { name: "inspection", path: "sbom.json", days: 90, always: true }],
      }),
      job({
        name: "publish",
        why: "Into both regions' registries, signed; then one merge for the first region.",
        needs: ["build"],
        minutesMax: 45,
        only: "main",
        identity: "images",
        tokens: ["TANDEM_DEPLOY_TOKEN"],
        setup: [node, { what: "go", tools: ["crane", "cosign"] }],
        fetches: [OF_THE_IMAGE.name, OF_THE_RELEASE.name],
        run: [
          script(`Push to both regions of ${place.environment} and sign`, `bash ci/push.sh ${place.environment}`),
          script(
            `Merge for ${place.regions.primary.name}`,
            `bash ci/propose.sh ${place.environment} ${place.regions.primary.name}`,
          ),
        ],
      }),
    ],
  };
}

const DUE = { name: "due", path: "next.json", days: 7 } as const;

function promote(environments: readonly Platform[]): Pipeline {
  const carrying = (platform: Platform): Job =>
    job({
      name: `promote-${platform.environment}`,
      why: `The image into both regions of ${platform.environment}, then one ${approvalIn(platform) ? "request to merge" : "merge"} for the region that is due.`,
      needs: ["due"],
      minutesMax: 60,
      only: "main",
      identity: "images",
      onlyWhenDue: platform.environment,
      tokens: ["TANDEM_DEPLOY_TOKEN"],
      history: true,
      setup: [node, { what: "go", tools: ["crane", "cosign"] }],
      fetches: [DUE.name],
      run: [script("Carry out what is due", `bash ci/promote.sh ${platform.environment}`)],
    });
  return {
    name: "promote",
    title: "Promote",
    why: "Four times an hour: which region is due for which release, and the one step that brings it there.",
    triggers: [{ on: "schedule", cron: "*/15 * * * *" }],
    together: "one",
    jobs: [
      job({
        name: "due",
        why: "Reads the repository of manifests and the regions' alarms; changes nothing.",
        minutesMax: 15,
        only: "main",
        identity: "plan",
        tokens: ["TANDEM_DEPLOY_TOKEN"],
        setup: [node],
        run: [script("Which region is due", "bash ci/due.sh")],
        keeps: [DUE],
      }),
      ...environments.map(carrying),
    ],
  };
}

const rendered = (): Job =>
  job({
    name: "synthesize",
    why: "Each environment's Terraform, as the change would have it.",
    minutesMax: 15,
    setup: [node],
    run: [script("Synthesize every environment", "bash ci/render.sh")],
    keeps: [{ name: "platform", path: "platform-*", days: 7 }],
  });

function infrastructure(environments: readonly Platform[]): Pipeline {
  const planning = ({ environment }: Platform): Job =>
    job({
      name: `plan-${environment}`,
      why: `What the change would do to ${environment}, beside the change.`,
      needs: ["synthesize"],
      minutesMax: 45,
      only: "proposal",
      identity: "plan",
      speaks: "comment",
      setup: [{ what: "terraform" }],
      fetches: ["platform"],
      run: [
        script("Plan every root", `bash ci/plan.sh ${environment}`),
        script("Say it beside the change", "bash ci/comment.sh plan.md"),
      ],
      keeps: [{ name: `plan-${environment}`, path: "plan.md", days: 30, always: true }],
    });
  const applying = (platform: Platform, before: readonly EnvironmentName[]): Job =>
    job({
      name: `apply-${platform.environment}`,
      why: `Root by root, after the environments before it.`,
      needs: ["synthesize", ...before.map((name) => `apply-${name}`)],
      minutesMax: 240,
      only: "main",
      identity: "apply",
      gate: { environment: platform.environment, approval: approvalIn(platform) },
      setup: [{ what: "terraform" }],
      fetches: ["platform"],
      run: [script("Apply every root in order", `bash ci/apply.sh ${platform.environment}`)],
    });
  return {
    name: "infrastructure",
    title: "Infrastructure",
    why: "Terraform: planned beside the change, applied after it is merged, one environment after the other.",
    triggers: [{ on: "change" }, { on: "main" }],
    together: "one",
    jobs: [
      rendered(),
      ...environments.map(planning),
      ...environments.map((platform, index) =>
        applying(platform, index === 0 ? [] : [(environments[index - 1] as Platform).environment]),
      ),
    ],
  };
}

function drift(environments: readonly Platform[]): Pipeline {
  return {
    name: "drift",
    title: "Drift",
    why: "Each night: is AWS still what the blueprint says? What differs becomes a ticket; nothing is changed.",
    triggers: [{ on: "schedule", cron: "17 3 * * *" }],
    together: "one",
    jobs: [
      rendered(),
      ...environments.map(({ environment }) =>
        job({
          name: `drift-${environment}`,
          why: `Compares ${environment} with its blueprint, without touching it.`,
          needs: ["synthesize"],
          minutesMax: 60,
          only: "main",
          identity: "plan",
          speaks: "ticket",
          setup: [{ what: "terraform" }],
          fetches: ["platform"],
          run: [script("Compare every root", `bash ci/drift.sh ${environment}`)],
          keeps: [{ name: `drift-${environment}`, path: "drift.md", days: 30, always: true }],
        }),
      ),
    ],
  };
}

function mirror(environments: readonly Platform[]): Pipeline {
  return {
    name: "mirror",
    title: "Mirror",
    why: "Charts and images of others, into both regions' registries: no cluster depends on somebody else's.",
    triggers: [{ on: "main" }, { on: "schedule", cron: "41 4 * * 1" }],
    together: "one",
    jobs: environments.map(({ environment }) =>
      job({
        name: `mirror-${environment}`,
        why: `What ${environment} runs that others build.`,
        minutesMax: 60,
        only: "main",
        identity: "images",
        setup: [{ what: "go", tools: ["crane"] }, { what: "helm" }],
        run: [script("Copy what is missing", `bash ci/mirror.sh ${environment}`)],
      }),
    ),
  };
}
