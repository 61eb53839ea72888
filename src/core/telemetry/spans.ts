// The catalogue of spans: what a trace consists of, who makes each, and its attributes. A trace's id is W3C's (32 hex digits);
// X-Ray takes such ids as they are.

import type { Exporter } from "./metric.ts";

type SpanDefinition = {
  readonly help: string;
  readonly kind: "server" | "client" | "internal" | "producer" | "consumer";
  readonly madeBy: readonly Exporter[];
  readonly attributes: readonly string[];
};

export const SPANS = {
  "edge carry": {
    help: "A request on its way through the edge; the trace begins here unless the client brought one.",
    kind: "server",
    madeBy: ["edge"],
    attributes: ["http.request.method", "http.response.status_code", "tandem.kind", "tandem.region"],
  },
  "collector ingest": {
    help: "A request with events, from its head to its answer.",
    kind: "server",
    madeBy: ["collector"],
    attributes: ["http.response.status_code", "tandem.region", "tandem.project", "tandem.events"],
  },
  "log append": {
    help: "From handing the record to the log to its being durable.",
    kind: "producer",
    madeBy: ["collector"],
    attributes: ["tandem.origin", "tandem.offset", "tandem.events"],
  },
  "mirror acknowledge": {
    help: "The wait for the other region's copy, class pair.",
    kind: "client",
    madeBy: ["collector"],
    attributes: ["tandem.acknowledged"],
  },
  "lake write": {
    help: "A range of the log written into Parquet; linked to the traces of the requests that brought its records.",
    kind: "consumer",
    madeBy: ["lake-writer"],
    attributes: ["tandem.region", "tandem.origin", "tandem.offset.from", "tandem.offset.to", "tandem.traces.left_out"],
  },
  "lake store": {
    help: "In the trace of a request: from the receipt of its events to their lying in the lake.",
    kind: "consumer",
    madeBy: ["lake-writer"],
    attributes: ["tandem.region", "tandem.origin"],
  },
  "console request": {
    help: "A request to the API or the console.",
    kind: "server",
    madeBy: ["console"],
    attributes: ["http.request.method", "http.response.status_code", "http.route", "tandem.region"],
  },
  "query answer": {
    help: "One question.",
    kind: "server",
    madeBy: ["query"],
    attributes: ["http.response.status_code", "tandem.region"],
  },
  "recovery run": {
    help: "A run of a recovery plan, from its command or signal to its end; its trace id follows from the run's id.",
    kind: "internal",
    madeBy: ["recoverer"],
    attributes: ["tandem.run", "tandem.plan", "tandem.to", "tandem.epoch", "tandem.outcome"],
  },
  "recovery step": {
    help: "One step of a run.",
    kind: "internal",
    madeBy: ["recoverer"],
    attributes: ["tandem.run", "tandem.step", "tandem.action", "tandem.outcome"],
  },
} as const satisfies Record<string, SpanDefinition>;

export type SpanName = keyof typeof SPANS;
export type AttributesOf<N extends SpanName> = Partial<
  Readonly<Record<(typeof SPANS)[N]["attributes"][number], string | number>>
>;
