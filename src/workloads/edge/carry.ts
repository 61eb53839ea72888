// Carries one request: to the best region, and if that can't answer and the work may be repeated, to the other. A region that
// falls silent holds nothing up for longer than its health checks take. A write that finds no active region waits for one: the
// lease changes hands within seconds, and what never began may begin there.

import { randomBytes } from "node:crypto";
import type { Agent, IncomingMessage, ServerResponse } from "node:http";
import { problemUri } from "../../app/problems.ts";
import type { Installation } from "../../core/installation.ts";
import { regionOf } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { monotonicMs } from "../../drivers/clock.ts";
import { answer, problem } from "./answer.ts";
import type { Drains, Order } from "./drains.ts";
import type { ErrorShares } from "./error-share.ts";
import { type Forwarded, forwarded, giveKept, type Kept, keep, type Outcome, passOn, tryRegion } from "./forward.ts";
import type { HealthWatch } from "./health.ts";
import { candidates } from "./routing.ts";

type Kind = "ingest" | "read" | "write";

export type Edge = {
  installation: Installation;
  linkKey: string;
  agent: Agent;
  health: HealthWatch;
  heldBytes: number;
  /** Writes that wait for a region to become active. */
  heldWrites: number;
  shares: ErrorShares;
  drains: Drains;
  /** Requests with events: answered by a region, and kept from it by a drain. */
  ingestBy: Map<RegionName, { answered: number; drained: number }>;
  counts: { ingest: number; read: number; write: number; retried: number; unanswered: number };
};

const TIMEOUT_MS = { ingest: 10_000, read: 30_000, write: 15_000 };
/** How long a write waits for an active region, and how many do at once. */
const HOLD_MS_MAX = 2_500;
const HELD_WRITES_MAX = 500;
/** Of a try at a region that its health checks call down, when the sender could have another's answer at once. */
const LAST_HOPE_MS = 1_000;

export async function carry(
  edge: Edge,
  kind: Kind,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const clientGone = new AbortController();
  response.once("close", () => clientGone.abort());
  // Stamped before the first try: a retry on the other region derives the same ids for events that bring none.
  const what = forwarded(request, body, {
    linkKey: edge.linkKey,
    requestId: randomBytes(12).toString("hex"),
    receivedAt: Date.now(),
  });
  if (kind === "write") await carryWrite(edge, what, response, clientGone.signal);
  else await carryAnywhere(edge, kind, what, response, clientGone.signal);
}

async function carryAnywhere(
  edge: Edge,
  kind: "ingest" | "read",
  what: Forwarded,
  response: ServerResponse,
  clientGone: AbortSignal,
): Promise<void> {
  const order = orderOf(edge, kind);
  const { regions } = order;
  const deadline = performance.now() + TIMEOUT_MS[kind];
  let kept: Kept | undefined;
  for (const [index, region] of regions.entries()) {
    const next = regions[index + 1];
    // A region that hangs must leave time for the other: events may go twice, their ids say that they are the same.
    const share = (deadline - performance.now()) / (kind === "ingest" && next !== undefined ? 2 : 1);
    if (share <= 0) break;
    const timeoutMs = kept && !isUp(edge, kind, region) ? Math.min(share, LAST_HOPE_MS) : share;
    // Once the region is known to be down, the wait for it is over where something better is at hand.
    const better = () => kept !== undefined || (next !== undefined && isUp(edge, kind, next));
    const outcome = await tryOnce(edge, kind, { region, better }, what, { timeoutMs, signal: clientGone });
    if (clientGone.aborted) return;
    if (outcome.kind === "answer") {
      const healable = outcome.response.statusCode === 502 || outcome.response.statusCode === 503;
      if (kind === "ingest" && !healable) countIngest(edge, region, order);
      if (!healable || next === undefined) return passOn(outcome.response, response, region);
      // If nobody knows better, the sender hears this region's own reason.
      kept = await keep(outcome.response, region);
    }
    if (next !== undefined) edge.counts.retried += 1;
  }
  if (kept) return giveKept(kept, response);
  edge.counts.unanswered += 1;
  answer(response, problem(503, "unavailable", "No region could answer. Send it again."));
}

function orderOf(edge: Edge, kind: "ingest" | "read"): Order {
  const regions = edge.health.regions();
  return kind === "ingest" ? edge.drains.order(regions) : { regions: candidates(kind, regions), drained: null };
}

function countIngest(edge: Edge, region: RegionName, { drained }: Order): void {
  const [by, from] = [edge.ingestBy.get(region), drained === null ? undefined : edge.ingestBy.get(drained)];
  if (by) by.answered += 1;
  if (drained === null || drained === region) return;
  if (from) from.drained += 1;
  edge.shares.noteDrained(drained, monotonicMs());
}

/** Only what certainly hasn't begun is tried again: no connection, or a region's own word that it takes no changes. */
async function carryWrite(
  edge: Edge,
  what: Forwarded,
  response: ServerResponse,
  clientGone: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS.write;
  const holdUntil = performance.now() + HOLD_MS_MAX;
  let kept: Kept | undefined;
  for (let tried = false; ; ) {
    const [region] = candidates("write", edge.health.regions());
    if (region === undefined) {
      if (await activeWithin(edge, holdUntil, clientGone)) continue;
      break;
    }
    if (tried && performance.now() >= holdUntil) break;
    if (tried) edge.counts.retried += 1;
    tried = true;
    const limits = { timeoutMs: deadline - performance.now(), signal: clientGone };
    const outcome = await tryOnce(edge, "write", { region, better: () => false }, what, limits);
    if (clientGone.aborted) return;
    if (outcome.kind === "failed") {
      if (outcome.sent) return answer(response, outcomeUnknown());
      continue;
    }
    if (outcome.response.statusCode !== 503) return passOn(outcome.response, response, region);
    kept = await keep(outcome.response, region);
    if (!kept) return answer(response, outcomeUnknown());
    if (!saysNotActive(kept)) return giveKept(kept, response);
    edge.health.notActive(region);
  }
  if (clientGone.aborted) return;
  edge.counts.unanswered += 1;
  if (kept) return giveKept(kept, response);
  answer(response, notActive());
}

/** Waits for an active region; false when there is none in time, or too many wait already. */
async function activeWithin(edge: Edge, holdUntil: number, clientGone: AbortSignal): Promise<boolean> {
  if (edge.heldWrites >= HELD_WRITES_MAX) return false;
  edge.heldWrites += 1;
  try {
    return await edge.health.untilActive(holdUntil - performance.now(), clientGone);
  } finally {
    edge.heldWrites -= 1;
  }
}

function saysNotActive({ body }: Kept): boolean {
  try {
    return (JSON.parse(body.toString("utf8")) as { type?: unknown }).type === problemUri("not-active");
  } catch {
    return false;
  }
}

const serviceOf = (kind: Kind): "collector" | "console" => (kind === "ingest" ? "collector" : "console");

function isUp(edge: Edge, kind: Kind, name: string): boolean {
  const region = edge.health.regions().find((one) => one.name === name);
  return kind === "ingest" ? region?.accepting === true : region?.serving === true;
}

async function tryOnce(
  edge: Edge,
  kind: Kind,
  { region, better }: { region: string; better: () => boolean },
  what: Forwarded,
  limits: { timeoutMs: number; signal: AbortSignal },
): Promise<Outcome> {
  const service = serviceOf(kind);
  const given = new AbortController();
  const giveUp = () => given.abort();
  limits.signal.addEventListener("abort", giveUp);
  const stopListening = edge.health.onDown((down, target) => {
    if (down === region && target === service && better()) giveUp();
  });
  // A region that hangs may keep a write for as long as it likes, but not beyond its role: whoever is active next answers.
  const stopFollowing = edge.health.onActive((next) => {
    if (kind === "write" && next !== region) giveUp();
  });
  try {
    const { port, agent } = { port: regionOf(edge.installation, region).ports[service], agent: edge.agent };
    const outcome = await tryRegion(what, { port, agent }, limits.timeoutMs, given.signal);
    const failed = outcome.kind === "failed" || (outcome.response.statusCode ?? 500) >= 500;
    if (!given.signal.aborted) edge.shares.note(region, { failed, ingest: kind === "ingest" }, monotonicMs());
    if (outcome.kind === "failed" && !outcome.sent && !outcome.late && !given.signal.aborted) {
      edge.health.connectionFailed(region, service);
    }
    return outcome;
  } finally {
    stopListening();
    stopFollowing();
    // An answer that is on its way is ended by `passOn`.
    limits.signal.removeEventListener("abort", giveUp);
  }
}

function outcomeUnknown() {
  return problem(
    503,
    "outcome-unknown",
    "The active region was lost in mid-answer: the change may or may not have been made. Look before you repeat it.",
  );
}

function notActive() {
  return problem(
    503,
    "not-active",
    "No region takes changes at the moment. Events are still accepted and questions answered; try the change again later.",
  );
}
