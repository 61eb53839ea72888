// Asks a guardian about its lease and tells it what a plan wants of it. The guardian decides; a refusal is an answer with a
// reason, and what can't be heard is `undefined`, since it may have acted all the same.

import type { SeenLease } from "../../recovery/plan/world.ts";
import { type Asked, ask, tell } from "../http/ask.ts";
import type { Conversation } from "../http/conversation.ts";
import { linkHeaders } from "../http/link-key.ts";

export type LeaseCommand = "contend" | "disarm" | "open" | "close" | "yield" | "resign";

export type GuardianSays =
  | { kind: "accepted" }
  | { kind: "refused"; because: string }
  | { kind: "silent"; because: string };

const COMMAND_MS_MAX = 1_500;
const PATH = "/lease";

/** undefined when the guardian isn't heard within `msMax`, or says something that is no lease. */
export function askLease(port: number, linkKey: string, msMax: number): Promise<SeenLease | undefined> {
  return leaseIn(ask(port, PATH, linkHeaders(linkKey), msMax));
}

/** The same for whoever asks all day long. */
export function askLeaseIn(guardian: Conversation, msMax: number): Promise<SeenLease | undefined> {
  return leaseIn(guardian.ask("GET", PATH, undefined, msMax));
}

async function leaseIn(answer: Promise<Asked>): Promise<SeenLease | undefined> {
  try {
    const { status, body } = await answer;
    if (status !== 200) return undefined;
    const lease = JSON.parse(body) as SeenLease;
    return typeof lease.epoch === "number" && Array.isArray(lease.votes) && typeof lease.state === "string"
      ? lease
      : undefined;
  } catch {
    return undefined;
  }
}

export async function tellLease(
  port: number,
  linkKey: string,
  command: LeaseCommand,
  fields: Record<string, unknown>,
): Promise<GuardianSays> {
  try {
    const { status, body } = await tell(
      port,
      "POST",
      `/lease/${command}`,
      linkHeaders(linkKey),
      fields,
      COMMAND_MS_MAX,
    );
    if (status >= 200 && status < 300) return { kind: "accepted" };
    return { kind: "refused", because: reasonIn(body) ?? `the guardian answered ${status} to ${command}` };
  } catch (error) {
    return { kind: "silent", because: `the guardian didn't answer to ${command}: ${(error as Error).message}` };
  }
}

export function reasonIn(body: string): string | undefined {
  try {
    const told = JSON.parse(body) as { because?: unknown; detail?: unknown };
    return [told.because, told.detail].find((one): one is string => typeof one === "string");
  } catch {
    return undefined;
  }
}
