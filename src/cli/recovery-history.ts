// `tandem history`: what recovery did, in either region, newest first, and what people drained; or one run, step by step.

import { EXIT, Refused } from "../core/errors.ts";
import type { RunView } from "../core/recovery-view.ts";
import { heardViews, type Place } from "./ask-recoverers.ts";
import { edgeDrains, pastDrainText } from "./drain.ts";
import { runOf } from "./recovery.ts";
import { runText, seconds } from "./recovery-text.ts";

export async function runHistory(
  place: Place,
  id: string | undefined,
  { json = false }: { json?: boolean },
  out: NodeJS.WriteStream,
): Promise<number> {
  if (id !== undefined) {
    for (const region of place.installation.regions) {
      const run = await runOf(place, region, id);
      if (!run) continue;
      out.write(`${json ? JSON.stringify(run) : runText(run)}\n`);
      return EXIT.ok;
    }
    throw new Refused(`No recoverer that answers knows of a run "${id}". 'tandem history' lists them.`, EXIT.missing);
  }
  const [heard, edge] = await Promise.all([heardViews(place), edgeDrains(place)]);
  const runs = heard
    .flatMap(({ view }) => [...(view?.run ? [view.run] : []), ...(view?.history ?? [])])
    .sort((a, b) => b.startedAt - a.startedAt);
  const silent = heard.filter(({ view }) => !view).map(({ region }) => region.name);
  if (json) {
    out.write(`${JSON.stringify({ runs, drains: edge?.past ?? null, silent })}\n`);
  } else {
    for (const name of silent) out.write(`The recoverer of ${name} doesn't answer; its runs are missing here.\n`);
    if (!edge) out.write("The edge doesn't answer; drains are missing here.\n");
    const lines = [
      ...runs.map((run) => ({ at: run.startedAt, text: line(run) })),
      ...(edge?.past ?? []).map((drain) => ({ at: drain.startedAt, text: pastDrainText(drain) })),
    ].sort((a, b) => b.at - a.at);
    out.write(lines.length === 0 ? `${nothing(silent.length)}\n` : `${lines.map(({ text }) => text).join("\n")}\n`);
  }
  return silent.length === heard.length ? EXIT.missing : EXIT.ok;
}

/** Silence of a region is no proof that nothing was done there. */
function nothing(silentRegions: number): string {
  if (silentRegions === 0) return "Recovery has had nothing to do yet.";
  return silentRegions === 1
    ? "The other region knows of nothing that recovery did."
    : "So what recovery did isn't known here. Is the installation running? 'tandem status' says.";
}

const line = (run: RunView): string => {
  const by = run.automatic ? "automatic" : run.who;
  return `${new Date(run.startedAt).toISOString()}  ${run.state.padEnd(10)} ${seconds(run.elapsedMs).padStart(8)}  ${run.title} (${by})  ${run.id}`;
};
