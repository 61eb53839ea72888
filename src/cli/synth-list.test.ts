import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../platform/kubernetes/checks/check.ts";
import { countLine, listLines, manifestLines } from "./synth-list.ts";

const outputs = [
  { path: "terraform/global/main.tf", text: "a\n", why: "What belongs to no region." },
  { path: "gitops/rendered/prod/north/collector/service.collector.yaml", text: "b\n", why: "Reaches the pods." },
  { path: "gitops/releases/prod-north.json", text: "{}\n", why: "What runs." },
  { path: "tandem.synth.json", text: "x".repeat(2_048), why: "The graph." },
];

test("a list names every file once, below its directory, with why it is there", () => {
  const lines = listLines(outputs);
  for (const { path, why } of outputs) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    assert.equal(lines.filter((line) => line.includes(name) && line.endsWith(why)).length, 1, path);
  }
  assert.ok(lines.includes("gitops/rendered/prod/north/collector/"));
  assert.ok(lines.includes("./"));
});

test("the count tells files by their first folder, and objects of clusters apart from other files", () => {
  assert.equal(countLine(outputs), "4 files (terraform 1, gitops 2, . 1), 2 KiB, 1 objects of clusters.");
});

const warning = (object: string): Finding => ({
  id: "KUBE-10",
  severity: "warning",
  holds: "The manifests name a release.",
  why: "No cluster admits another image.",
  mend: "Render with a release.",
  region: "north",
  object,
  says: "has no release",
});

test("a check's warning is said once, with how many objects it means and what to do", () => {
  assert.deepEqual(manifestLines([]), []);
  assert.deepEqual(manifestLines([warning("Rollout/console"), warning("Rollout/query")]), [
    "The manifests' own checks warn:",
    "  KUBE-10 in north: Rollout/console has no release, and 1 more like it. Render with a release.",
  ]);
});
