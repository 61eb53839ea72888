// Sends one batch to the collector and does not give up while the world may heal: ids make repeats harmless.

import { setTimeout as wait } from "node:timers/promises";
import { EXIT, Refused, Unavailable } from "../../core/errors.ts";

export type BatchResult = { accepted: number; refused: { index: number; code: string; detail: string }[] };
export type Target = { url: string; writeKey: string };

const TRIES_MAX = 40;
const PAUSE_MAX_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

export async function sendBatch(target: Target, events: object[], signal: AbortSignal): Promise<BatchResult> {
  const body = JSON.stringify({ batch: events });
  let last: unknown;
  for (let attempt = 0; attempt < TRIES_MAX; attempt += 1) {
    signal.throwIfAborted();
    let pauseMs = Math.min(PAUSE_MAX_MS, 100 * 2 ** attempt) * (0.5 + Math.random());
    try {
      const response = await fetch(`${target.url}/v1/batch`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Basic ${Buffer.from(`${target.writeKey}:`).toString("base64")}`,
        },
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
      });
      const text = await response.text();
      if (response.status === 413 && events.length > 1) return inHalves(target, events, signal);
      const final = response.ok || response.status === 400 || response.status === 413;
      if (final) return resultOf(text, events.length, response.ok);
      if (response.status === 401) throw refusedKey();
      last = `${response.status} ${text.slice(0, 300)}`;
      const retryAfter = Number(response.headers.get("retry-after"));
      if (retryAfter > 0) pauseMs = Math.min(PAUSE_MAX_MS, retryAfter * 1000);
    } catch (error) {
      if (error instanceof Refused || signal.aborted) throw error;
      last = error;
    }
    await wait(pauseMs, undefined, { signal });
  }
  throw new Unavailable(
    `${target.url} accepted no events in ${TRIES_MAX} tries. Look at 'tandem status', then run the same import again: it goes on where it stopped.`,
    { cause: last },
  );
}

/** What is too large as a whole is sent in parts, down to the one event that is too large alone. */
async function inHalves(target: Target, events: object[], signal: AbortSignal): Promise<BatchResult> {
  const middle = Math.ceil(events.length / 2);
  const first = await sendBatch(target, events.slice(0, middle), signal);
  const second = await sendBatch(target, events.slice(middle), signal);
  const moved = second.refused.map((one) => ({ ...one, index: one.index + middle }));
  return { accepted: first.accepted + second.accepted, refused: [...first.refused, ...moved] };
}

/** A 400 lists every event as refused, by index, as an answer with some refused does. */
function resultOf(text: string, sent: number, ok: boolean): BatchResult {
  const answer = JSON.parse(text) as {
    accepted?: number;
    detail?: string;
    refused?: BatchResult["refused"];
    errors?: BatchResult["refused"];
  };
  const refused = (answer.refused ?? answer.errors ?? []).filter((one) => typeof one.index === "number");
  if (ok) return { accepted: answer.accepted ?? sent - refused.length, refused };
  if (refused.length > 0) return { accepted: 0, refused };
  const detail = answer.detail ?? text.slice(0, 300);
  return { accepted: 0, refused: Array.from({ length: sent }, (_, index) => ({ index, code: "refused", detail })) };
}

function refusedKey(): Refused {
  return new Refused(
    "The write key is not known to the collector. See 'tandem projects' for the keys, or pass another with --key.",
    EXIT.refused,
  );
}
