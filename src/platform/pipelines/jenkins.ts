// The pipelines in Jenkins's words: a declarative Jenkinsfile each, the checks in the one that a multibranch job finds by
// itself. Jenkins signs no token that AWS could check: the agents' own role takes the others, by its tag. TANDEM_BLUEPRINT
// is a property of the folder.
import type { Platform } from "../../blueprint/platform.ts";
import type { OutputFile } from "../output-file.ts";
import type { Job, Pipeline, Setup } from "./model.ts";

const INDENT = "  ";

export const jenkinsFiles = (pipelines: readonly Pipeline[], _: readonly Platform[]): readonly OutputFile[] =>
  pipelines.map((one) => ({
    path: one.name === "checks" ? "pipelines/Jenkinsfile" : `pipelines/jenkins/${one.name}.Jenkinsfile`,
    text: `// ${one.why}\n// Generated from the blueprint; ci/render.sh notices a change by hand.\n${block("pipeline", pipelineBody(one)).join("\n")}\n`,
    why: `Jenkins. ${one.why}`,
  }));

type Lines = readonly string[];
const block = (head: string, body: Lines): Lines => [`${head} {`, ...body.map((line) => `${INDENT}${line}`), "}"];
/** A Groovy string without interpolation: what the shell reads is the shell's. */
const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

function pipelineBody(pipeline: Pipeline): Lines {
  const { triggers, together, jobs } = pipeline;
  const crons = triggers.flatMap((one) => (one.on === "schedule" ? [one.cron] : []));
  const minutes = jobs.reduce((sum, { minutesMax }) => sum + minutesMax, 0);
  return [
    "agent none",
    ...block("options", [
      "buildDiscarder(logRotator(numToKeepStr: '100'))",
      together === "newest" ? "disableConcurrentBuilds(abortPrevious: true)" : "disableConcurrentBuilds()",
      `timeout(time: ${minutes}, unit: 'MINUTES')`,
      "skipDefaultCheckout()",
    ]),
    ...(crons.length === 0
      ? []
      : block(
          "triggers",
          crons.map((cron) => `cron(${quoted(cron)})`),
        )),
    ...block("stages", jobs.flatMap(stage)),
  ];
}

function stage(job: Job): Lines {
  return block(`stage(${quoted(job.name)})`, [
    ...when(job),
    ...approval(job),
    // Agents with this label have Docker, Go, Node 20 or later, Terraform, the AWS CLI, jq and Git, and the tagged role.
    "agent { label 'tandem' }",
    ...block("options", [`timeout(time: ${job.minutesMax}, unit: 'MINUTES')`]),
    ...block("steps", [
      "checkout scm",
      ...job.fetches.map((name) => `unstash ${quoted(name)}`),
      ...job.setup.flatMap(setup).map((line) => `sh ${quoted(line)}`),
      ...withCredentials(
        job,
        job.run.map(({ title, line }) => `sh(label: ${quoted(title)}, script: ${quoted(line)})`),
      ),
      ...job.keeps
        .filter(({ always }) => !always)
        .map(({ name, path }) => `stash(name: ${quoted(name)}, includes: ${quoted(included(path))})`),
    ]),
    ...post(job),
  ]);
}

const included = (path: string): string => (/\.\w+$/.test(path) ? path : `${path}/**`);

function when({ only, onlyWhenDue }: Job): Lines {
  const conditions = [
    ...(only === "main" ? ["branch 'main'"] : []),
    ...(only === "proposal" ? ["changeRequest()"] : []),
    ...(onlyWhenDue === null ? [] : [`expression { env.TANDEM_DUE == ${quoted(onlyWhenDue)} }`]),
  ];
  // Asked before anybody is: nobody says yes to what isn't due.
  return conditions.length === 0 ? [] : block("when", ["beforeAgent true", "beforeInput true", ...conditions]);
}

const approval = ({ gate }: Job): Lines =>
  gate?.approval
    ? block("input", [
        `message ${quoted(`Go on in ${gate.environment}?`)}`,
        `submitter ${quoted(`tandem-approvers-${gate.environment}`)}`,
      ])
    : [];

/** Around our own scripts alone: what installs packages runs strangers' code, and sees no token. */
function withCredentials({ tokens, speaks }: Job, lines: Lines): Lines {
  // Jenkins signs with a key of AWS KMS: the environment's own, named where the agents are set up.
  const bound = [...tokens, ...(speaks === null ? [] : ["TANDEM_COMMENT_TOKEN"])].map(
    (token) => `string(credentialsId: ${quoted(token.toLowerCase().replaceAll("_", "-"))}, variable: ${quoted(token)})`,
  );
  return bound.length === 0 ? lines : block(`withCredentials([${bound.join(", ")}])`, lines);
}

function setup(one: Setup): Lines {
  if (one.what === "node") return ["npm ci --no-audit --no-fund"];
  if (one.what === "go") return [`bash ci/tools.sh ${one.tools.join(" ")}`];
  if (one.what === "helm") return ["bash ci/helm.sh"];
  if (one.what === "builder")
    return [
      "docker buildx inspect tandem > /dev/null 2>&1 || docker buildx create --name tandem",
      "docker buildx use tandem",
    ];
  return ["terraform version"];
}

function post(job: Job): Lines {
  const always = job.keeps.filter((one) => one.always);
  const archived = always.map(({ path }) => `archiveArtifacts(artifacts: ${quoted(path)}, allowEmptyArchive: true)`);
  const due =
    job.name === "due"
      ? block(
          "success",
          [
            block("script", [
              "def next = readJSON(file: 'next.json')",
              "env.TANDEM_DUE = next.kind == 'propose' ? next.stop.environment : 'none'",
            ]),
          ].flat(),
        )
      : [];
  return archived.length + due.length === 0
    ? []
    : block("post", [...due, ...(archived.length === 0 ? [] : block("always", archived))]);
}
