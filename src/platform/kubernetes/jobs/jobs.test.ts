// The jobs' scripts, run by a real shell with stand-ins for the tools: which calls they make in which state of the world.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { DUMP_SCRIPT, UPLOAD_SCRIPT } from "./database-dump.ts";
import { EXECUTABLE, scheduleFor } from "./drill.ts";
import { TOPICS_SCRIPT } from "./topics.ts";

const ARN = "arn:aws:kafka:ap-south-1:111122223333:cluster/tandem-brokers/1-2";

/** Runs a script with `aws` and the like written as the body of a `case` over the call. */
function run(script: string, tools: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const directory = mkdtempSync(join(tmpdir(), "tandem-jobs-"));
  try {
    for (const [name, body] of Object.entries(tools)) {
      const path = join(directory, name);
      writeFileSync(path, `#!/bin/bash\necho "${name} $*" >> ${directory}/calls\ncase "$*" in\n${body}\nesac\n`);
      chmodSync(path, 0o755);
    }
    const ran = spawnSync("bash", ["-c", script.replaceAll("DIRECTORY", directory)], {
      env: { PATH: `${directory}:${process.env.PATH}`, ...env },
      encoding: "utf8",
    });
    let calls = "";
    try {
      calls = readFileSync(join(directory, "calls"), "utf8");
    } catch {
      // Nothing was called.
    }
    return { code: ran.status, out: ran.stdout, error: ran.stderr, calls: calls.split("\n").filter(Boolean) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const topics = (aws: string) =>
  run(
    `printf 'user-events 12 3\\nlogs 3 3\\n' > DIRECTORY/topics\n${TOPICS_SCRIPT.replace("/etc/topics/topics", "DIRECTORY/topics")}`,
    { aws },
    { BROKERS: "tandem-brokers", AWS_REGION: "ap-south-1" },
  );
const found = `*list-clusters-v2*) echo ${ARN};;`;

test("missing topics are made with their partitions and copies, and others are left alone", () => {
  const { code, calls, error } = topics(
    `${found}\n*describe-topic*user-events*) exit 254;;\n*describe-topic*logs*) echo 3;;`,
  );
  assert.equal(code, 0, error);
  assert.deepEqual(
    calls.filter((call) => /create|update/.test(call)),
    [
      `aws kafka create-topic --cluster-arn ${ARN} --topic-name user-events --partition-count 12 --replication-factor 3`,
    ],
  );
});

test("a topic with too few partitions gets more, and one with more keeps them", () => {
  const { code, calls } = topics(`${found}\n*describe-topic*user-events*) echo 4;;\n*describe-topic*logs*) echo 9;;`);
  assert.equal(code, 0);
  assert.deepEqual(
    calls.filter((call) => /create|update/.test(call)),
    [`aws kafka update-topic --cluster-arn ${ARN} --topic-name user-events --partition-count 12`],
  );
});

test("a topic that is just being made is no failure, and a refusal is", () => {
  const answering = (says: string) =>
    topics(`${found}\n*describe-topic*) exit 254;;\n*create-topic*) echo "${says}" >&2; exit 254;;`);
  assert.equal(answering("An error occurred (ConflictException)").code, 0);
  const refused = answering("An error occurred (ForbiddenException)");
  assert.equal(refused.code, 1);
  assert.match(refused.error, /user-events: .*ForbiddenException/);
});

test("without brokers the job says what to do", () => {
  const { code, error } = topics("*list-clusters-v2*) echo None;;");
  assert.equal(code, 1);
  assert.match(error, /no brokers called tandem-brokers in ap-south-1\. Apply/);
});

const dump = (list: string) =>
  run(
    DUMP_SCRIPT.replaceAll("/var/run/login", "DIRECTORY").replace(
      "set -euo pipefail",
      "set -euo pipefail\necho secret > DIRECTORY/password; echo db.example > DIRECTORY/host",
    ),
    { pg_dump: "*) echo $PGHOST $PGSSLMODE;;", pg_restore: `*) printf '${list}';;` },
  );

test("a dump is kept only when it can be read back and holds tables", () => {
  const good = dump("1; TABLE DATA public projects\\n2; TABLE DATA public users\\n");
  assert.equal(good.code, 0, good.error);
  assert.match(good.out, /db\.example require[\s\S]*2 tables dumped/);
  const empty = dump("1; SCHEMA public\\n");
  assert.equal(empty.code, 1);
  assert.match(empty.error, /holds no table/);
});

test("a day's dump has one name, below the prefix that forgets it", () => {
  const { calls, code } = run(UPLOAD_SCRIPT, { aws: "*) ;;" }, { BUCKET: "backups" });
  assert.equal(code, 0);
  assert.match(
    calls[0] ?? "",
    /^aws s3 cp --only-show-errors \/tmp\/catalogue\.dump s3:\/\/backups\/catalogue\/\d{4}-\d\d-\d\d\.dump$/,
  );
});

test("drills are rehearsed at least as often as one must have been passed", () => {
  assert.equal(scheduleFor(1), "23 3 * * *");
  assert.equal(scheduleFor(7), "23 3 * * 1");
  assert.equal(scheduleFor(30), "23 3 * * 1");
  assert.equal(scheduleFor(90), "23 3 1 * *");
});

test("a probe starts the program as the image does", () => {
  const dockerfile = readFileSync(new URL("../../../../image/Dockerfile", import.meta.url), "utf8");
  const entry = /^ENTRYPOINT (\[.*\])$/m.exec(dockerfile)?.[1] ?? assert.fail("image/Dockerfile has no ENTRYPOINT");
  assert.deepEqual(JSON.parse(entry), EXECUTABLE);
});
