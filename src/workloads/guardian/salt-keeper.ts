// Keeps a region's salts: the active region makes them ahead, the passive one copies them, both destroy the old.

import { randomBytes } from "node:crypto";
import { addDays, dayStart, type InstantMs, type UtcDay, utcDay } from "../../core/time.ts";
import { insideOrigin } from "../../drivers/http/inside.ts";
import { linkHeaders } from "../../drivers/http/serve.ts";
import { destroyOldSalts, putSalt, readSalt, SALT_BYTES, saltDaysAt } from "../../drivers/salts/salt-files.ts";
import type { Role } from "../../recovery/register.ts";

const PEER_MS_MAX = 1_000;

/** A salt that the peer has; null when it was heard and has none; undefined when it couldn't be heard. */
export type AskPeer = (day: UtcDay) => Promise<Buffer | null | undefined>;

/**
 * One round; may be repeated at will. An active region asks its peer before it makes a salt for a day that may be in use
 * there, so a lost file comes back as it was. True when every day that a region should hold is there.
 */
export async function keepSalts(directory: string, role: Role, now: InstantMs, askPeer: AskPeer): Promise<boolean> {
  await destroyOldSalts(directory, now);
  let complete = true;
  const { kept, made } = saltDaysAt(now);
  for (const day of role === "active" ? made : kept) {
    const own = await readSalt(directory, day);
    const frozen = now >= dayStart(day);
    if (own && (role === "active" || frozen)) continue;
    const peers = await askPeer(day);
    if (peers) await putSalt(directory, day, peers, { now, replace: role === "passive" });
    else if (role === "active") await putSalt(directory, day, randomBytes(SALT_BYTES), { now, replace: false });
    // Yesterday's salt may never have been made: an installation of today.
    else if (!own && day !== addDays(utcDay(now), -1)) complete = false;
  }
  return complete;
}

/** `port`: that of the link to the peer's guardian. */
export function peerAsker(port: number, linkKey: string): AskPeer {
  return async (day) => {
    try {
      const response = await fetch(`${insideOrigin(port)}/salts/${day}`, {
        headers: linkHeaders(linkKey),
        signal: AbortSignal.timeout(PEER_MS_MAX),
      });
      const body = Buffer.from(await response.arrayBuffer());
      if (response.status === 200 && body.length === SALT_BYTES) return body;
      return response.status === 404 ? null : undefined;
    } catch {
      // Not heard: an active region goes on alone, a passive one asks again.
      return undefined;
    }
  };
}
