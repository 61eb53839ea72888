import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { EXIT } from "../core/errors.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
const empty = mkdtempSync(join(tmpdir(), "tandem-commands-"));
after(() => rmSync(empty, { recursive: true, force: true }));

const tandem = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: "utf8",
    env: { ...process.env, TANDEM_DATA: empty },
  });
  return { status, stdout, stderr };
};

test("a wrong argument is answered with 64, the reason, and where to read on", () => {
  for (const args of [["upp"], ["kill"], ["status", "--jsn"], ["up", "--port", "x"]]) {
    const { status, stderr, stdout } = tandem(...args);
    assert.equal(status, EXIT.usage, `${args.join(" ")}: ${stderr}`);
    assert.equal(stdout, "");
    assert.match(stderr, /did you mean|missing required|unknown option|--port/i);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
  assert.match(tandem("kill").stderr, /'tandem help kill' explains it/);
});

test("without an installation every command says how to start one, with 69", () => {
  for (const args of [["status"], ["kill", "ap-south-1"], ["projects"], ["query", "web", "{}"]]) {
    const { status, stderr } = tandem(...args);
    assert.equal(status, EXIT.missing, stderr);
    assert.match(stderr, /^tandem: There is no Tandem installation at .*npm start/);
  }
});

test("evidence that isn't there is told so, and not called forged", () => {
  const { status, stderr } = tandem("drills", "verify", join(empty, "none"));
  assert.equal(status, EXIT.missing, stderr);
  assert.match(stderr, /There is no directory .*none/);
  assert.doesNotMatch(stderr, /fault of Tandem/);
});

test("by npm, which runs in the clone, a path is meant from where the person stands", () => {
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const npm = { INIT_CWD: empty, npm_package_json: join(cwd, "package.json") };
  const verify = (env: Record<string, string>) =>
    spawnSync(process.execPath, [MAIN, "drills", "verify", "evidence"], {
      encoding: "utf8",
      cwd,
      env: { ...process.env, ...env },
    }).stdout;
  mkdirSync(join(empty, "evidence"));
  assert.match(verify(npm), /evidence lacks SHA256SUMS/);
  assert.equal(verify({ ...npm, npm_package_json: "/another/package.json" }), "", "there is none in the clone");
});

test("help lists every command with a sentence, and each one's help has examples and exit codes", () => {
  const { status, stdout } = tandem("--help");
  assert.equal(status, EXIT.ok);
  for (const name of ["up", "status", "stop", "kill", "start", "import", "query", "trace", "lake", "projects"]) {
    assert.match(stdout, new RegExp(`^  ${name} .*[A-Z]`, "m"));
  }
  assert.match(stdout, /^Move the active region.*:\n {2}failover /m);
  const kill = tandem("help", "kill");
  assert.match(kill.stdout, /Examples:\n {2}\$ tandem kill ap-south-1/);
  assert.match(kill.stdout, /Exit codes: 0 done/);
});
