// The pipelines in GitHub's words: a workflow each. Every action stands by its commit; a job may nothing but what it names;
// AWS is entered by the token that GitHub signs for the job, whose subject the roles' trust asks for.
import { Document } from "yaml";
import type { OutputFile } from "../output-file.ts";
import type { Job, Pipeline, Setup, Trigger } from "./model.ts";
import { ACTIONS, type ActionName, GO_VERSION, NODE_VERSION, TERRAFORM_VERSION } from "./tools.ts";

/** What GitHub fills in when the job runs. */
const expression = (text: string): string => `\${{ ${text} }}`;

type Step = Record<string, unknown>;

export const githubFiles = (pipelines: readonly Pipeline[]): readonly OutputFile[] =>
  pipelines.map((one) => ({
    path: `pipelines/.github/workflows/${one.name}.yml`,
    text: workflowText(one),
    why: `GitHub Actions. ${one.why}`,
  }));

function workflowText(pipeline: Pipeline): string {
  const document = new Document(workflow(pipeline), { aliasDuplicateObjects: false });
  return `# ${pipeline.why}\n# Generated from the blueprint; ci/render.sh notices a change by hand.\n${versioned(document.toString({ lineWidth: 0 }))}`;
}

function workflow(pipeline: Pipeline): Record<string, unknown> {
  const { name, title, triggers, together, jobs } = pipeline;
  return {
    name: title,
    on: Object.assign({}, ...triggers.map(trigger), { workflow_dispatch: {} }),
    // Nothing by default; each job names what it may.
    permissions: {},
    concurrency: {
      // A group has one run that waits, and the next one takes its place. Were a proposed change in the group of what was
      // merged, its plan would take the place of an apply. (docs.github.com, "Control workflow concurrency".)
      group: `${name}-${expression("github.ref")}`,
      "cancel-in-progress": together === "newest",
    },
    env: { TANDEM_BLUEPRINT: expression("vars.TANDEM_BLUEPRINT") },
    jobs: Object.fromEntries(jobs.map((job) => [job.name, jobOf(job)])),
  };
}

function trigger(one: Trigger): Record<string, unknown> {
  if (one.on === "change") return { pull_request: { branches: ["main"] } };
  if (one.on === "main") return { push: { branches: ["main"] } };
  return { schedule: [{ cron: one.cron }] };
}

function jobOf(job: Job): Record<string, unknown> {
  const conditions = [
    ...(job.only === "main" ? ["github.ref == 'refs/heads/main'"] : []),
    // A fork's token may not plan: GitHub signs none for it.
    ...(job.only === "proposal"
      ? ["github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository"]
      : []),
    ...(job.onlyWhenDue === null ? [] : [`needs.due.outputs.environment == '${job.onlyWhenDue}'`]),
  ];
  return {
    name: job.why.replace(/\.$/, ""),
    "runs-on": "ubuntu-24.04",
    "timeout-minutes": job.minutesMax,
    ...(job.needs.length === 0 ? {} : { needs: [...job.needs] }),
    ...(conditions.length === 0 ? {} : { if: conditions.join(" && ") }),
    // Who must say yes in an environment is set where it is made: Settings, Environments.
    ...(job.gate === null ? {} : { environment: job.gate.environment }),
    permissions: permissions(job),
    ...(job.name === "due" ? { outputs: { environment: expression("steps.last.outputs.environment") } } : {}),
    steps: steps(job),
  };
}

function permissions({ identity, run, speaks, fetches }: Job): Record<string, string> {
  const signs = run.some(({ line }) => line.includes("push.sh"));
  return {
    contents: "read",
    ...(identity === null && !signs ? {} : { "id-token": "write" }),
    ...(fetches.length === 0 ? {} : { actions: "read" }),
    ...(speaks === "comment" ? { "pull-requests": "write" } : {}),
    ...(speaks === "ticket" ? { issues: "write" } : {}),
  };
}

/** Of the steps that run our scripts alone: what installs packages runs strangers' code, and sees no token. */
function environment({ tokens, speaks, name }: Job): Record<string, unknown> {
  const env = {
    ...Object.fromEntries(tokens.map((token) => [token, expression(`secrets.${token}`)])),
    ...(speaks === null ? {} : { GITHUB_TOKEN: expression("github.token") }),
    ...(name === "secrets" ? { TANDEM_BASE: expression("github.event.pull_request.base.sha") } : {}),
  };
  return Object.keys(env).length === 0 ? {} : { env };
}

function steps(job: Job): readonly Step[] {
  const last = job.run.length - 1;
  return [
    action("checkout", {
      "persist-credentials": false,
      ...(job.history ? { "fetch-depth": 0 } : {}),
    }),
    ...job.fetches.map((name) =>
      action("download", { name, ...(destination(name) === null ? {} : { path: destination(name) }) }),
    ),
    ...job.setup.flatMap(setup),
    ...job.run.map(({ title, line }, index) => ({
      name: title,
      ...(index === last ? { id: "last" } : {}),
      ...environment(job),
      run: line,
    })),
    ...job.keeps.map(({ name, path, days, always }) => ({
      ...(always ? { if: "always()" } : {}),
      ...action("upload", { name, path, "retention-days": days, "if-no-files-found": always ? "warn" : "error" }),
    })),
  ];
}

/** GitHub keeps a directory without its own name; a file, or several, with theirs. */
const destination = (name: string): string | null => (name === "image" ? "built" : null);

function setup(one: Setup): readonly Step[] {
  if (one.what === "node")
    return [
      action("setup-node", { "node-version": NODE_VERSION, cache: "npm" }),
      { name: "Install what the lockfile names", run: "npm ci --no-audit --no-fund" },
    ];
  if (one.what === "go")
    return [
      action("setup-go", { "go-version": GO_VERSION, cache: false }),
      { name: "Install tools", run: `bash ci/tools.sh ${one.tools.join(" ")}` },
    ];
  if (one.what === "helm") return [{ name: "Install Helm", run: "bash ci/helm.sh" }];
  // Its wrapper would print every value that a plan's exit code is read from.
  if (one.what === "terraform")
    return [action("setup-terraform", { terraform_version: TERRAFORM_VERSION, terraform_wrapper: false })];
  return [action("setup-buildx")];
}

const action = (name: ActionName, using?: Record<string, unknown>): Step => ({
  uses: `${ACTIONS[name].uses}@${ACTIONS[name].commit}`,
  ...(using === undefined ? {} : { with: using }),
});

/** The version beside each commit, which tools that raise versions read too. */
function versioned(text: string): string {
  const versions = new Map<string, string>(
    Object.values(ACTIONS).map(({ uses, commit, version }) => [`${uses}@${commit}`, version]),
  );
  return text.replaceAll(/uses: (\S+)$/gm, (line, used: string) =>
    versions.has(used) ? `${line} # ${versions.get(used)}` : line,
  );
}
