// A drill with its evidence: what the command line, the benchmark and the tests call.

import { userInfo } from "node:os";
import { basename, join } from "node:path";
import type { Installation } from "../core/installation.ts";
import { lockDrills } from "./drill-lock.ts";
import { type Attachment, evidenceDirectory, writeEvidence } from "./evidence.ts";
import type { LoadOptions } from "./load.ts";
import { type DrillRecord, recordOf } from "./record.ts";
import { type DrillResult, runDrill } from "./run-drill.ts";
import type { Scenario } from "./scenario.ts";
import type { Happening } from "./timeline.ts";

export const USUAL_LOAD: LoadOptions = { eventsPerSecond: 500, writersAtEdge: 4 };

export type Drilled = {
  directory: string;
  record: DrillRecord;
  result: DrillResult;
  copies: string[];
  missed: string[];
};

export type DrillOptions = {
  load?: LoadOptions;
  who?: string;
  print?: (happening: Happening) => void;
  signal?: AbortSignal;
  /** What others saw of it, asked for when it is over and before the evidence is signed. */
  attach?: () => Promise<readonly Attachment[]>;
};

export async function drill(
  place: { installation: Installation; linkKey: string },
  scenario: Scenario,
  options: DrillOptions = {},
): Promise<Drilled> {
  const { installation } = place;
  const { load = USUAL_LOAD, who = userInfo().username, print = () => {}, signal } = options;
  const letGo = lockDrills(installation, scenario.name, who);
  try {
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const directory = join(evidenceDirectory(installation), `${scenario.name}-${stamp}`);
    const parts = { ...place, directory, run: stamp, who, load, print, signal: signal ?? new AbortController().signal };
    const result = await runDrill(parts, scenario);
    const rate = load.eventsPerSecond === USUAL_LOAD.eventsPerSecond ? "" : ` --rate ${load.eventsPerSecond}`;
    const record = recordOf(result, installation, basename(directory), `tandem drill ${scenario.name}${rate}`);
    const attachments = (await options.attach?.()) ?? [];
    return {
      directory,
      record,
      result,
      ...(await writeEvidence(installation, directory, result, record, attachments)),
    };
  } finally {
    letGo();
  }
}
