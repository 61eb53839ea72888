// `npm run proof:checkov`: checkov over the Terraform of every blueprint. It comes from Python's registry, which not every
// machine has, so this is a command of its own; without it the command says how to get it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blueprintNames, synthesize, writeStacks } from "../synthesized.ts";
import { verdictOf } from "./verdict.ts";
import { WAIVERS } from "./waivers.ts";

const RUN_MS_MAX = 10 * 60_000;
const OUTPUT_BYTES_MAX = 256 * 1024 * 1024;
const SHOWN_MAX = 100;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (spawnSync("checkov", ["--version"], { stdio: "ignore" }).error) {
  say("checkov isn't on PATH. Get it with: pipx install checkov   (or: pip install checkov)");
  process.exitCode = 1;
} else {
  const work = mkdtempSync(join(tmpdir(), "tandem-checkov-"));
  try {
    process.exitCode = (await prove(work)) ? 0 : 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function prove(work: string): Promise<boolean> {
  let fine = true;
  for (const name of blueprintNames()) {
    const directory = join(work, name);
    writeStacks(directory, (await synthesize(name)).stacks);
    // 0: all passed, 1: some failed; anything else is checkov's own trouble. Modules and policies aren't fetched.
    const { status, stdout, stderr } = spawnSync(
      "checkov",
      [
        "--directory",
        directory,
        "--framework",
        "terraform",
        "--output",
        "json",
        "--compact",
        "--quiet",
        "--download-external-modules",
        "false",
      ],
      { encoding: "utf8", timeout: RUN_MS_MAX, maxBuffer: OUTPUT_BYTES_MAX },
    );
    if (status !== 0 && status !== 1) throw new Error(`checkov failed on ${name}: ${stderr}`);
    const verdict = verdictOf(JSON.parse(stdout), WAIVERS, new Date().toISOString().slice(0, 10));
    say(`${name}: ${verdict.passed} passed, ${verdict.failed.length} failed, ${verdict.waived.length} waived`);
    for (const check of verdict.failed.slice(0, SHOWN_MAX))
      say(`  ${check.check_id} ${check.file_path} ${check.resource}: ${check.check_name}`);
    if (verdict.failed.length > SHOWN_MAX) say(`  … and ${verdict.failed.length - SHOWN_MAX} more`);
    for (const waiver of verdict.expired)
      say(
        `  The waiver of ${waiver.check} for ${waiver.resource} ended on ${waiver.until}: mend it, or decide anew in test/terraform/checkov/waivers.ts.`,
      );
    if (verdict.parsingErrors > 0) say(`  checkov could not read ${verdict.parsingErrors} files`);
    fine &&= verdict.failed.length === 0 && verdict.expired.length === 0 && verdict.parsingErrors === 0;
  }
  return fine;
}
