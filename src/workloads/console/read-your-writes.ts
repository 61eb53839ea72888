// What a reader of the catalogue is promised: with the token of a change it sees that change, or is told why not; without one,
// what it sees is no older than the bound, and says how old it is.

import { setTimeout as wait } from "node:timers/promises";
import type { Context } from "hono";
import {
  ACCEPT_STALE_HEADER,
  DATA_AGE_HEADER,
  DATA_AGE_MS_MAX,
  judgeToken,
  parseToken,
  printToken,
  type Reached,
  TOKEN_HEADER,
  TOKEN_WAIT_MS_MAX,
} from "../../app/catalogue/token.ts";
import type { LogPosition } from "../../core/log-position.ts";
import type { ConsoleParts, Endpoint } from "./endpoint.ts";
import { ProblemError } from "./problem.ts";

const LOOK_MS = 25;

/** Waits until the caller's token is visible here. Answers the headers of the response, or throws a problem. */
export async function readable(c: Context, parts: ConsoleParts, { access }: Endpoint): Promise<Record<string, string>> {
  const text = c.req.header(TOKEN_HEADER);
  const reached = text === undefined ? await parts.catalogue.reached() : await reachToken(text, parts);
  if (reached.primary) return {};
  const ageMs = reached.ageMs === null ? null : Math.round(reached.ageMs);
  // The installation's own processes know what they ask.
  const accepts = access === "link-key" || c.req.header(ACCEPT_STALE_HEADER) === "1";
  if ((ageMs === null || ageMs > DATA_AGE_MS_MAX) && !accepts) {
    const age = ageMs === null ? "of unknown age" : `${Math.round(ageMs / 1_000)} s old`;
    throw new ProblemError(
      "replica-stale",
      `What ${parts.region.name} holds of the catalogue is ${age}, and more than ${DATA_AGE_MS_MAX / 1_000} s isn't shown ` +
        `unasked. Send ${ACCEPT_STALE_HEADER}: 1 to see it all the same.`,
    );
  }
  return ageMs === null ? {} : { [DATA_AGE_HEADER]: String(ageMs) };
}

async function reachToken(text: string, parts: ConsoleParts): Promise<Reached> {
  const token = parseToken(text);
  if (!token) throw new ProblemError("bad-request", `${TOKEN_HEADER} isn't a token that a change was answered with.`);
  const untilMs = performance.now() + TOKEN_WAIT_MS_MAX;
  for (;;) {
    const reached = await parts.catalogue.reached();
    const verdict = judgeToken(token, reached);
    if (verdict.kind === "visible") return reached;
    if (verdict.kind === "lost") {
      throw new ProblemError(
        "write-lost-in-fail-over",
        `The change with this token, made under epoch ${token.epoch}, isn't in the history that epoch ${verdict.epoch} took ` +
          "over. It is listed when the former region returns; make it again if it is still wanted.",
      );
    }
    if (performance.now() >= untilMs) {
      throw new ProblemError(
        "replica-behind",
        `${parts.region.name} hasn't got the change with this token yet. Try again shortly, or ask the active region.`,
      );
    }
    await wait(LOOK_MS);
  }
}

export function tokenHeader(epoch: number, position: LogPosition): Record<string, string> {
  return { [TOKEN_HEADER]: printToken({ epoch, position }) };
}
