// What is refused before anything is asked of any region: no process of the installation runs here.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EXIT } from "../core/errors.ts";
import { layOut } from "../drivers/installation.ts";
import { runPause, runPlan } from "./recovery.ts";

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
