// What a person would do in a drill, given to a region's recoverer as the command line and the console give it: the server
// decides, and refuses in words.

import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Refused } from "../core/errors.ts";
import { type Installation, regionOf } from "../core/installation.ts";
import type { RecoveryView } from "../core/recovery-view.ts";
import { linkHeaders } from "../drivers/http/link-key.ts";
import type { Command, CommandOutcome } from "../recovery/run/protocol.ts";
import { newAgent, send } from "./request.ts";

const ASK_MS_MAX = 5_000;
/** What a recoverer saw a moment ago may be refused now; a person would look again, and so does this. */
const TRIES_MAX = 20;
const PAUSE_MS = 500;

type World = { installation: Installation; linkKey: string };

/** Sends the command that fits what the recoverer shows; `undefined`: nothing fits yet. */
export async function order(
  { installation, linkKey }: World,
  region: string,
  fitting: (view: RecoveryView) => Command | undefined,
): Promise<string> {
  const port = regionOf(installation, region).ports.recoverer;
  const agent = newAgent(1);
  let last = "its recoverer doesn't answer";
  try {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      if (tries > 0) await wait(PAUSE_MS);
      const common = { port, timeoutMs: ASK_MS_MAX, agent };
      const seen = await send({ ...common, method: "GET", path: "/internal/status", headers: linkHeaders(linkKey) });
      if (seen.kind !== "answer" || seen.status !== 200) continue;
      const command = fitting(JSON.parse(seen.body) as RecoveryView);
      if (!command) {
        last = "there was nothing to answer";
        continue;
      }
      const headers = { ...linkHeaders(linkKey), "idempotency-key": randomUUID() };
      const told = await send({ ...common, method: "POST", path: "/commands", headers, body: JSON.stringify(command) });
      if (told.kind !== "answer") continue;
      const outcome = JSON.parse(told.body) as Partial<CommandOutcome> & { detail?: string };
      if (told.status < 300 && outcome.kind === "accepted") return outcome.says ?? "accepted";
      last = outcome.kind === "refused" ? (outcome.because ?? "refused") : (outcome.detail ?? told.body.slice(0, 200));
    }
  } finally {
    agent.destroy();
  }
  throw new Refused(`Tried to give ${region}'s recoverer an order; ${last}.`);
}
