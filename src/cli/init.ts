// `tandem init`: a blueprint to start from, every field with its default and what it means.
import { starterText } from "../blueprint/starter.ts";
import { EXIT } from "../core/errors.ts";
import { writeStarter } from "../drivers/synthesis/blueprint-file.ts";

export async function runInit(file: string, out: NodeJS.WriteStream): Promise<number> {
  writeStarter(file, starterText);
  out.write(
    `${file}: a blueprint with every field's default. Change what differs, delete what doesn't, then:\n  tandem synth ${file} --out platform\n`,
  );
  return EXIT.ok;
}
