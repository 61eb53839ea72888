// A release goes to one region, then to the other, and is taken back by reverting a commit: in a repository of its own, by
// Git itself and the command that pipelines run.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { blueprint } from "../../blueprints/flagship.ts";
import { resolve } from "../../src/blueprint/platform.ts";
import { applyPromotion, pathsOf, textsOf } from "../../src/drivers/synthesis/repository-tree.ts";
import { gitOpsFiles } from "../../src/platform/gitops/files.ts";
import { recordPath } from "../../src/platform/gitops/layout.ts";
import { promotion } from "../../src/platform/gitops/promotion.ts";
import { problemsOfTree, readRecord } from "../../src/platform/gitops/release-record.ts";
import { testCluster, testRelease } from "../../src/platform/gitops/test-release.ts";

const platform = resolve(blueprint);
const { primary, standby } = platform.regions;
const directory = mkdtempSync(join(tmpdir(), "tandem-deploy-"));
after(() => rmSync(directory, { recursive: true, force: true }));

function git(...args: string[]): string {
  const run = spawnSync("git", ["-C", directory, "-c", "user.name=test", "-c", "user.email=test@localhost", ...args], {
    encoding: "utf8",
  });
  assert.equal(run.status, 0, `git ${args.join(" ")}: ${run.stderr}`);
  return run.stdout.trim();
}
const treeNow = (): ReadonlyMap<string, string> => textsOf(directory, pathsOf(directory));

/** What ci/propose.sh does, without a host: one commit for one region. */
function promote(region: typeof primary, number: number, more?: string): { written: number; removed: number } {
  const before = treeNow();
  const rendered = gitOpsFiles(platform, testRelease(number), [testCluster(more)]);
  const done = applyPromotion(directory, promotion(platform, region, rendered, [...before.keys()]), before);
  git("add", "-A");
  git("commit", "-q", "--allow-empty", "-m", `${region.name}: 1.${number}.0`);
  return done;
}

test("reverting a promotion brings its region back to the release before, byte for byte, and no other region", () => {
  git("init", "-q", "-b", "main");
  promote(primary, 1);
  promote(standby, 1);
  const first = treeNow();
  assert.equal(git("rev-parse", "HEAD^{tree}").length, 40);
  const firstTree = git("rev-parse", "HEAD^{tree}");

  const inPrimary = promote(primary, 2, "query");
  assert.ok(inPrimary.written > 3, "the new release writes files");
  promote(standby, 2, "query");
  assert.notDeepEqual(treeNow(), first);

  git("revert", "--no-edit", "HEAD");
  assert.notEqual(git("rev-parse", "HEAD^{tree}"), firstTree, "the other region keeps the new release");
  git("revert", "--no-edit", "HEAD~2");
  assert.equal(git("rev-parse", "HEAD^{tree}"), firstTree);
  assert.deepEqual(treeNow(), first);
});

test("what is taken back fits its record, and promoting it again changes nothing", () => {
  for (const region of [primary, standby]) {
    const tree = treeNow();
    const path = recordPath(platform, region);
    const record = readRecord(tree.get(path) ?? "", path);
    assert.equal(record.release?.version, "1.1.0");
    assert.deepEqual(problemsOfTree(platform, region, record, tree), []);
    assert.deepEqual(promote(region, 1), { written: 0, removed: 0 });
  }
});
