// What a region's processes ask of its lease: how it stands, that a committed write may be answered, and what plans do with it.
// A refusal changes nothing and says why; what was taken on goes on by itself, and is seen in the view.

import { type InternalAnswer, type InternalRequest, jsonObject, refusal } from "../../drivers/http/serve-internal.ts";
import type { AskedEvent, LeaseDriver } from "./lease-driver.ts";

const TEXT_CHARACTERS_MAX = 500;
const NAME = /^[A-Za-z0-9._-]{1,64}$/;

type Told = Record<string, unknown>;

const whole = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const name = (value: unknown): value is string => typeof value === "string" && NAME.test(value);
const text = (value: unknown): value is string => typeof value === "string" && value.length <= TEXT_CHARACTERS_MAX;

/** What each path asks of the keeper, from the members of its body; a sentence where they aren't as they should be. */
const EVENTS: Record<string, (told: Told) => AskedEvent | string> = {
  contend: ({ why, above, solo, overSolo }) =>
    text(why) && whole(above) && typeof solo === "boolean"
      ? { kind: "contend", why, above, solo, overSolo: overSolo === true }
      : "`why` is a text, `above` an epoch, `solo` true or false.",
  disarm: () => ({ kind: "disarm" }),
  open: ({ epoch }) => (whole(epoch) ? { kind: "open", epoch } : "`epoch` is a whole number."),
  close: ({ epoch }) => (whole(epoch) ? { kind: "close", epoch } : "`epoch` is a whole number."),
  yield: ({ epoch, to, incarnation }) =>
    whole(epoch) && name(to) && name(incarnation)
      ? { kind: "yield", epoch, to, incarnation }
      : "`epoch` is a whole number, `to` a region, `incarnation` its guardian's run.",
  resign: ({ epoch, because }) =>
    whole(epoch) && text(because) ? { kind: "resign", epoch, because } : "`epoch` is a whole number, `because` a text.",
};

/** undefined for a path that isn't the lease's. */
export async function leaseRoute(
  { method, url, body }: InternalRequest,
  lease: LeaseDriver,
): Promise<InternalAnswer | undefined> {
  if (url.pathname !== "/lease" && !url.pathname.startsWith("/lease/")) return undefined;
  if (url.pathname === "/lease") {
    return method === "GET" ? { status: 200, json: lease.view() } : refusal(405, "A lease is read with GET.");
  }
  if (method !== "POST") return refusal(405, "Something is asked of a lease with POST.");
  const told = jsonObject(body);
  if (!told) return refusal(400, "The body isn't a JSON object.");
  const what = url.pathname.slice("/lease/".length);
  if (what === "confirm") return await confirm(told, lease);
  const event = Object.hasOwn(EVENTS, what) ? EVENTS[what]?.(told) : undefined;
  if (event === undefined) return undefined;
  if (typeof event === "string") return refusal(400, event);
  const asked = lease.ask(event);
  if (!asked.ok) return refusal(409, asked.because);
  return { status: 202, json: { lease: lease.view() } };
}

/** 200 says that a renewal round which began after this request has two answers: the epoch was held when it was asked. */
async function confirm({ epoch }: Told, lease: LeaseDriver): Promise<InternalAnswer> {
  if (!whole(epoch)) return refusal(400, "`epoch` is a whole number.");
  const confirmation = await lease.confirm(epoch);
  if (confirmation.kind === "confirmed") return { status: 200, json: { epoch: confirmation.epoch } };
  return refusal(409, confirmation.kind === "unconfirmed" ? confirmation.because : "No round confirmed it in time.");
}
