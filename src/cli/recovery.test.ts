// What is refused before anything is asked of any region: no process of the installation runs here.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { EXIT } from "../core/errors.ts";
import { layOut } from "../drivers/installation.ts";
import { freePorts } from "../drivers/process/free-ports.ts";
import { runPause, runPlan } from "./recovery.ts";
import { runHistory } from "./recovery-history.ts";
import { runTail } from "./recovery-tail.ts";

const installation = layOut("/tmp/tandem-nowhere", 20_000, (region) => `${region.directory}/postgres`);
const place = { installation, linkKey: "key" };

test("who gives no reason is told so at once, before anything is asked or typed; a look needs none", async () => {
  for (const plan of ["fail-over", "switch-over", "fail-back"] as const)
    await assert.rejects(runPlan(place, plan, { reason: " " }), {
      exitCode: EXIT.usage,
      message: /--reason.*--dry-run/,
    });
  await assert.rejects(runPlan(place, "evict", { evict: "ap-south-1" }), { exitCode: EXIT.usage });
  await assert.rejects(runPlan(place, "fail-back", { dryRun: true }), {
    exitCode: EXIT.missing,
    message: /recoverer of ap-south-1 doesn't answer.*tandem start ap-south-1/,
  });
  await assert.rejects(runPlan(place, "fail-over", { dryRun: true }), {
    exitCode: EXIT.missing,
    message: /No region's recoverer answers.*tandem up/,
  });
  await assert.rejects(runPause(place, { for: "30m" }), { exitCode: EXIT.usage, message: /--reason/ });
});

test("silence is told as silence: no list of what was left behind, and no history, is made of it", async () => {
  const written: string[] = [];
  const out = { write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  await assert.rejects(runTail(place, "tail", {}, out), {
    exitCode: EXIT.missing,
    message: /ap-south-1 and of ap-south-2 doesn't answer.*isn't known.*tandem start ap-south-1/,
  });
  await assert.rejects(runTail(place, "tail", { epoch: "last" }, out), { exitCode: EXIT.usage });
  assert.deepEqual(written, []);
  assert.equal(await runHistory(place, undefined, {}, out), EXIT.missing);
  assert.match(written.join(""), /isn't known here/);
  assert.doesNotMatch(written.join(""), /nothing to do/);
});

test("who comes after the engine has acted reads who is active, not that the lost region is needed", async (t) => {
  const moved = layOut("/tmp/tandem-nowhere", await freePorts(50), (region) => `${region.directory}/postgres`);
  const survivor = moved.regions[1];
  const server = createServer((_, answer) => {
    answer.end(JSON.stringify({ lease: { holder: survivor.name, epoch: 3 }, checks: [], run: null, planNow: {} }));
  });
  await new Promise<void>((resolve) => server.listen(survivor.ports.recoverer, "127.0.0.1", resolve));
  t.after(() => server.close());
  await assert.rejects(runPlan({ ...place, installation: moved }, "fail-over", { reason: "it is down" }), {
    exitCode: EXIT.missing,
    message:
      /^ap-south-2 is the active region \(epoch 3\), so this would go to ap-south-1\. The recoverer of ap-south-1/,
  });
});

test("a pause says until when it lasts, and how it is ended before", async (t) => {
  const running = layOut("/tmp/tandem-nowhere", await freePorts(50), (region) => `${region.directory}/postgres`);
  for (const { ports } of running.regions) {
    const server = createServer((_, answer) => answer.end(JSON.stringify({ says: "Automatic fail-over is paused." })));
    await new Promise<void>((resolve) => server.listen(ports.recoverer, "127.0.0.1", resolve));
    t.after(() => server.close());
  }
  const written: string[] = [];
  const write = t.mock.method(process.stdout, "write", (text: string) => written.push(text) > 0);
  const code = await runPause({ ...place, installation: running }, { for: "30m", reason: "network work" });
  write.mock.restore();
  assert.equal(code, EXIT.ok);
  const [until] = /\d{4}-\S+Z(?=; 'tandem resume-automatic')/.exec(written.join("")) ?? [];
  const leftMs = Date.parse(until ?? "") - Date.now();
  assert.ok(leftMs > 29 * 60_000 && leftMs <= 30 * 60_000, written.join(""));
});
