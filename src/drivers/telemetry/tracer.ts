// Spans for whoever collects traces. Off unless OTEL_EXPORTER_OTLP_ENDPOINT (or its form for traces) names a collector; then
// OpenTelemetry's SDK is loaded, which takes 0.15 s and 20 MB, and its standard variables are obeyed: OTEL_TRACES_SAMPLER,
// OTEL_TRACES_SAMPLER_ARG, OTEL_EXPORTER_OTLP_HEADERS, OTEL_BSP_…. Off, a span costs a comparison.

import type { Context, Link, SpanKind } from "@opentelemetry/api";
import { type AttributesOf, SPANS, type SpanName } from "../../core/telemetry/spans.ts";
import type { TraceContext } from "../../core/telemetry/trace-context.ts";

type SpanBeginning<N extends SpanName> = {
  parent?: TraceContext | undefined;
  links?: readonly TraceContext[];
  attributes?: AttributesOf<N>;
  /** Milliseconds since 1970; absent: now. */
  startMs?: number;
  /** Begins a trace with this id: a run's. */
  traceId?: string;
};

export type Span<N extends SpanName> = {
  /** undefined while tracing is off; `sampled` false for a trace that isn't exported. */
  readonly context: TraceContext | undefined;
  set(attributes: AttributesOf<N>): void;
  /** `failed`: a sentence; the span is marked as an error. */
  end(ending?: { failed?: string | undefined; endMs?: number }): void;
};

export type Tracer = {
  readonly on: boolean;
  start<N extends SpanName>(name: N, beginning?: SpanBeginning<N>): Span<N>;
  /** Sends what is waiting, within a second. */
  stop(): Promise<void>;
};

const NO_SPAN: Span<SpanName> = { context: undefined, set: () => undefined, end: () => undefined };

export const NO_TRACER: Tracer = { on: false, start: () => NO_SPAN, stop: async () => undefined };

/** The id of a trace that is exported, for exemplars and log lines. */
export const tracedId = (context: TraceContext | undefined): string | undefined =>
  context?.sampled === true ? context.traceId : undefined;

export const isTracingWanted = (environment: NodeJS.ProcessEnv): boolean =>
  environment.OTEL_SDK_DISABLED !== "true" &&
  [environment.OTEL_EXPORTER_OTLP_ENDPOINT, environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT].some(
    (endpoint) => endpoint !== undefined && endpoint !== "",
  );

const STOP_MS_MAX = 1_000;
const KINDS: Readonly<Record<(typeof SPANS)[SpanName]["kind"], SpanKind>> = {
  internal: 0,
  server: 1,
  client: 2,
  producer: 3,
  consumer: 4,
};
const ERROR_STATUS = 2;

/** `sampleAll`: of what is rare and always wanted, whatever the sampler says: recovery. */
export async function openTracer(
  resource: Readonly<Record<string, string>>,
  environment: NodeJS.ProcessEnv,
  sampleAll: boolean,
): Promise<Tracer> {
  if (!isTracingWanted(environment)) return NO_TRACER;
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  let nextTraceId: string | undefined;
  const random = new sdk.RandomIdGenerator();
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes(resource),
    sampler: sampleAll ? new sdk.AlwaysOnSampler() : samplerOf(sdk, environment),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter(), ...batchOf(environment) })],
    idGenerator: {
      generateTraceId: () => nextTraceId ?? random.generateTraceId(),
      generateSpanId: () => random.generateSpanId(),
    },
  });
  const tracer = provider.getTracer("tandem");
  const remote = ({ traceId, spanId, sampled }: TraceContext) => ({
    traceId,
    spanId,
    traceFlags: sampled ? 1 : 0,
    isRemote: true,
  });
  return {
    on: true,
    start(name, { parent, links = [], attributes = {}, startMs, traceId } = {}) {
      const within: Context = parent ? api.trace.setSpanContext(api.ROOT_CONTEXT, remote(parent)) : api.ROOT_CONTEXT;
      nextTraceId = parent ? undefined : traceId;
      const span = tracer.startSpan(
        name,
        {
          kind: KINDS[SPANS[name].kind],
          attributes,
          links: links.map((context): Link => ({ context: remote(context) })),
          ...(startMs === undefined ? {} : { startTime: startMs }),
        },
        within,
      );
      nextTraceId = undefined;
      const { traceId: id, spanId, traceFlags } = span.spanContext();
      return {
        context: { traceId: id, spanId, sampled: (traceFlags & 1) === 1 },
        set: (more) => void span.setAttributes(more),
        end({ failed, endMs } = {}) {
          if (failed !== undefined) span.setStatus({ code: ERROR_STATUS, message: failed });
          span.end(endMs);
        },
      };
    },
    async stop() {
      const late = new Promise((resolve) => setTimeout(resolve, STOP_MS_MAX).unref());
      // A collector that is away keeps no process from ending.
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
    },
  };
}

type Sdk = typeof import("@opentelemetry/sdk-trace");

/** The names of OTEL_TRACES_SAMPLER; any other is the specification's default, parentbased_always_on. */
function samplerOf(sdk: Sdk, { OTEL_TRACES_SAMPLER: name, OTEL_TRACES_SAMPLER_ARG: given }: NodeJS.ProcessEnv) {
  const share = given === undefined || given === "" ? 1 : Number(given);
  const ratio = new sdk.TraceIdRatioBasedSampler(share >= 0 && share <= 1 ? share : 1);
  if (name === "always_on") return new sdk.AlwaysOnSampler();
  if (name === "always_off") return new sdk.AlwaysOffSampler();
  if (name === "traceidratio") return ratio;
  if (name === "parentbased_traceidratio") return new sdk.ParentBasedSampler({ root: ratio });
  if (name === "parentbased_always_off") return new sdk.ParentBasedSampler({ root: new sdk.AlwaysOffSampler() });
  return new sdk.ParentBasedSampler({ root: new sdk.AlwaysOnSampler() });
}

/** The specification's variables of the batch processor, which this SDK doesn't read by itself. */
function batchOf(environment: NodeJS.ProcessEnv) {
  const delayMs = Number(environment.OTEL_BSP_SCHEDULE_DELAY ?? "");
  const queue = Number(environment.OTEL_BSP_MAX_QUEUE_SIZE ?? "");
  return {
    ...(delayMs > 0 ? { scheduledDelayMillis: delayMs } : {}),
    ...(queue > 0 ? { maxQueueSize: queue } : {}),
  };
}
