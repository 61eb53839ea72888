// What the commands of recovery ask of the recoverers: each region's own, directly. A silent one is a fact, not a failure.

import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { EXIT, Refused } from "../core/errors.ts";
import type { Installation, RegionLayout } from "../core/installation.ts";
import type { RecoveryView } from "../core/recovery-view.ts";
import { insideOrigin } from "../drivers/http/inside.ts";
import { linkHeaders } from "../drivers/http/link-key.ts";
import type { Command } from "../recovery/run/protocol.ts";

export type Place = { installation: Installation; linkKey: string };
export type HeardView = { region: RegionLayout; view: RecoveryView | undefined };

const QUESTION_MS_MAX = 1_500;
const COMMAND_MS_MAX = 6_000;
/** A recoverer that is killed while it answers is started again within two seconds or so. */
const REPEAT_MS_MAX = 12_000;
const REPEAT_EVERY_MS = 200;

/** JSON of one recoverer's path, whatever the status; undefined when it is silent. */
export async function askRecoverer<T>(
  { linkKey }: Place,
  region: RegionLayout,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; told: T } | undefined> {
  try {
    const response = await fetch(`${insideOrigin(region.ports.recoverer)}${path}`, {
      headers: { ...linkHeaders(linkKey), "content-type": "application/json", ...headers },
      signal: AbortSignal.timeout(body === undefined ? QUESTION_MS_MAX : COMMAND_MS_MAX),
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
    return { status: response.status, told: (await response.json()) as T };
  } catch {
    return undefined;
  }
}

/** Both regions' views, in the installation's order. */
export async function heardViews(place: Place): Promise<[HeardView, HeardView]> {
  const heard = async (region: RegionLayout): Promise<HeardView> => {
    const answer = await askRecoverer<RecoveryView>(place, region, "/internal/status");
    return { region, view: answer?.status === 200 ? answer.told : undefined };
  };
  const [first, second] = place.installation.regions;
  return await Promise.all([heard(first), heard(second)]);
}

/**
 * Gives a command to a region's recoverer; throws `Refused` with its reason. While the recoverer is silent the command is
 * repeated under one Idempotency-Key: a recoverer that was killed after it took the command finds it in its journal.
 */
export async function commandRecoverer(
  place: Place,
  region: RegionLayout,
  command: Command,
): Promise<{ run: string | null; says: string }> {
  type Told = { kind?: string; run?: string | null; says?: string; because?: string };
  const key = { "idempotency-key": randomUUID() };
  const ask = () => askRecoverer<Told>(place, region, "/commands", command, key);
  const untilMs = performance.now() + REPEAT_MS_MAX;
  let answer = await ask();
  while (!answer && performance.now() < untilMs) {
    await wait(REPEAT_EVERY_MS);
    answer = await ask();
  }
  if (!answer) {
    throw new Refused(
      `The recoverer of ${region.name} didn't answer for ${REPEAT_MS_MAX / 1_000} s, so whether it took this isn't known. ` +
        "Look with 'tandem history' before you try again.",
      EXIT.missing,
    );
  }
  const { status, told } = answer;
  if (status < 300) return { run: told.run ?? null, says: told.says ?? "Taken." };
  throw new Refused(told.because ?? `The recoverer of ${region.name} answered ${status}.`, EXIT.refused);
}
