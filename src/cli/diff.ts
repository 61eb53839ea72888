// `tandem diff`: what the blueprint as it is now would change in what was synthesized before.
import { EXIT, Refused } from "../core/errors.ts";
import { differencesFrom, readOutput } from "../drivers/synthesis/output-directory.ts";
import { MODEL_FILE, synthesize, TERRAFORM_DIRECTORY } from "../platform/synthesize.ts";
import { type Change, changesBetween, unguarded } from "../platform/terraform/changes.ts";
import { readModel } from "../platform/terraform/model.ts";
import { chooseEnvironments, choosePlatform } from "./chosen-platform.ts";
import { differenceLines, diffLines, unguardedLines } from "./diff-text.ts";
import { readRelease } from "./promote.ts";

export type DiffOptions = {
  readonly blueprint: string;
  readonly environment?: string;
  readonly json?: boolean;
  readonly release?: string;
  /** Compare with what is applied before a platform is taken down. */
  readonly unprotected?: boolean;
};

/** 0 when data is safe, 1 when something that holds data would be destroyed or replaced. */
export async function runDiff(directory: string, options: DiffOptions, out: NodeJS.WriteStream): Promise<number> {
  const before = readModel(readOutput(directory, MODEL_FILE), `${directory}/${MODEL_FILE}`);
  const platform = await choosePlatform(options.blueprint, options.environment ?? before.environment);
  const release = options.release === undefined ? null : readRelease(options.release);
  const synthesis = synthesize(platform, {
    release,
    environments: await chooseEnvironments(options.blueprint),
    unprotected: options.unprotected ?? false,
  });
  const after = synthesis.model;
  if (before.platform !== after.platform) {
    throw new Refused(
      `${directory} holds the platform "${before.platform}", and the blueprint describes "${after.platform}". Name its blueprint with --blueprint.`,
      EXIT.usage,
    );
  }
  const changes = changesBetween(before, after);
  if (options.json) {
    out.write(`${JSON.stringify(changes)}\n`);
  } else {
    const files = new Map([...synthesis.files].filter(([path]) => !isTerraform(path)));
    const { changed, added, removed } = differencesFrom(directory, files);
    const lines = differenceLines({ changed, added, removed: removed.filter((path) => !isTerraform(path)) });
    const others = lines.length === 0 ? [] : ["", "Other files:", ...lines];
    out.write(`${[...diffLines(changes), ...unguardedLines(unguarded(before, after)), ...others].join("\n")}\n`);
  }
  return changes.some(losesData) ? EXIT.findings : EXIT.ok;
}

/** Compared resource by resource above, so not file by file. */
const isTerraform = (path: string): boolean => path === MODEL_FILE || path.startsWith(`${TERRAFORM_DIRECTORY}/`);

const losesData = (change: Change): boolean => change.loses !== null;
