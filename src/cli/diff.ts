// `tandem diff`: what the blueprint as it is now would change in what was synthesized before.
import { EXIT, Refused } from "../core/errors.ts";
import { readOutput } from "../drivers/synthesis/output-directory.ts";
import { MODEL_FILE, synthesize } from "../platform/synthesize.ts";
import { type Change, changesBetween } from "../platform/terraform/changes.ts";
import { readModel } from "../platform/terraform/model.ts";
import { choosePlatform } from "./chosen-platform.ts";
import { diffLines } from "./diff-text.ts";

type Options = { readonly blueprint: string; readonly environment?: string; readonly json?: boolean };

/** 0 when data is safe, 1 when something that holds data would be destroyed or replaced. */
export async function runDiff(directory: string, options: Options, out: NodeJS.WriteStream): Promise<number> {
  const before = readModel(readOutput(directory, MODEL_FILE), `${directory}/${MODEL_FILE}`);
  const platform = await choosePlatform(options.blueprint, options.environment ?? before.environment);
  const after = synthesize(platform).model;
  if (before.platform !== after.platform) {
    throw new Refused(
      `${directory} holds the platform "${before.platform}", and the blueprint describes "${after.platform}". Name its blueprint with --blueprint.`,
      EXIT.usage,
    );
  }
  const changes = changesBetween(before, after);
  out.write(options.json ? `${JSON.stringify(changes)}\n` : `${diffLines(changes).join("\n")}\n`);
  return changes.some(losesData) ? EXIT.findings : EXIT.ok;
}

const losesData = (change: Change): boolean => change.loses !== null;
