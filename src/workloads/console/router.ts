// Joins endpoints to Hono: admits the caller, checks the body, runs the handler, and turns what it throws into problems.

import { type Context, Hono } from "hono";
import type { z } from "zod";
import type { By } from "../../app/catalogue/port.ts";
import { validate } from "../../app/catalogue/validate.ts";
import { API_BODY_BYTES_MAX } from "../../core/entrance.ts";
import { parseTraceparent, TRACEPARENT_HEADER } from "../../core/telemetry/trace-context.ts";
import type { MetricsRegistry } from "../../drivers/telemetry/registry.ts";
import { admit, changeBy } from "./admit.ts";
import { refuseUnconfirmed } from "./confirmations.ts";
import type { ConsoleParts, Endpoint } from "./endpoint.ts";
import { asProblem, PROBLEMS, type ProblemCode, ProblemError, problemResponse } from "./problem.ts";
import { readable, tokenHeader } from "./read-your-writes.ts";

export function route(app: Hono, prefix: string, parts: ConsoleParts, endpoints: Endpoint[]): void {
  const writes = writesIn(parts.telemetry.metrics);
  for (const endpoint of endpoints) {
    const respond = async (c: Context): Promise<Response> => {
      const caller = await admit(c, parts, endpoint);
      const text = endpoint.body ? await readBody(c) : "";
      const by: By = endpoint.changes
        ? changeBy(c, parts, endpoint, caller, text)
        : { who: "", epoch: 0, at: parts.now() };
      const body = endpoint.body ? parseBody(endpoint.body, text) : undefined;
      if (endpoint.confirms) {
        refuseUnconfirmed(c, parts, caller, endpoint.confirms({ c, parts, caller, body, by }));
      }
      const told = endpoint.readsCatalogue ? await readable(c, parts, endpoint) : {};
      if (endpoint.changes) by.writtenAt = (position) => Object.assign(told, tokenHeader(by.epoch, position));
      const response = await endpoint.handle({ c, parts, caller, body, by });
      for (const [name, value] of Object.entries(told)) response.headers.set(name, value);
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
      return response;
    };
    app.on(endpoint.method, prefix + endpoint.path, (c) => (endpoint.changes ? writes(() => respond(c)) : respond(c)));
  }
}

/** Counts a change of the catalogue by how it ended, and leaves everything as it is. */
function writesIn(metrics: MetricsRegistry) {
  const counted = (outcome: string) => metrics.counter("tandem_relational_writes_total", { outcome });
  const outcomes = {
    confirmed: counted("confirmed"),
    unknown: counted("unknown"),
    refused: counted("refused"),
    rejected: counted("rejected"),
    failed: counted("failed"),
  };
  return async (respond: () => Promise<Response>): Promise<Response> => {
    try {
      const response = await respond();
      outcomes.confirmed.add();
      return response;
    } catch (error) {
      outcomes[writeOutcome(asProblem(error)?.code)].add();
      throw error;
    }
  };
}

/** `rejected`: the caller's fault, as the status says. */
function writeOutcome(code: ProblemCode | undefined): "unknown" | "refused" | "rejected" | "failed" {
  if (code === "outcome-unknown") return "unknown";
  if (code === "not-active") return "refused";
  return code !== undefined && PROBLEMS[code][0] < 500 ? "rejected" : "failed";
}

/** An app that answers problems only, with the installation's log for what it can't explain. */
export function problemApp(log: ConsoleParts["log"]): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    const known = asProblem(error);
    if (known) return problemResponse(known);
    const trace_id = parseTraceparent(c.req.header(TRACEPARENT_HEADER))?.traceId;
    const asked = { method: c.req.method, route: c.req.path, ...(trace_id === undefined ? {} : { trace_id }) };
    log("request failed", { ...asked, error: error.stack ?? String(error) });
    return problemResponse(new ProblemError("internal", "It was written to the console's log; try again."));
  });
  app.notFound(() => problemResponse(new ProblemError("not-found", "There is nothing at this address.")));
  return app;
}

/** The addresses of `endpoints` with a method they don't know, told which they do. Comes after `route`. */
export function refuseOtherMethods(app: Hono, prefix: string, endpoints: Endpoint[]): void {
  const methods = Map.groupBy(endpoints, (endpoint) => endpoint.path);
  for (const [path, known] of methods) {
    app.all(prefix + path, () => {
      const allow = known.map((endpoint) => endpoint.method).join(", ");
      const response = problemResponse(new ProblemError("wrong-method", `Known here: ${allow}.`));
      response.headers.set("allow", allow);
      return response;
    });
  }
}

async function readBody(c: Context): Promise<string> {
  const type = c.req.header("content-type") ?? "";
  // Also keeps out what a foreign page can send without asking: forms and text/plain.
  if (!/^application\/json\b/i.test(type)) {
    throw new ProblemError("not-json", "Send the header `Content-Type: application/json`.");
  }
  const reader = c.req.raw.body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > API_BODY_BYTES_MAX) {
      await reader.cancel();
      throw new ProblemError("too-large", `A body has at most ${API_BODY_BYTES_MAX} bytes.`);
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseBody(schema: z.core.$ZodType, text: string): unknown {
  let value: unknown;
  try {
    value = text === "" ? {} : JSON.parse(text);
  } catch (error) {
    throw new ProblemError("bad-request", `The body isn't JSON: ${(error as Error).message}`);
  }
  const checked = validate(schema, value);
  if (checked.ok) return checked.value;
  const [first] = checked.faults;
  throw new ProblemError("bad-request", first?.detail ?? "The body isn't as described.", {
    ...(first ? { pointer: first.pointer } : {}),
    errors: checked.faults,
  });
}
