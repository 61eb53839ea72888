// The catalogue of the metrics that the program exports: names, labels, units, and which process exports each. The processes
// export exactly these (a live installation is scraped and compared), rules and dashboards ask for nothing else, and the
// manual's table is printed from it.
//
// The labels `region`, `environment` and `job` are the scraper's. A metric that names another region calls it `peer_region`
// or `origin_region`.

import { EXPORTERS, type Exporter, type MetricDefinition } from "./metric.ts";

/** Requests that are answered from memory take less than a millisecond, a long question half a minute. */
const REQUEST_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;
/** One fdatasync takes 0.1 ms on a good disk and 100 ms on one in trouble; `pair` adds a round trip between regions. */
const ACKNOWLEDGE_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;
/** A fail-over's objective is seconds, a rebuilt standby takes minutes. */
const RUN_BUCKETS = [0.5, 1, 2, 3, 5, 7.5, 10, 15, 30, 60, 120, 300, 900] as const;

/** The edge's entrance is plain: what it stands for has a certificate of its own. */
const SECURE = EXPORTERS.filter((exporter) => exporter !== "edge");

const of = (...exporters: Exporter[]) => exporters;

export const METRICS = {
  // Every process.
  tandem_build_info: gauge("number", "Always 1; the label tells the version that runs.", EXPORTERS, ["version"]),
  tandem_http_requests_total: counter("requests", "Requests answered.", EXPORTERS, ["route", "method", "code"]),
  tandem_http_request_duration_seconds: {
    ...histogram("seconds", "From a request's head to the end of its answer; exemplars name a trace.", EXPORTERS, [
      "route",
      "method",
    ]),
    buckets: REQUEST_BUCKETS,
  },
  tandem_tls_certificate_expiry_seconds: {
    ...gauge("seconds", "How long the certificate that is served stays valid; below 0 it has run out.", SECURE),
    when: "the process serves TLS (TANDEM_TLS_DIRECTORY)",
  },
  process_cpu_seconds_total: counter("seconds", "Processor time used, user and system.", EXPORTERS),
  process_resident_memory_bytes: gauge("bytes", "Memory that is resident.", EXPORTERS),
  process_start_time_seconds: gauge("seconds", "When the process began, in seconds since 1970.", EXPORTERS),
  process_open_fds: {
    ...gauge("number", "Open file descriptors.", EXPORTERS),
    when: "the system has /proc (Linux)",
  },
  nodejs_heap_size_used_bytes: gauge("bytes", "V8's heap in use.", EXPORTERS),
  nodejs_heap_size_total_bytes: gauge("bytes", "V8's heap, reserved.", EXPORTERS),
  nodejs_external_memory_bytes: gauge("bytes", "Memory of buffers outside V8's heap.", EXPORTERS),
  nodejs_eventloop_utilization: gauge(
    "ratio",
    "Share of the time since the last scrape in which the event loop was busy.",
    EXPORTERS,
  ),
  nodejs_eventloop_lag_seconds: gauge(
    "seconds",
    "How late the event loop came to a turn that was asked for at the scrape.",
    EXPORTERS,
  ),
  nodejs_gc_duration_seconds_total: counter("seconds", "Time that garbage collections took.", EXPORTERS),

  // Events in.
  tandem_events_received_total: counter(
    "events",
    "Events that reached a project's front door, by what came of them: accepted or refused.",
    of("collector"),
    ["class", "outcome"],
  ),
  tandem_events_acknowledged_total: counter(
    "events",
    "Events answered with 200, by the class reached; degraded: only this region had them.",
    of("collector"),
    ["class", "degraded"],
  ),
  tandem_acknowledge_duration_seconds: {
    ...histogram(
      "seconds",
      "From the body's end to the answer, of events that were stored; exemplars name a trace.",
      of("collector"),
      ["class"],
    ),
    buckets: ACKNOWLEDGE_BUCKETS,
  },
  tandem_ingest_refused_total: counter(
    "requests",
    "Requests and single events refused, by the code of the problem.",
    of("collector"),
    ["code"],
  ),
  tandem_rate_limited_total: counter(
    "requests",
    "Requests refused because their project sent more than it may.",
    of("collector"),
  ),
  tandem_accepting: gauge("truth", "Whether this region can durably accept events now.", of("collector")),
  tandem_events_at_risk: gauge(
    "events",
    "Events answered as pair and degraded that the other region still hasn't.",
    of("collector"),
  ),
  tandem_peer_away: gauge(
    "truth",
    "Whether the other region's mirror is held to be away, so that nothing waits for it.",
    of("collector"),
  ),
  tandem_keys_age_seconds: {
    ...gauge("seconds", "Age of this region's copy of the write keys.", of("collector")),
    when: "a copy has been read",
  },
  tandem_log_size_bytes: gauge("bytes", "Disk that this region's own log takes.", of("collector")),
  tandem_log_end_events: gauge(
    "events",
    "Events that the present origin of the own log holds durably, ever.",
    of("collector"),
  ),
  tandem_log_append_duration_seconds: {
    ...histogram("seconds", "One group commit: write and fdatasync.", of("collector")),
    buckets: ACKNOWLEDGE_BUCKETS,
  },

  // The way to the lake and to the other region.
  tandem_lake_lag_seconds: gauge(
    "seconds",
    "Age of the oldest event of the own log that isn't in the lake yet; 0 when there is none.",
    of("lake-writer"),
  ),
  tandem_lake_rows_written_total: counter(
    "rows",
    "Rows written into Parquet from the logs, merges not counted.",
    of("lake-writer"),
  ),
  tandem_lake_set_aside_total: counter(
    "events",
    "Records that couldn't be converted and were set aside.",
    of("lake-writer"),
  ),
  tandem_lake_set_aside: gauge("events", "Records that lie aside now and wait for a person.", of("lake-writer")),
  tandem_lake_merges_total: counter(
    "objects",
    "Merges finished: files written in place of smaller ones.",
    of("lake-writer"),
  ),
  tandem_lake_failing: gauge("truth", "Whether the last round of writing failed.", of("lake-writer")),
  tandem_lake_objects: gauge("objects", "Parquet objects in this region's bucket.", of("lake-writer")),
  tandem_lake_size_bytes: gauge("bytes", "Bytes of the Parquet objects in this region's bucket.", of("lake-writer")),
  tandem_lake_damaged: gauge(
    "objects",
    "Ranges of the log and objects of the lake found damaged and not yet replaced.",
    of("lake-writer"),
  ),
  tandem_mirror_lag_seconds: {
    ...gauge("seconds", "Age of the oldest event of the other region that this one hasn't got.", of("mirror")),
    when: "the other region is heard",
  },
  tandem_mirror_lag_events: {
    ...gauge("events", "Events of the other region that this one hasn't got.", of("mirror")),
    when: "the other region is heard",
  },
  tandem_mirror_peer_heard: gauge("truth", "Whether the other region's log is heard now.", of("mirror")),
  tandem_mirror_missing_objects: {
    ...gauge("objects", "Objects of the other bucket that are missing here.", of("mirror")),
    when: "the other bucket has been listed",
  },
  tandem_mirror_hole_events: gauge(
    "events",
    "Events that the other region lost before this one could copy them.",
    of("mirror"),
  ),

  // Answers.
  tandem_query_duration_seconds: {
    ...histogram("seconds", "One question, from its arrival to its answer; exemplars name a trace.", of("query"), [
      "outcome",
    ]),
    buckets: REQUEST_BUCKETS,
  },
  tandem_query_cache_requests_total: counter(
    "requests",
    "Statements of questions, by whether a kept result answered them: hit or miss.",
    of("query"),
    ["outcome"],
  ),
  tandem_query_freshness_seconds: {
    ...gauge("seconds", "How old the data of an origin is in answers given now.", of("query"), ["origin_region"]),
    when: "an origin is known",
  },
  tandem_query_running: gauge("requests", "Statements that run.", of("query")),
  tandem_query_waiting: gauge("requests", "Statements that wait for a slot.", of("query")),
  tandem_query_tail_events: gauge("events", "Events younger than the lake, held in memory.", of("query")),

  // The lease and the relational store.
  tandem_voter_votes: gauge(
    "truth",
    "Whether this voter votes; 0: it abstains until it is readmitted.",
    of("guardian", "witness"),
  ),
  tandem_lease_held: gauge("truth", "Whether this region holds the lease.", of("guardian")),
  tandem_lease_remaining_seconds: gauge(
    "seconds",
    "How long the lease that this region holds still runs; 0 while it holds none.",
    of("guardian"),
  ),
  tandem_lease_epoch: gauge("number", "The highest epoch that this guardian knows.", of("guardian")),
  tandem_lease_open: gauge(
    "truth",
    "Whether this region is active: it holds the lease, verified and open.",
    of("guardian"),
  ),
  tandem_lease_renewals_total: counter(
    "rounds",
    "Renewals of the lease, by outcome: renewed, or ended when it was lost or let go of.",
    of("guardian"),
    ["outcome"],
  ),
  tandem_voters_answering: gauge(
    "voters",
    "Of the three voters, how many answered this guardian's last round.",
    of("guardian"),
  ),
  tandem_solo: gauge(
    "truth",
    "Whether this region takes relational writes without the other one's copy.",
    of("guardian"),
  ),
  tandem_relational_up: gauge("truth", "Whether this region's database answers.", of("guardian")),
  tandem_relational_primary: gauge("truth", "Whether this region's database is the primary.", of("guardian")),
  tandem_relational_lag_seconds: {
    ...gauge("seconds", "How far the standby's confirmed position is behind the writer's.", of("guardian")),
    when: "this region's database knows it: it is the primary of a following standby, or that standby",
  },
  tandem_relational_lag_bytes: {
    ...gauge("bytes", "The same in bytes of the write-ahead log.", of("guardian")),
    when: "this region's database knows it",
  },
  tandem_salts: gauge("items", "Salts of visitor ids that this region holds.", of("guardian")),
  tandem_watchdog_stops_total: counter(
    "items",
    "How often the watchdog stopped a primary whose lease had ended.",
    of("watchdog"),
  ),
  tandem_watchdog_remaining_seconds: gauge(
    "seconds",
    "How long PostgreSQL may still run as a primary, by what the guardian told last.",
    of("watchdog"),
  ),
  tandem_relational_writes_total: counter(
    "writes",
    "Relational writes, by outcome: confirmed, unknown (503 outcome-unknown), refused (not active), rejected (the caller's fault), failed.",
    of("console"),
    ["outcome"],
  ),

  // Recovery.
  tandem_recovery_run_active: gauge(
    "truth",
    "Whether a run of this plan is under way in this region.",
    of("recoverer"),
    ["plan"],
  ),
  tandem_recovery_runs_total: counter("runs", "Runs of plans that ended here, by how.", of("recoverer"), [
    "plan",
    "outcome",
  ]),
  tandem_recovery_run_duration_seconds: {
    ...histogram(
      "seconds",
      "How long runs took that ended in this process's life; exemplars name the run's trace.",
      of("recoverer"),
      ["plan"],
    ),
    buckets: RUN_BUCKETS,
  },
  tandem_recovery_tail_writes: gauge(
    "writes",
    "Relational writes of a former active region that wait for a person.",
    of("recoverer"),
  ),
  tandem_recovery_checks_failing: gauge(
    "items",
    "Checks of recoverability that fail or can't be told now.",
    of("recoverer"),
  ),
  tandem_recovery_automatic: gauge("truth", "Whether this region fails over by itself.", of("recoverer")),
  tandem_recovery_waits_for_person: gauge("truth", "Whether a run waits for a person's answer.", of("recoverer")),
  tandem_drill_age_seconds: {
    ...gauge(
      "seconds",
      "Time since the last drill that was passed, by the evidence that this region holds.",
      of("recoverer"),
    ),
    when: "a drill has been passed",
  },

  // Only on one machine: on AWS Route 53, CloudFront and the ALB have their own.
  tandem_edge_carried_total: counter(
    "requests",
    "Requests carried to a region, by kind: ingest, read, write.",
    of("edge"),
    ["kind"],
  ),
  tandem_edge_ingest_total: counter("requests", "Requests with events that a region answered.", of("edge"), [
    "peer_region",
  ]),
  tandem_edge_drained_total: counter(
    "requests",
    "Requests with events that a drain gave to the other region than this one.",
    of("edge"),
    ["peer_region"],
  ),
  tandem_edge_drain_share: gauge(
    "number",
    "Share of a region's events that a drain gives to the other one now, from 0 to 1.",
    of("edge"),
    ["peer_region"],
  ),
  tandem_edge_retries_total: counter("requests", "Tries at another region.", of("edge")),
  tandem_edge_unanswered_total: counter("requests", "Requests that no region answered.", of("edge")),
  tandem_edge_held_writes: gauge("requests", "Writes that wait for a region to become active.", of("edge")),
  tandem_edge_region_up: gauge(
    "truth",
    "Whether a region passes a health check: accepting, serving, active.",
    of("edge"),
    ["peer_region", "check"],
  ),
  tandem_link_faults: gauge("items", "Faults that somebody put on the links between regions.", of("network")),
  tandem_link_cut: gauge("truth", "Whether a way between two places is cut.", of("network"), ["from", "to"]),
} as const satisfies Record<string, Row>;

export type MetricName = keyof typeof METRICS;

type Row = Omit<MetricDefinition, "name">;

/** The labels of a metric, each with its text; no more and no fewer. */
export type LabelsOf<N extends MetricName> = Labels<(typeof METRICS)[N]["labels"][number]>;
type Labels<Name extends string> = [Name] extends [never]
  ? Readonly<Record<string, never>>
  : Readonly<Record<Name, string>>;
export type NamesOf<K extends MetricDefinition["kind"]> = {
  [N in MetricName]: (typeof METRICS)[N]["kind"] extends K ? N : never;
}[MetricName];

export function metricDefinition(name: MetricName): MetricDefinition {
  return { name, ...METRICS[name] };
}

/** In the order of the catalogue. */
export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];

function counter<const L extends readonly string[] = readonly []>(
  unit: MetricDefinition["unit"],
  help: string,
  exportedBy: readonly Exporter[],
  labels: L = [] as unknown as L,
) {
  return { kind: "counter", unit, help, labels: labels as NoInfer<L>, exportedBy, from: "program" } as const;
}

function gauge<const L extends readonly string[] = readonly []>(
  unit: MetricDefinition["unit"],
  help: string,
  exportedBy: readonly Exporter[],
  labels: L = [] as unknown as L,
) {
  return { kind: "gauge", unit, help, labels: labels as NoInfer<L>, exportedBy, from: "program" } as const;
}

function histogram<const L extends readonly string[] = readonly []>(
  unit: MetricDefinition["unit"],
  help: string,
  exportedBy: readonly Exporter[],
  labels: L = [] as unknown as L,
) {
  return { kind: "histogram", unit, help, labels: labels as NoInfer<L>, exportedBy, from: "program" } as const;
}
