// The way of one ingest request: body, write key, events, log, and the answer once it is as durable as its project asks.

import type { IncomingMessage, ServerResponse } from "node:http";
import {
  cleanBody,
  type IngestKind,
  parseBody,
  type ReadBody,
  readBody,
  signsOf,
} from "../../app/events/ingest-body.ts";
import { encodeIngestRecord, type IngestHeader } from "../../app/events/ingest-record.ts";
import { INGEST_LIMITS } from "../../app/events/limits.ts";
import type { Refusal } from "../../app/events/problem.ts";
import type { EventLog } from "../../app/log/port.ts";
import { CLIENT_ADDRESS_HEADER, RECEIVED_AT_HEADER, REQUEST_ID_HEADER } from "../../core/installation.ts";
import { type TraceContext, traceparentOf } from "../../core/telemetry/trace-context.ts";
import type { InstantMs } from "../../core/time.ts";
import { plainAddress } from "../../drivers/country.ts";
import { traceOf } from "../../drivers/http/observed-server.ts";
import type { KeyOwner, KeyStore } from "../../drivers/keys/key-store.ts";
import type { Telemetry } from "../../drivers/telemetry/telemetry.ts";
import { tracedId } from "../../drivers/telemetry/tracer.ts";
import { answerAccepted, ProblemAnswer } from "./answer.ts";
import { type BodyBudget, Hold, receiveBody } from "./body.ts";
import { type Caller, type Callers, newRequestId } from "./caller.ts";
import type { Counters } from "./counters.ts";
import type { IngestCounts } from "./metrics.ts";
import type { PeerAcknowledgements } from "./peer-acknowledgements.ts";
import type { RateLimits } from "./rate-limit.ts";
import { writeKeyIn, writeKeyOf } from "./write-key.ts";

export type IngestParts = {
  log: EventLog;
  keys: KeyStore;
  peer: PeerAcknowledgements;
  callers: Callers;
  limits: RateLimits;
  counters: Counters;
  budget: BodyBudget;
  counts: IngestCounts;
  telemetry: Telemetry;
  now(): InstantMs;
};

/** Whole seconds, as SDKs read nothing else. */
const RETRY_AFTER_S = { keys: 2, log: 5, peer: 1 };
const CLEANED_BYTES_MAX = 2 * INGEST_LIMITS.bodyBytes;
const USER_AGENT_CHARACTERS_MAX = 1_000;
const REQUEST_ID = /^[\w-]{8,64}$/;
/** The edge's clock is believed this far from this one's: longer than it tries, and as far as machines' clocks part. */
const STAMP_AWAY_MS_MAX = 60_000;

/** Answers when the events are durable; throws a `ProblemAnswer` for every other end. `trusted`: the edge forwarded it. */
export async function ingest(
  parts: IngestParts,
  request: IncomingMessage,
  response: ServerResponse,
  about: { call: IngestKind; query: string; trusted: boolean },
): Promise<void> {
  const hold = new Hold(parts.budget);
  try {
    const bytes = await receiveBody(request, hold);
    const began = performance.now();
    const owner = await admit(parts, writeKeyIn(request, about.query) ?? writeKeyInBody(bytes));
    const counts = parts.counts[owner.acknowledgement];
    const taken = take(parts, request, about, owner, bytes);
    counts.refused.add(taken.refused.length);
    if (taken.accepted === 0) return answerAccepted(request, response, { ...taken, acknowledged: "region" });
    counts.accepted.add(taken.accepted);
    const trace = traceOf(request);
    const acknowledged = await store(parts, owner, taken, trace);
    const now = performance.now();
    parts.counters.accepted(taken.accepted, now);
    (acknowledged === "pair; degraded" ? counts.degraded : counts.acknowledged).add(taken.accepted);
    counts.duration.observe((now - began) / 1_000, tracedId(trace));
    answerAccepted(request, response, { ...taken, acknowledged });
  } finally {
    hold.release();
  }
}

type Taken = { accepted: number; refused: Refusal[]; header: IngestHeader; body: Uint8Array };

/**
 * Parses and judges the events. Synchronous on purpose: parsed JSON is many times larger than its bytes, so it must not
 * outlive this call while hundreds of requests wait for the disk. Throws a `ProblemAnswer`.
 */
function take(
  parts: IngestParts,
  request: IncomingMessage,
  about: { call: IngestKind; trusted: boolean },
  owner: KeyOwner,
  bytes: Buffer,
): Taken {
  const signs = signsOf(bytes);
  const parsed = parseBody(bytes.toString("utf8"));
  if (parsed.kind === "problem") throw new ProblemAnswer(parsed.code, parsed.detail);
  const read = readBody(about.call, parsed.body, signs);
  if (read.kind === "problem") {
    for (const refusal of read.errors ?? []) parts.counters.refuse(refusal.code);
    const { code, detail, ...more } = read;
    throw new ProblemAnswer(code, detail, more);
  }
  for (const refusal of read.refused) parts.counters.refuse(refusal.code);
  limitRate(parts, owner.project, read.accepted);
  const header = headerOf(parts, request, about, { owner, read });
  const { accepted, refused } = read;
  const mustClean = signs.address || refused.length > 0;
  const body = mustClean ? cleaned(about.call, parsed.body as Record<string, unknown>, refused) : bytes;
  return { accepted, refused, header, body };
}

/** Where only the body names the key it is parsed once more for it: small events of browsers, and hardly anybody else. */
function writeKeyInBody(bytes: Buffer): string | undefined {
  const parsed = parseBody(bytes.toString("utf8"));
  if (parsed.kind === "problem") throw new ProblemAnswer(parsed.code, parsed.detail);
  return writeKeyOf(parsed.body);
}

/** Written anew, numbers can take more room than they came in: 1e20 has 21 digits. */
function cleaned(call: IngestKind, body: Record<string, unknown>, refused: Refusal[]): Buffer {
  const bytes = Buffer.from(cleanBody(call, body, refused));
  if (bytes.length <= CLEANED_BYTES_MAX) return bytes;
  throw new ProblemAnswer("body-too-large", `Written out, the body has ${bytes.length} bytes. Send it in parts.`);
}

async function admit(parts: IngestParts, key: string | undefined): Promise<KeyOwner> {
  if (key === undefined) {
    const detail = "Send the project's write key as the user name of Basic auth, or as `writeKey` in the body.";
    throw new ProblemAnswer("missing-write-key", detail, {
      headers: { "www-authenticate": 'Basic realm="write key"' },
    });
  }
  const known = parts.keys.find(key);
  if (known) return known;
  // A key made a moment ago may be in the database already.
  await parts.keys.refresh();
  const found = parts.keys.find(key);
  if (found) return found;
  if (parts.keys.isCurrent()) {
    const detail = "No project has this write key. Look it up in the console under Projects.";
    throw new ProblemAnswer("unknown-write-key", detail, {
      headers: { "www-authenticate": 'Basic realm="write key"' },
    });
  }
  // A 401 makes SDKs drop events for good; a key that can't be checked is no reason for that.
  throw new ProblemAnswer("keys-not-current", "The region's copy of the keys is too old to refuse a key. Try again.", {
    headers: { "retry-after": RETRY_AFTER_S.keys },
  });
}

function limitRate(parts: IngestParts, project: string, events: number): void {
  const seconds = parts.limits.take(project, events, performance.now());
  if (seconds === 0) return;
  parts.counts.limited.add();
  const detail = `Send the request again after ${seconds} s; nothing of it was stored.`;
  throw new ProblemAnswer("rate-limited", detail, { headers: { "retry-after": seconds } });
}

function headerOf(
  parts: IngestParts,
  request: IncomingMessage,
  about: { call: IngestKind; trusted: boolean },
  found: { owner: KeyOwner; read: Extract<ReadBody, { kind: "events" }> },
): IngestHeader {
  const { project } = found.owner;
  const receivedAt = receivedAtOf(request, about.trusted, parts.now());
  const requestId = requestIdOf(request, about.trusted);
  const caller = callerOf(request, about.trusted);
  const { userAgent } = caller;
  const { refused } = found.read;
  const trace = traceOf(request);
  return {
    v: 1,
    project,
    kind: about.call,
    receivedAt,
    requestId,
    ...(userAgent === undefined ? {} : { userAgent }),
    ...parts.callers.describe(found.read, { project, receivedAt, requestId, caller }),
    ...(refused.length === 0 ? {} : { refused: refused.map((refusal) => refusal.index) }),
    ...(trace?.sampled === true ? { trace: traceparentOf(trace) } : {}),
  };
}

function callerOf(request: IncomingMessage, trusted: boolean): Caller {
  const forwarded = trusted ? request.headers[CLIENT_ADDRESS_HEADER] : undefined;
  const address = typeof forwarded === "string" ? forwarded : request.socket.remoteAddress;
  return {
    address: address === undefined ? undefined : plainAddress(address),
    userAgent: request.headers["user-agent"]?.slice(0, USER_AGENT_CHARACTERS_MAX),
  };
}

/** The edge's stamp makes its retries agree on the ids of events without a messageId. Nobody else's is believed. */
function requestIdOf(request: IncomingMessage, trusted: boolean): string {
  const stamped = trusted ? request.headers[REQUEST_ID_HEADER] : undefined;
  return typeof stamped === "string" && REQUEST_ID.test(stamped) ? stamped : newRequestId();
}

/** The edge's stamp gives its retries the same day and salt, also when the second try comes after midnight. */
function receivedAtOf(request: IncomingMessage, trusted: boolean, now: InstantMs): InstantMs {
  const stamped = trusted ? Number(request.headers[RECEIVED_AT_HEADER]) : Number.NaN;
  return Number.isSafeInteger(stamped) && Math.abs(now - stamped) <= STAMP_AWAY_MS_MAX ? stamped : now;
}

type Acknowledged = "region" | "pair" | "pair; degraded";

/** Appends, waits for what the project's class asks, and says which class was reached. */
async function store(
  parts: IngestParts,
  owner: KeyOwner,
  { header, body, accepted: count }: Taken,
  trace: TraceContext | undefined,
): Promise<Acknowledged> {
  const payload = encodeIngestRecord(header, body);
  const { tracer } = parts.telemetry;
  const span = tracer.on ? tracer.start("log append", { parent: trace }) : undefined;
  const appended = await parts.log.append({ receivedAt: header.receivedAt, count, payload });
  if (appended.kind === "refused") span?.end({ failed: appended.because });
  else {
    span?.set({ "tandem.origin": parts.log.origin, "tandem.offset": appended.offset, "tandem.events": count });
    span?.end();
  }
  if (appended.kind === "refused") {
    throw new ProblemAnswer(
      "log-unavailable",
      `${appended.because} Nothing of this request was stored; send it again.`,
      {
        headers: { "retry-after": RETRY_AFTER_S.log },
      },
    );
  }
  if (owner.acknowledgement === "region") return "region";
  const end = appended.offset + count;
  const waiting = tracer.on ? tracer.start("mirror acknowledge", { parent: trace }) : undefined;
  const confirmed = await parts.peer.confirmed(end);
  waiting?.set({ "tandem.acknowledged": confirmed ? "pair" : "region" });
  waiting?.end();
  if (confirmed) return "pair";
  if (owner.pairPolicy === "degrade") {
    parts.peer.countAtRisk(end, count);
    return "pair; degraded";
  }
  const detail =
    "The events are durable here but not yet in the other region. Send them again: ids keep them counted once.";
  throw new ProblemAnswer("peer-unavailable", detail, { headers: { "retry-after": RETRY_AFTER_S.peer } });
}
