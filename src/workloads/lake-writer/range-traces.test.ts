import assert from "node:assert/strict";
import { test } from "node:test";
import type { TraceContext } from "../../core/telemetry/trace-context.ts";
import type { Tracer } from "../../drivers/telemetry/tracer.ts";
import { rangeTraces, TRACES_MAX } from "./range-traces.ts";

const about = { region: "north", origin: "north~1-000000", from: 10 };
const context = (index: number, sampled = true): TraceContext => ({
  traceId: (index + 1).toString(16).padStart(32, "0"),
  spanId: (index + 1).toString(16).padStart(16, "0"),
  sampled,
});

function recording() {
  const spans: { name: string; beginning: Parameters<Tracer["start"]>[1]; endMs: number | undefined }[] = [];
  const tracer: Tracer = {
    on: true,
    start(name, beginning) {
      return {
        context: undefined,
        set: () => undefined,
        end: (ending) => spans.push({ name, beginning: beginning as never, endMs: ending?.endMs }),
      };
    },
    stop: async () => undefined,
  };
  return { tracer, spans };
}

test("a range is linked to the traces of its records, and each of these shows when its events lay in the lake", () => {
  const { tracer, spans } = recording();
  const traces = rangeTraces(tracer, about, 1_000);
  traces.note(context(1), 500);
  traces.note(context(1), 501);
  traces.note(undefined, 502);
  traces.note(context(2, false), 503);
  traces.note(context(3), 600);
  traces.end(14, 2_000);
  assert.deepEqual(
    spans.map(({ name, beginning, endMs }) => [name, beginning?.parent?.spanId, beginning?.startMs, endMs]),
    [
      ["lake write", undefined, 1_000, 2_000],
      ["lake store", context(1).spanId, 500, 2_000],
      ["lake store", context(3).spanId, 600, 2_000],
    ],
  );
  assert.deepEqual(spans[0]?.beginning?.links, [context(1), context(3)]);
});

test("of very many traces some are left out, and their number is told", () => {
  const { tracer, spans } = recording();
  const traces = rangeTraces(tracer, about);
  for (let index = 0; index < TRACES_MAX + 7; index += 1) traces.note(context(index), 1);
  traces.end(1_000, 2);
  assert.equal(spans.length, TRACES_MAX + 1);
  assert.equal(spans[0]?.beginning?.links?.length, TRACES_MAX);
  const attributes: Record<string, unknown> = spans[0]?.beginning?.attributes ?? {};
  assert.equal(attributes["tandem.traces.left_out"], 7);
});
