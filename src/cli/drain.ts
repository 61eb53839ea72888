// `tandem drain`: told to the edge directly, so it works whichever region is away.

import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { DRAIN_LIMITS, drainPreview, drainText, type EdgeDrains, type PastDrain } from "../core/drain.ts";
import { EXIT, Refused } from "../core/errors.ts";
import { linkHeaders } from "../drivers/http/link-key.ts";
import { readStatus } from "../drivers/status/read-status.ts";
import type { Place } from "./ask-recoverers.ts";
import type { DrainOptions } from "./drain-commands.ts";
import { who } from "./recovery.ts";

const EDGE_MS_MAX = 3_000;
const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000 };

type Told = EdgeDrains & { says?: string };

export async function runDrain(
  place: Place,
  region: string | undefined,
  options: DrainOptions,
  out: NodeJS.WriteStream,
): Promise<number> {
  const told = options.end ? await end(place, region, options) : await beginOrLook(place, region, options, out);
  if (told === undefined) return EXIT.ok;
  if (options.json) out.write(`${JSON.stringify({ drain: told.drain, past: told.past })}\n`);
  else out.write(`${told.says ?? lookText(told)}\n`);
  return EXIT.ok;
}

async function end(place: Place, region: string | undefined, { reason = "" }: DrainOptions): Promise<Told> {
  if (region !== undefined) throw new Refused("--end takes no region: there is one drain at most.", EXIT.usage);
  return await askEdge(place, "/end", { reason, who: who() });
}

/** undefined where nothing was asked of the edge but a preview. */
async function beginOrLook(
  place: Place,
  region: string | undefined,
  options: DrainOptions,
  out: NodeJS.WriteStream,
): Promise<Told | undefined> {
  const seen = await askEdge(place, "");
  if (region === undefined) {
    if (options.share !== undefined) throw new Refused("Say which region gets fewer events.", EXIT.usage);
    return seen;
  }
  const [sharePercent, forMs] = [percent(options.share), durationMs(options.for)];
  const lines = await preview(place, { region, sharePercent }, seen);
  if (options.dryRun) {
    out.write(`${lines.join("\n")}\nNothing was changed.\n`);
    return undefined;
  }
  const { reason } = options;
  if (reason === undefined || reason.trim() === "") {
    throw new Refused("Say why with --reason 'text': the next person on call reads it.", EXIT.usage);
  }
  if (!options.yes) await confirm(lines);
  const body = { id: randomUUID(), region, sharePercent, forMs, reason, who: who(), seen: seen.drain?.id ?? null };
  return await askEdge(place, "", body);
}

async function preview(
  { installation, linkKey }: Place,
  asked: { region: string; sharePercent: number },
  { drain }: EdgeDrains,
): Promise<string[]> {
  if (!installation.regions.some(({ name }) => name === asked.region)) {
    const names = installation.regions.map(({ name }) => name).join(" and ");
    throw new Refused(`There is no region "${asked.region}" in this installation; there are ${names}.`, EXIT.usage);
  }
  const { regions } = await readStatus(installation, linkKey);
  const [one, two] = regions.map(({ name, accepting, events }) => ({ name, accepting, perSecond: events.perSecond }));
  if (!one || !two) throw new Error("Bug: a status without two regions");
  const standing = drain ? [`In force now, and replaced: ${drainText(drain)}`] : [];
  return [...standing, ...drainPreview([one, two], asked, drain)];
}

async function confirm(lines: string[]): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new Refused(`${lines.join("\n")}\nConfirm it with --yes, or look first with --dry-run.`, EXIT.refused);
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const typed = await asking.question(`${lines.join("\n")}\nType yes to go on: `);
  asking.close();
  if (typed.trim() !== "yes") throw new Refused("Nothing was changed.", EXIT.refused);
}

async function askEdge({ installation, linkKey }: Place, path: string, body?: unknown): Promise<Told> {
  const url = `http://127.0.0.1:${installation.edgePort}/internal/drain${path}`;
  const response = await fetch(url, {
    headers: { ...linkHeaders(linkKey), "content-type": "application/json" },
    signal: AbortSignal.timeout(EDGE_MS_MAX),
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  }).catch(() => undefined);
  const told = (await response?.json().catch(() => undefined)) as (Told & { because?: string }) | undefined;
  if (response?.ok && told) return told;
  if (response?.status === 409) throw new Refused(told?.because ?? "The edge refused it.", EXIT.refused);
  throw new Refused("The edge doesn't answer. 'tandem status' says why; 'tandem start edge' starts it.", EXIT.missing);
}

/** undefined where the edge is away. */
export const edgeDrains = (place: Place): Promise<EdgeDrains | undefined> => askEdge(place, "").catch(() => undefined);

function lookText({ drain, past }: EdgeDrains): string {
  const now = drain ? drainText(drain) : "No drain is in force: events go the usual way.";
  return [now, ...past.map(pastDrainText)].join("\n");
}

export function pastDrainText({
  startedAt,
  endedAt,
  sharePercent,
  region,
  to,
  who: by,
  reason,
  ended,
}: PastDrain): string {
  const lasted = Math.round((endedAt - startedAt) / 1_000);
  return `${new Date(startedAt).toISOString()}  drain ${String(lasted).padStart(11)} s  ${sharePercent} % of ${region} to ${to} (${by}: ${reason}), ${ended}`;
}

function percent(text: string | undefined): number {
  const { percentMin, percentMax } = DRAIN_LIMITS;
  const share = /^\d{1,3}%?$/.test(text ?? "") ? Number.parseInt(text ?? "", 10) : Number.NaN;
  if (share >= percentMin && share <= percentMax) return share;
  throw new Refused(`--share takes a whole number of percent from ${percentMin} to ${percentMax}.`, EXIT.usage);
}

function durationMs(text: string): number {
  const [, number, unit] = /^(\d{1,6})([smh])$/.exec(text) ?? [];
  const ms = Number(number) * (UNITS[unit ?? ""] ?? Number.NaN);
  const { forMsMin, forMsMax } = DRAIN_LIMITS;
  if (ms >= forMsMin && ms <= forMsMax) return ms;
  throw new Refused(
    `--for takes a time such as 90s, 10m or 2h, from ${forMsMin / 1_000}s to ${forMsMax / 3_600_000}h; "${text}" isn't one.`,
    EXIT.usage,
  );
}
