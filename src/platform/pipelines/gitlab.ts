// The pipelines in GitLab's words: one file, whose rules say which jobs a change, a merge or a schedule runs. A schedule
// carries TANDEM_PIPELINE, the name of the pipeline that it starts. AWS is entered by the id token of the job; protected
// environments say who may start what waits for a yes.
import { Document } from "yaml";
import type { Platform } from "../../blueprint/platform.ts";
import type { OutputFile } from "../output-file.ts";
import type { Job, Pipeline, Setup, Trigger } from "./model.ts";
import { GITLAB_IMAGES } from "./tools.ts";

type Rule = Record<string, unknown>;

export function gitlabFiles(pipelines: readonly Pipeline[], _: readonly Platform[]): readonly OutputFile[] {
  const document = new Document(
    {
      workflow: {
        rules: [...new Set(pipelines.flatMap(({ name, triggers }) => triggers.map((one) => condition(name, one))))].map(
          (one) => ({ if: one }),
        ),
      },
      stages: pipelines.map(({ name }) => name),
      default: {
        image: GITLAB_IMAGES.usual,
        // What a job keeps is asked for by name, and fetched by nobody else.
        retry: { max: 1, when: ["runner_system_failure", "stuck_or_timeout_failure"] },
      },
      ...Object.fromEntries(
        pipelines.flatMap((pipeline) =>
          pipeline.jobs.map((job) => [jobName(pipeline, job.name), jobOf(pipeline, job)] as const),
        ),
      ),
    },
    { aliasDuplicateObjects: false },
  );
  return [
    {
      path: "pipelines/.gitlab-ci.yml",
      text: `# Generated from the blueprint; ci/render.sh notices a change by hand.\n${document.toString({ lineWidth: 0 })}`,
      why: "GitLab CI. All pipelines in one file, as GitLab wants it; rules say which jobs a change, a merge or a schedule runs.",
    },
  ];
}

const jobName = ({ name }: Pipeline, job: string): string => `${name}:${job}`;

function condition(pipeline: string, { on }: Trigger): string {
  if (on === "change") return '$CI_PIPELINE_SOURCE == "merge_request_event"';
  if (on === "main") return '$CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == "main"';
  return `$CI_PIPELINE_SOURCE == "schedule" && $TANDEM_PIPELINE == "${pipeline}"`;
}

function jobOf(pipeline: Pipeline, job: Job): Record<string, unknown> {
  return {
    stage: pipeline.name,
    ...image(job),
    rules: rules(pipeline, job),
    needs: job.needs.map((needed) => ({
      job: jobName(pipeline, needed),
      artifacts: job.fetches.some((name) => keepsIt(pipeline, needed, name)),
    })),
    timeout: `${job.minutesMax} minutes`,
    interruptible: pipeline.together === "newest",
    // One at a time where something outside is changed.
    ...(job.gate !== null || job.identity === "images"
      ? { resource_group: `${pipeline.name}-${job.gate?.environment ?? job.name}` }
      : {}),
    ...(job.gate === null ? {} : { environment: { name: job.gate.environment } }),
    ...idTokens(job),
    variables: variables(job),
    before_script: job.setup.flatMap(setup),
    script: job.run.map(({ line }) => line),
    ...kept(job),
  };
}

const keepsIt = ({ jobs }: Pipeline, job: string, kept: string): boolean =>
  jobs.find(({ name }) => name === job)?.keeps.some(({ name }) => name === kept) ?? false;

function image({ setup }: Job): Record<string, unknown> {
  if (setup.some(({ what }) => what === "terraform"))
    return { image: { name: GITLAB_IMAGES.terraform, entrypoint: [""] } };
  if (setup.some(({ what }) => what === "builder"))
    return { services: [{ name: GITLAB_IMAGES.docker, alias: "docker" }] };
  return {};
}

/** Each is a whole condition; the first that holds decides. */
function rules({ name, triggers }: Pipeline, { only, gate }: Job): readonly Rule[] {
  return triggers
    .filter(({ on }) => !(on === "change" && only === "main") && !(on !== "change" && only === "proposal"))
    .map((one) => ({
      if: condition(name, one),
      // Whoever may start it in that environment says yes by starting it.
      ...(gate?.approval ? { when: "manual" } : {}),
    }));
}

function idTokens({ identity, run }: Job): Record<string, unknown> {
  const signs = run.some(({ line }) => /push\.sh|promote\.sh/.test(line));
  if (identity === null && !signs) return {};
  return {
    id_tokens: {
      ...(identity === null ? {} : { TANDEM_ID_TOKEN: { aud: "https://gitlab.com" } }),
      ...(signs ? { SIGSTORE_ID_TOKEN: { aud: "sigstore" } } : {}),
    },
  };
}

const variables = ({ history, setup, name }: Job): Record<string, string> => ({
  // All commits where they are looked at.
  GIT_DEPTH: history ? "0" : "1",
  ...(name === "secrets" ? { TANDEM_BASE: "$CI_MERGE_REQUEST_DIFF_BASE_SHA" } : {}),
  ...(setup.some(({ what }) => what === "builder")
    ? {
        DOCKER_HOST: "tcp://docker:2376",
        DOCKER_TLS_CERTDIR: "/certs",
        DOCKER_CERT_PATH: "/certs/client",
        DOCKER_TLS_VERIFY: "1",
      }
    : {}),
});

/** Debian's own packages, and the tools at their versions. */
function setup(one: Setup): readonly string[] {
  if (one.what === "terraform") return ["apk add --no-cache bash curl jq"];
  const install = "apt-get update -qq && apt-get install -y -qq --no-install-recommends";
  if (one.what === "node") return [`${install} nodejs npm awscli jq git`, "npm ci --no-audit --no-fund"];
  if (one.what === "go") return [`${install} awscli jq git unzip`, `bash ci/tools.sh ${one.tools.join(" ")}`];
  if (one.what === "helm") return ["bash ci/helm.sh"];
  return [`${install} docker-cli docker-buildx jq git`, "docker buildx create --use"];
}

function kept({ keeps }: Job): Record<string, unknown> {
  if (keeps.length === 0) return {};
  const days = Math.max(...keeps.map((one) => one.days));
  return {
    artifacts: {
      paths: keeps.map(({ path }) => path),
      expire_in: `${days} days`,
      when: keeps.some(({ always }) => always) ? "always" : "on_success",
    },
  };
}
