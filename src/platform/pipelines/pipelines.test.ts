import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { blueprint as A } from "../../../blueprints/A.ts";
import { blueprint as B } from "../../../blueprints/B.ts";
import { blueprint as C } from "../../../blueprints/C.ts";
import { blueprint as D } from "../../../blueprints/D.ts";
import { blueprint as E } from "../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { type Blueprint, ENVIRONMENTS } from "../../blueprint/blueprint.ts";
import { type Platform, type Region, resolve } from "../../blueprint/platform.ts";
import { terraformRole } from "../names/bootstrap.ts";
import { imagePushRole, roleArn } from "../names/identity.ts";
import { repositoriesOf } from "../names/repositories.ts";
import { synthesizeTerraform } from "../terraform/stacks.ts";
import { environmentFacts, rootsOf } from "./facts.ts";
import { pipelineFiles } from "./files.ts";
import { type Job, job, type Pipeline, problemsOf } from "./model.ts";
import { approvalIn, pipelinesOf } from "./pipelines.ts";
import { ACTIONS, TOOLS } from "./tools.ts";

const BLUEPRINTS: Readonly<Record<string, Blueprint>> = { A, B, C, D, E, flagship };
const environmentsOf = (blueprint: Blueprint): readonly Platform[] =>
  ENVIRONMENTS.map((name) => resolve(blueprint, name));
const environments = environmentsOf(flagship);
const platform = environments.at(-1) as Platform;
const pipelines = pipelinesOf(environments);
const jobs = pipelines.flatMap((pipeline) => pipeline.jobs.map((job) => ({ pipeline, job })));
const files = new Map(pipelineFiles(platform, environments).map(({ path, text }) => [path, text]));

type Workflow = {
  permissions: object;
  jobs: Record<
    string,
    {
      environment?: string;
      permissions: Record<string, string>;
      "timeout-minutes": number;
      steps: { uses?: string; run?: string }[];
    }
  >;
};
const workflows = [...files]
  .filter(([path]) => path.includes("/workflows/"))
  .map(([path, text]) => ({ path, workflow: parse(text) as Workflow, text }));

test("the pipelines of every shipped blueprint can work, in the systems that it names and in no other", () => {
  for (const [name, blueprint] of Object.entries(BLUEPRINTS)) {
    const all = environmentsOf(blueprint);
    const last = all.at(-1) as Platform;
    assert.deepEqual(pipelinesOf(all).flatMap(problemsOf), [], name);
    const paths = pipelineFiles(last, all).map(({ path }) => path);
    const has = {
      github: paths.some((path) => path.includes("/workflows/")),
      gitlab: paths.includes("pipelines/.gitlab-ci.yml"),
      jenkins: paths.includes("pipelines/Jenkinsfile"),
    };
    for (const [system, written] of Object.entries(has))
      assert.equal(written, (last.delivery.pipelines as readonly string[]).includes(system), `${name} ${system}`);
  }
});

test("a pipeline that can't work is refused, each fault by its name", () => {
  const base = { minutesMax: 5, why: "x", run: [] };
  const of = (...jobs: Job[]): Pipeline => ({
    name: "checks",
    title: "x",
    why: "x",
    triggers: [{ on: "change" }],
    together: "one",
    jobs,
  });
  const table: [Pipeline, RegExp][] = [
    [of(job({ ...base, name: "a", needs: ["b"] })), /needs b, which isn't a job before it/],
    [of(job({ ...base, name: "a" }), job({ ...base, name: "a" })), /stands twice/],
    [of(job({ ...base, name: "a", fetches: ["x"] })), /fetches x, which no job before it keeps/],
    [
      of(
        job({ ...base, name: "a", keeps: [{ name: "x", path: "x", days: 1 }] }),
        job({ ...base, name: "b", fetches: ["x"] }),
      ),
      /doesn't need it/,
    ],
    [of(job({ ...base, name: "a", minutesMax: 0 })), /may take 0 minutes/],
    [of(job({ ...base, name: "a", only: "main", identity: "apply" })), /without a protected environment/],
    [
      of(job({ ...base, name: "a", only: "proposal", tokens: ["TANDEM_DEPLOY_TOKEN"] })),
      /gives a token to whoever proposes/,
    ],
    [of(job({ ...base, name: "a", identity: "images" })), /takes the role "images" on a proposed change/],
  ];
  for (const [pipeline, says] of table) assert.match(problemsOf(pipeline).join("; "), says);
});

test("PIPE-A: a proposed change gets no secret, and no role but the one that plans", () => {
  const open = jobs.filter(
    ({ pipeline, job }) => job.only !== "main" && pipeline.triggers.some(({ on }) => on === "change"),
  );
  assert.ok(open.length > 5);
  for (const { pipeline, job } of open) {
    assert.deepEqual(job.tokens, [], `${pipeline.name}/${job.name}`);
    assert.ok(job.identity === null || job.identity === "plan", `${pipeline.name}/${job.name}`);
  }
  for (const { path, text } of workflows) assert.doesNotMatch(text, /pull_request_target/, path);
});

test("PIPE-B: what changes AWS waits for its environment, and for a person's yes exactly where the blueprint asks for it", () => {
  const applying = jobs.filter(({ job }) => job.identity === "apply");
  assert.deepEqual(
    applying.map(({ job }) => job.gate?.environment),
    environments.map(({ environment }) => environment),
  );
  for (const [approval, asked] of [
    ["none", []],
    ["prod", ["prod"]],
    ["all", ["dev", "qa", "uat", "prod"]],
  ] as const) {
    const all = environments.map((one) => ({ ...one, delivery: { ...one.delivery, approval } }));
    assert.deepEqual(
      all.filter(approvalIn).map(({ environment }) => environment),
      asked,
    );
    const gates = pipelinesOf(all).flatMap(({ jobs }) =>
      jobs.filter(({ name, gate }) => /^apply-/.test(name) && gate?.approval),
    );
    assert.equal(gates.length, asked.length, approval);
    assert.deepEqual(
      all.filter((one) => environmentFacts(one).approval).map(({ environment }) => environment),
      asked,
      approval,
    );
  }
});

test("at GitHub no run for a proposed change takes the place of one that waits for what was merged", () => {
  for (const { path, text } of workflows) {
    const { concurrency } = parse(text) as { concurrency: { group: string } };
    assert.match(concurrency.group, /^[a-z]+-\$\{\{ github\.ref \}\}$/, path);
  }
});

test("GitHub's jobs may nothing by default, each has a limit of time, and every action stands by its commit", () => {
  assert.equal(workflows.length, 6);
  for (const { path, workflow } of workflows) {
    assert.deepEqual(workflow.permissions, {}, path);
    for (const [name, one] of Object.entries(workflow.jobs)) {
      assert.ok(one["timeout-minutes"] > 0, `${path} ${name}`);
      assert.ok(!("write-all" in one.permissions) && one.permissions.contents === "read", `${path} ${name}`);
      for (const { uses } of one.steps) if (uses !== undefined) assert.match(uses, /@[0-9a-f]{40}$/, `${path} ${name}`);
    }
  }
});

test("a token of the job is asked for exactly where a role is taken, and its subject is one that the role trusts", () => {
  const [, primary] = synthesizeTerraform(platform);
  assert.ok(primary);
  const trusted = new Map(
    synthesizeTerraform(platform)
      .flatMap(({ resources }) => resources)
      .filter(({ type }) => type === "aws_iam_role")
      .map(({ args }) => [String(args.name), JSON.stringify(args.assume_role_policy)] as const),
  );
  const { repository } = platform.delivery;
  const roles = {
    images: imagePushRole(platform),
    plan: terraformRole(platform, "plan"),
    apply: terraformRole(platform, "apply"),
  };
  for (const { pipeline, job: one } of jobs) {
    const written = workflows.find(({ path }) => path.endsWith(`/${pipeline.name}.yml`))?.workflow.jobs[one.name];
    assert.equal(
      written?.permissions["id-token"],
      one.identity === null ? undefined : "write",
      `${pipeline.name}/${one.name}`,
    );
    // Roles are an environment's own: what is tried is the one of this platform.
    if (one.identity === null || (one.gate !== null && one.gate.environment !== platform.environment)) continue;
    const subject =
      written?.environment !== undefined
        ? `repo:${repository}:environment:${written.environment}`
        : one.only === "proposal"
          ? `repo:${repository}:pull_request`
          : `repo:${repository}:ref:refs/heads/main`;
    assert.ok(
      trusted.get(roles[one.identity])?.includes(`"${subject}"`),
      `${roles[one.identity]} doesn't trust ${subject} (${pipeline.name}/${one.name})`,
    );
  }
});

test("the scripts' facts name what Terraform makes: roles, registries, and every root but the bootstraps", () => {
  for (const [name, blueprint] of Object.entries(BLUEPRINTS)) {
    const one = resolve(blueprint);
    const stacks = synthesizeTerraform(one);
    assert.deepEqual(
      rootsOf(one),
      stacks.map((stack) => stack.name).filter((stack) => !stack.startsWith("bootstrap/")),
      name,
    );
    const repositories = new Set(repositoriesOf(one).map((repository) => `${one.name}/${repository}`));
    const facts = environmentFacts(one);
    assert.ok(repositories.has(facts.app));
    for (const { repository } of facts.copies)
      assert.ok(repositories.has(repository), `${name}: nothing makes ${repository}`);
    const copied = new Set(facts.copies.map(({ repository }) => repository));
    for (const repository of repositories)
      if (repository !== facts.app) assert.ok(copied.has(repository), `${name}: nothing fills ${repository}`);
    assert.equal(facts.roles.images, roleArn(one, imagePushRole(one)));
  }
});

test("a region's alarm that a promotion asks for is one that Terraform makes, and is missing only where nothing runs", () => {
  let asked = 0;
  for (const [name, blueprint] of Object.entries(BLUEPRINTS)) {
    for (const one of environmentsOf(blueprint)) {
      const alarms = new Set(
        synthesizeTerraform(one)
          .flatMap(({ resources }) => resources)
          .filter(({ type }) => /_alarm$/.test(type))
          .map(({ args }) => String(args.alarm_name)),
      );
      for (const { name: region, ill } of environmentFacts(one).regions) {
        const { holds } = [one.regions.primary, one.regions.standby].find((each) => each.name === region) as Region;
        assert.equal(ill === null, !holds.cluster, `${name} ${one.environment} ${region}`);
        if (ill === null) continue;
        asked += 1;
        assert.ok(alarms.has(ill), `${name} ${one.environment}: nothing makes ${ill}`);
      }
    }
  }
  assert.ok(asked > 20, `${asked} alarms`);
});

test("no script holds a key of AWS, and every tool and action stands at one version", () => {
  for (const [path, text] of files) {
    assert.doesNotMatch(text, /AKIA[0-9A-Z]{16}|aws_secret_access_key\s*[:=]|AWS_SECRET_ACCESS_KEY: /, path);
    assert.doesNotMatch(text, /@(main|master|latest)\b/, path);
  }
  for (const { version } of Object.values(TOOLS)) assert.match(version, /^v\d+\.\d+\.\d+$/);
  for (const { commit, version } of Object.values(ACTIONS))
    assert.match(`${commit} ${version}`, /^[0-9a-f]{40} v\d+\.\d+\.\d+$/);
});

test("a script that works for longer than a token lasts takes its role anew for each part", () => {
  for (const [name, loop] of [
    ["plan.sh", "for root in"],
    ["apply.sh", "for root in"],
    ["drift.sh", "for root in"],
    ["mirror.sh", "while read -r region"],
  ]) {
    const text = files.get(`pipelines/ci/${name}`) ?? assert.fail(name);
    const began = text.indexOf(`\n${loop}`);
    assert.ok(began > 0 && text.indexOf(". ci/take-role.sh") > began, name);
  }
  const apply = files.get("pipelines/ci/apply.sh") ?? "";
  const [planned, taken] = [apply.indexOf(" plan -lock"), apply.lastIndexOf(". ci/take-role.sh")];
  assert.ok(planned > 0 && taken > planned && taken < apply.indexOf(" apply -lock"));
});

test("every script that a job or another script runs is written, and each is run by something", () => {
  const written = new Set(
    [...files.keys()].filter((path) => path.endsWith(".sh")).map((path) => path.replace("pipelines/", "")),
  );
  const run = new Set(
    [...files.values()].flatMap((text) =>
      [...text.matchAll(/(?:bash|\.) (ci\/[\w-]+\.sh)/g)].map((match) => match[1] ?? ""),
    ),
  );
  assert.deepEqual([...run].sort(), [...written].sort());
});

test("the same gates stand in all three systems", () => {
  const gitlab = parse(files.get("pipelines/.gitlab-ci.yml") ?? "") as Record<
    string,
    { environment?: { name: string }; rules?: { when?: string }[] }
  >;
  const jenkins = [...files]
    .filter(([path]) => path.endsWith("Jenkinsfile"))
    .map(([, text]) => text)
    .join("\n");
  for (const { pipeline, job: one } of jobs) {
    const written = gitlab[`${pipeline.name}:${one.name}`];
    assert.ok(written, one.name);
    assert.equal(written.environment?.name, one.gate?.environment, one.name);
    assert.equal(
      written.rules?.every(({ when }) => when === "manual"),
      one.gate?.approval ?? false,
      one.name,
    );
    assert.ok(jenkins.includes(`stage('${one.name}')`), one.name);
    if (one.gate?.approval)
      assert.ok(jenkins.includes(`submitter 'tandem-approvers-${one.gate.environment}'`), one.name);
  }
});

test("what installs packages and tools sees no token: only the steps of our own scripts do", () => {
  let given = 0;
  for (const [path, text] of files) {
    if (!path.includes(".github/workflows/")) continue;
    const { jobs: written } = parse(text) as {
      jobs: Record<string, { env?: unknown; steps: { name?: string; run?: string; uses?: string; env?: object }[] }>;
    };
    for (const [name, one] of Object.entries(written)) {
      assert.equal(one.env, undefined, `${path} ${name}: a variable of the whole job`);
      for (const { run = "", uses, env } of one.steps) {
        if (env === undefined) continue;
        given += 1;
        assert.ok(uses === undefined && !/npm ci|tools\.sh|helm\.sh/.test(run), `${path} ${name}: ${run}`);
      }
    }
  }
  assert.ok(given > 10, `${given} steps`);
  for (const [path, text] of files) {
    if (!path.endsWith("Jenkinsfile")) continue;
    assert.doesNotMatch(text, /environment \{[^}]*credentials\(/, path);
    for (const [, body = ""] of text.matchAll(/withCredentials\([^{]*\{([^}]*)\}/g))
      assert.doesNotMatch(body, /npm ci|tools\.sh|helm\.sh/, path);
  }
});
