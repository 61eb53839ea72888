// The traces of the records in one range of the log: the range's own span is linked to them, and each gets a span from its receipt
// to its lying in the lake, so that one trace shows an event's whole way. Bounded: a range holds thousands of requests.

import type { OriginId, RegionName } from "../../core/origin.ts";
import type { TraceContext } from "../../core/telemetry/trace-context.ts";
import type { Tracer } from "../../drivers/telemetry/tracer.ts";

/** OpenTelemetry's own bound on links of a span. */
export const TRACES_MAX = 128;

export type RangeTraces = {
  note(context: TraceContext | undefined, receivedAt: number): void;
  /** The range up to `to` lies in the lake. */
  end(to: number, endMs: number): void;
};

type About = { region: RegionName; origin: OriginId; from: number };

export function rangeTraces(tracer: Tracer, { region, origin, from }: About, beganMs = Date.now()): RangeTraces {
  const noted = new Map<string, { context: TraceContext; receivedAt: number }>();
  let leftOut = 0;
  return {
    note(context, receivedAt) {
      if (context?.sampled !== true || noted.has(context.spanId)) return;
      if (noted.size < TRACES_MAX) noted.set(context.spanId, { context, receivedAt });
      else leftOut += 1;
    },
    end(to, endMs) {
      const where = { "tandem.region": region, "tandem.origin": origin } as const;
      const range = { "tandem.offset.from": from, "tandem.offset.to": to } as const;
      const links = [...noted.values()].map(({ context }) => context);
      const attributes = { ...where, ...range, "tandem.traces.left_out": leftOut };
      tracer.start("lake write", { links, attributes, startMs: beganMs }).end({ endMs });
      for (const { context, receivedAt } of noted.values()) {
        tracer.start("lake store", { parent: context, attributes: where, startMs: receivedAt }).end({ endMs });
      }
    },
  };
}
