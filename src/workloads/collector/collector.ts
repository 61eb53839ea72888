// One collector put together: everything it needs comes from outside, so that the workload, the tests and the benchmarks run
// the same program over different logs and keys.

import type { IncomingMessage, ServerResponse } from "node:http";
import type { EventLog } from "../../app/log/port.ts";
import { type OriginId, parseOrigin } from "../../core/origin.ts";
import type { CountryOf } from "../../drivers/country.ts";
import type { KeyStore } from "../../drivers/keys/key-store.ts";
import type { Telemetry } from "../../drivers/telemetry/telemetry.ts";
import { BodyBudget } from "./body.ts";
import { Callers, type SaltOf } from "./caller.ts";
import { Counters } from "./counters.ts";
import { ingestCounts, tellOfCollector } from "./metrics.ts";
import { PeerAcknowledgements } from "./peer-acknowledgements.ts";
import { RATE_LIMIT, type RateLimit, RateLimits } from "./rate-limit.ts";
import { serveCollector } from "./server.ts";

export type CollectorOptions = {
  port: number;
  linkKey: string;
  log: EventLog;
  keys: KeyStore;
  countryOf: CountryOf;
  saltOf: SaltOf;
  /** Serves the log to the peer; gets told here what the peer has. */
  link(
    onAck: (origin: OriginId, offset: number) => void,
  ): (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  rateLimit?: RateLimit;
  bodyBudget?: BodyBudget;
  telemetry: Telemetry;
  now?: () => number;
  onEvent(event: string, details?: Record<string, unknown>): void;
};

export type Collector = { port: number; status(): CollectorStatus; close(): Promise<void> };

/** `GET /internal/status` of the collector. Counts are since its start. */
export type CollectorStatus = {
  accepting: boolean;
  because: string | null;
  acceptedTotal: number;
  perSecond: number;
  /** Answered as `pair; degraded` and not yet in the other region. */
  atRisk: number;
  peerAway: boolean;
  keys: { asOf: number | null; projects: number };
  log: { origin: OriginId; end: number };
  /** Problem or refusal code → how often it was answered. */
  refused: Record<string, number>;
};

/** A day's missing salt, and a repeating fault, are told about once in this time. */
const NOTICE_PAUSE_MS = 60_000;

export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const { log, keys, onEvent } = options;
  const rarely = noticesWithPause(onEvent);
  const { region = "" } = parseOrigin(log.origin) ?? {};
  const counters = new Counters();
  const peer = new PeerAcknowledgements(log, (away) => onEvent(away ? "peer-away" : "peer-back"));
  const onMissingSalt = (day: string) =>
    rarely("salt-missing", { day, detail: "Events without any id count as a visitor each until the salt is here." });
  const callers = new Callers(options.countryOf, options.saltOf, onMissingSalt);
  const status = (): CollectorStatus => ({
    accepting: log.refusing() === undefined,
    because: log.refusing() ?? null,
    acceptedTotal: counters.acceptedTotal,
    perSecond: counters.perSecond(performance.now()),
    atRisk: peer.atRisk,
    peerAway: peer.isAway,
    keys: keys.status(),
    log: { origin: log.origin, end: log.durableEnd() },
    refused: counters.refused,
  });
  tellOfCollector(options.telemetry.metrics, { log, keys, peer, counters });
  const server = await serveCollector(
    {
      telemetry: options.telemetry,
      counts: ingestCounts(options.telemetry.metrics),
      region,
      linkKey: options.linkKey,
      following: new Set(),
      log,
      keys,
      peer,
      callers,
      counters,
      limits: new RateLimits(options.rateLimit ?? RATE_LIMIT),
      budget: options.bodyBudget ?? new BodyBudget(),
      now: options.now ?? Date.now,
      link: options.link((origin, offset) => peer.acknowledge(origin, offset)),
      unhealthy: () => log.refusing(),
      status,
      onFault: (error) => rarely("fault", { detail: error instanceof Error ? error.stack : String(error) }),
    },
    options.port,
  ).catch((error: unknown) => {
    peer.close();
    throw error;
  });
  return {
    port: server.port,
    status,
    close: async () => {
      await server.close();
      peer.close();
    },
  };
}

function noticesWithPause(onEvent: CollectorOptions["onEvent"]): CollectorOptions["onEvent"] {
  const toldAt = new Map<string, number>();
  return (event, details) => {
    const last = toldAt.get(event);
    if (last !== undefined && performance.now() - last < NOTICE_PAUSE_MS) return;
    toldAt.set(event, performance.now());
    onEvent(event, details);
  };
}
