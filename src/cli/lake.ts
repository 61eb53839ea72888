// `tandem lake verify`: reads everything that the buckets and logs hold, and proves it or says what is wrong.

import { EXIT, Refused } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import { runLakeVerify } from "../drivers/lake/verify.ts";

type Options = { region?: string; json?: boolean };

/** 0 when everything is proved, 1 when something is wrong. Needs no running process. */
export async function runLake(
  installation: Installation,
  what: string,
  options: Options,
  out: NodeJS.WriteStream,
): Promise<number> {
  if (what !== "verify") {
    throw new Refused(`'tandem lake ${what}' is no command. There is: tandem lake verify.`, EXIT.usage);
  }
  const names = installation.regions.map((region) => region.name);
  if (options.region !== undefined && !names.includes(options.region)) {
    throw new Refused(`There is no region "${options.region}" here; there are ${names.join(", ")}.`, EXIT.usage);
  }
  const { report, lines, ok } = await runLakeVerify(installation, options.region);
  out.write(options.json ? `${JSON.stringify(report)}\n` : `${lines.join("\n")}\n`);
  return ok ? EXIT.ok : EXIT.findings;
}
