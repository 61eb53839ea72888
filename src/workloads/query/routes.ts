// The query process's HTTP: questions, traces, its status. Every path but /healthz needs the link key; projects' keys are the
// console's business.

import { type Context, Hono } from "hono";
import { LINK_KEY_HEADER } from "../../core/installation.ts";
import type { Trace } from "../../core/resources.ts";
import { parseTraceparent, TRACEPARENT_HEADER } from "../../core/telemetry/trace-context.ts";
import { hasLinkKey } from "../../drivers/http/serve.ts";
import { secondsSince } from "../../drivers/telemetry/registry.ts";
import type { Telemetry } from "../../drivers/telemetry/telemetry.ts";
import { tracedId } from "../../drivers/telemetry/tracer.ts";
import type { Answerer } from "./answerer.ts";
import { asProblem, problemResponse, refusal } from "./problem.ts";

const BODY_BYTES_MAX = 64 * 1024;
const PROJECT = /^[A-Za-z0-9_-]{1,64}$/;
const MESSAGE_ID_MAX = 2_000;

export type RouteParts = {
  linkKey: string;
  answerer: Answerer;
  trace: (project: string, messageId: string, signal: AbortSignal) => Promise<Trace>;
  status: () => Record<string, unknown>;
  log: (event: string, details?: Record<string, unknown>) => void;
  telemetry: Telemetry;
};

export function queryRoutes(parts: RouteParts): Hono {
  const app = new Hono();
  const durationOf = (outcome: string) =>
    parts.telemetry.metrics.histogram("tandem_query_duration_seconds", { outcome });
  const durations = { answered: durationOf("answered"), refused: durationOf("refused"), failed: durationOf("failed") };
  /** While tracing is on the server has put its own span into the header. */
  const tracedIn = (context: Context): string | undefined =>
    parts.telemetry.tracer.on ? tracedId(parseTraceparent(context.req.header(TRACEPARENT_HEADER))) : undefined;
  app.get("/healthz", (context) => context.json({ ok: true, reason: "answers questions" }));
  app.use("*", async (context, next) => {
    if (hasLinkKey(context.req.header(LINK_KEY_HEADER), parts.linkKey)) return next();
    return refusal(
      401,
      "link-key-required",
      "The link key is missing",
      `Send the installation's key in ${LINK_KEY_HEADER}.`,
    );
  });
  app.get("/internal/status", (context) => context.json(parts.status()));
  app.post("/query/:project", async (context) => {
    const project = context.req.param("project");
    if (!PROJECT.test(project)) return unknownProject();
    const text = await context.req.text();
    if (text.length > BODY_BYTES_MAX) {
      return refusal(
        413,
        "question-too-large",
        "The question is too large",
        `A question has at most ${BODY_BYTES_MAX} bytes.`,
      );
    }
    const sent = parsed(text);
    if (sent === undefined)
      return refusal(400, "invalid-json", "The body is not JSON", "Send one question as a JSON object.");
    const began = performance.now();
    const traceId = tracedIn(context);
    const response = await answered(parts, () => parts.answerer.ask(project, sent, context.req.raw.signal), traceId);
    durations[outcomeOf(response.status)].observe(secondsSince(began), traceId);
    return response;
  });
  app.get("/trace/:project/:messageId", async (context) => {
    const { project, messageId } = context.req.param();
    if (!PROJECT.test(project) || messageId.length > MESSAGE_ID_MAX) return unknownProject();
    return answered(
      parts,
      async () => {
        const trace = await parts.trace(project, messageId, context.req.raw.signal);
        return { kind: "answer", answer: trace };
      },
      tracedIn(context),
    );
  });
  app.notFound(() =>
    refusal(
      404,
      "not-found",
      "There is nothing at this path",
      "The query process has POST /query/{project} and GET /trace/{project}/{messageId}.",
    ),
  );
  return app;
}

const outcomeOf = (status: number): "answered" | "refused" | "failed" =>
  status < 400 ? "answered" : status < 500 ? "refused" : "failed";

type Outcome =
  | { kind: "answer"; answer: unknown }
  | { kind: "problem"; problem: Parameters<typeof problemResponse>[0] };

async function answered(
  parts: RouteParts,
  work: () => Promise<Outcome>,
  traceId: string | undefined,
): Promise<Response> {
  try {
    const outcome = await work();
    if (outcome.kind === "problem") return problemResponse(outcome.problem);
    return new Response(JSON.stringify(outcome.answer), {
      headers: { "content-type": "application/json", "cache-control": "no-store" },
    });
  } catch (error) {
    const problem = asProblem(error);
    if (problem) return problemResponse(problem);
    // A caller that has gone away reads nothing; anything else is a fault of ours.
    const because = error instanceof Error ? error.message : String(error);
    parts.log("question-failed", { because: because.slice(0, 2_000), ...(traceId ? { trace_id: traceId } : {}) });
    return refusal(
      500,
      "internal",
      "The question met a fault",
      "It is in this process's output; ask again, or ask something simpler.",
    );
  }
}

const unknownProject = (): Response =>
  refusal(404, "not-found", "There is no such project", "Project ids are short: letters, digits, - and _.");

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
