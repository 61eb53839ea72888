// What the collector counts of events, and tells of its log when it is scraped.

import { INGEST_PROBLEMS, REFUSALS } from "../../app/events/problem.ts";
import type { EventLog } from "../../app/log/port.ts";
import type { AcknowledgementClass } from "../../core/resources.ts";
import type { KeyStore } from "../../drivers/keys/key-store.ts";
import type { MetricsRegistry } from "../../drivers/telemetry/registry.ts";
import type { Counters } from "./counters.ts";
import type { PeerAcknowledgements } from "./peer-acknowledgements.ts";

export type IngestCounts = ReturnType<typeof ingestCounts>;

/** The series of each class, made once: an event costs an addition. */
export function ingestCounts(metrics: MetricsRegistry) {
  const received = (to: AcknowledgementClass, outcome: string) =>
    metrics.counter("tandem_events_received_total", { class: to, outcome });
  const acknowledged = (to: AcknowledgementClass, degraded: boolean) =>
    metrics.counter("tandem_events_acknowledged_total", { class: to, degraded: String(degraded) });
  const of = (to: AcknowledgementClass) => ({
    accepted: received(to, "accepted"),
    refused: received(to, "refused"),
    acknowledged: acknowledged(to, false),
    degraded: acknowledged(to, true),
    duration: metrics.histogram("tandem_acknowledge_duration_seconds", { class: to }),
  });
  return {
    region: of("region"),
    pair: of("pair"),
    limited: metrics.counter("tandem_rate_limited_total", {}),
  };
}

const REFUSAL_CODES = [...Object.keys(INGEST_PROBLEMS), ...Object.keys(REFUSALS)];

type Parts = { log: EventLog; keys: KeyStore; peer: PeerAcknowledgements; counters: Counters };

export function tellOfCollector(metrics: MetricsRegistry, { log, keys, peer, counters }: Parts): void {
  metrics.onScrape((tell) => {
    tell("tandem_accepting", {}, log.refusing() === undefined);
    tell("tandem_events_at_risk", {}, peer.atRisk);
    tell("tandem_peer_away", {}, peer.isAway);
    tell("tandem_log_end_events", {}, log.durableEnd());
    const { asOf } = keys.status();
    tell("tandem_keys_age_seconds", {}, asOf === null ? null : Math.max(0, Date.now() - asOf) / 1_000);
    // From 0 on: what appears with its first refusal shows no increase.
    for (const code of REFUSAL_CODES) tell("tandem_ingest_refused_total", { code }, counters.refused[code] ?? 0);
  });
}
