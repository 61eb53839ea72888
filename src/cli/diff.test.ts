import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { EXIT } from "../core/errors.ts";
import { runDiff } from "./diff.ts";
import { runSynth } from "./synth.ts";

const directory = join(mkdtempSync(join(tmpdir(), "tandem-diff-")), "platform");
after(() => rmSync(join(directory, ".."), { recursive: true, force: true }));

async function said(run: (out: NodeJS.WriteStream) => Promise<number>): Promise<{ code: number; text: string }> {
  let text = "";
  const code = await run({ write: (more: string) => (text += more) } as unknown as NodeJS.WriteStream);
  return { code, text };
}
const diff = (unprotected: boolean) => said((out) => runDiff(directory, { blueprint: "flagship", unprotected }, out));

test("before a platform is taken down, diff says which protections come off, and that nothing is lost by it", async () => {
  await said((out) => runSynth("flagship", { out: directory }, out));
  assert.match((await diff(false)).text, /^Nothing changes\.\n$/);

  const { code, text } = await diff(true);
  assert.equal(code, EXIT.ok, text);
  assert.match(text, /deletion_protection: true → false/);
  assert.match(text, /force_destroy: .* → true/);
  assert.match(text, /Terraform no longer refuses to destroy \(\d+\):\n(.*\n)*.*aws_kms_key/);
  assert.doesNotMatch(text, /is destroyed|made anew|Data would be lost/);

  await said((out) => runSynth("flagship", { out: directory, unprotected: true }, out));
  assert.match((await diff(true)).text, /^Nothing changes\.\n$/);
});
