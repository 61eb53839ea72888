import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { blueprint } from "../../blueprints/B.ts";
import { resolve } from "../../src/blueprint/platform.ts";
import { chartsUrl, registryScript } from "../../src/platform/kubernetes/addons/registry-credential.ts";
import { RESTORE_SCRIPT } from "../../src/platform/kubernetes/backup/velero.ts";
import { poolerScript } from "../../src/platform/kubernetes/pooling/pgbouncer.ts";

const platform = resolve(blueprint, "prod");
const site = { platform, region: platform.regions.primary };
const RUN_MS_MAX = 20_000;

/** Runs a job's script with commands of our own before the real ones: `aws` and `curl` as the given lines of bash. */
function run(script: string, commands: Readonly<Record<string, string>>) {
  const directory = mkdtempSync(join(tmpdir(), "tandem-script-"));
  for (const [name, body] of Object.entries(commands)) {
    writeFileSync(join(directory, name), `#!/bin/bash\n${body}\n`);
    chmodSync(join(directory, name), 0o755);
  }
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", script], {
    encoding: "utf8",
    timeout: RUN_MS_MAX,
    env: { PATH: `${directory}:${process.env.PATH}`, PLACE: directory },
  });
  const read = (file: string) => (existsSync(join(directory, file)) ? readFileSync(join(directory, file), "utf8") : "");
  const result = { status, stdout, stderr, body: read("body"), said: read("said") };
  rmSync(directory, { recursive: true, force: true });
  return result;
}

const KEEPS = 'printf "%s\\n" "$@" > "$PLACE/said"; cat > "$PLACE/body"';

test("the registry's token is written into Argo CD's credential, and stands on no command line", () => {
  const { status, body, said } = run(registryScript(site), { aws: "echo dG9rZW4=", curl: KEEPS });
  assert.equal(status, 0);
  const secret = JSON.parse(body);
  assert.equal(secret.kind, "Secret");
  assert.deepEqual(secret.stringData, {
    type: "helm",
    name: "charts",
    url: chartsUrl(site),
    enableOCI: "true",
    username: "AWS",
    password: "dG9rZW4=",
  });
  assert.match(said, /\/api\/v1\/namespaces\/argocd\/secrets\/charts\?fieldManager=/);
  assert.doesNotMatch(said, /dG9rZW4=/);
});

test("without a token, or when the API refuses it, the job fails and nothing is written", () => {
  const silent = run(registryScript(site), { aws: "exit 0", curl: KEEPS });
  assert.notEqual(silent.status, 0);
  assert.equal(silent.body, "");
  assert.notEqual(run(registryScript(site), { aws: "exit 3", curl: KEEPS }).status, 0);
  assert.notEqual(run(registryScript(site), { aws: "echo t", curl: "cat > /dev/null; exit 22" }).status, 0);
});

/** Kubernetes' API as far as the restore test asks it: `phase` of the restore, and how many settings came. */
const api = (phase: string, came: number): string =>
  `case "$*" in
*DELETE*) exit 0 ;;
*--data*) echo '{"apiVersion":"velero.io/v1","kind":"Restore","metadata":{"generateName":"restore-test-","name":"restore-test-x7"}}' ;;
*restores/restore-test-x7*) echo '{"metadata":{"name":"restore-test-x7"},"status":{"phase":"${phase}"}}' ;;
*configmaps*) echo '{"items":[${Array(came).fill('{"metadata":{"uid":"1"}}').join(",")}]}' ;;
*) exit 22 ;;
esac`;

test("a restore that is done and brought settings passes; one that failed or brought nothing doesn't", () => {
  const fine = run(RESTORE_SCRIPT, { curl: api("Completed", 3) });
  assert.equal(fine.status, 0, fine.stderr);
  assert.match(fine.stdout, /asked for restore-test-x7\n3 settings came back/);
  const partly = run(RESTORE_SCRIPT, { curl: api("PartiallyFailed", 3) });
  assert.equal(partly.status, 1);
  assert.match(partly.stderr, /restore-test-x7: PartiallyFailed/);
  const empty = run(RESTORE_SCRIPT, { curl: api("Completed", 0) });
  assert.equal(empty.status, 1);
  assert.match(empty.stderr, /brought nothing/);
});

test("a restore that never ends is given up, with the last that was heard of it", () => {
  const { status, stderr } = run(RESTORE_SCRIPT, { curl: api("InProgress", 0), sleep: "exit 0" });
  assert.equal(status, 1);
  assert.match(stderr, /still InProgress after 600 s/);
});

/** A PgBouncer that notes what it is told, ends by SIGTERM, and fails when `fails` is said. */
const pooler = (then: string): string =>
  `trap 'echo read anew >> "$PLACE/said"; ${then}' HUP; trap 'echo ends >> "$PLACE/said"; exit 0' TERM; while :; do /bin/sleep 0.02; done`;

test("PgBouncer is told again and again to read its files anew, and ends when the pod is told to", () => {
  const { status, said } = run(poolerScript(0.1), {
    // The pod is told to end once PgBouncer has read its files twice.
    pgbouncer: pooler('if [ "$(grep -c anew "$PLACE/said")" -ge 2 ]; then kill -TERM "$PPID"; fi'),
  });
  assert.equal(status, 0);
  assert.match(said, /^(read anew\n){2,}ends\n$/);
});

test("the end of PgBouncer is the end of its pod, with its own code", () => {
  assert.equal(run(poolerScript(0.1), { pgbouncer: "exit 3" }).status, 3);
  assert.equal(run(poolerScript(0.1), { pgbouncer: pooler("exit 5") }).status, 5);
});
