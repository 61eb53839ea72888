// `tandem trace`: asks both regions what they know of one event and joins their steps.

import { joinSteps } from "../app/queries/trace-steps.ts";
import { EXIT, Refused } from "../core/errors.ts";
import type { Trace, TraceStep } from "../core/resources.ts";
import { askRegion, type Place } from "./ask-query.ts";

type Options = { project: string; json?: boolean };

/** 0 when the event is known, 1 when no region knows of it. */
export async function runTrace(
  place: Place,
  messageId: string,
  options: Options,
  out: NodeJS.WriteStream,
): Promise<number> {
  const path = `/trace/${encodeURIComponent(options.project)}/${encodeURIComponent(messageId)}`;
  const told = await Promise.all(
    place.installation.regions.map(async (region) => {
      const response = await askRegion(place, region.ports.query, path);
      if (response?.status === 404) return { messageId, project: options.project, steps: [] };
      return response?.ok ? ((await response.json()) as Trace) : undefined;
    }),
  );
  const heard = told.filter((trace) => trace !== undefined);
  if (heard.length === 0) {
    throw new Refused("Neither region's query process answered. 'tandem status' says what is wrong.", EXIT.missing);
  }
  const steps = joinSteps(heard.map((trace) => trace.steps));
  const trace: Trace = { messageId, project: options.project, steps };
  if (options.json) out.write(`${JSON.stringify(trace)}\n`);
  else if (steps.length === 0) out.write(`No region knows an event ${messageId} of project ${options.project}.\n`);
  else out.write(`${steps.map(stepLine).join("\n")}\n`);
  return steps.length > 0 ? EXIT.ok : EXIT.findings;
}

function stepLine(step: TraceStep): string {
  const at = step.at === null ? "-".padEnd(24) : new Date(step.at).toISOString();
  const place = step.origin === undefined ? "" : `  ${step.origin} @ ${step.offset ?? "?"}`;
  return `${at}  ${step.step.padEnd(9)} ${step.region}${place}  ${step.file ?? ""}  ${step.detail}${step.traceId ? `, trace ${step.traceId}` : ""}`
    .replace(/ {3,}/g, "  ")
    .trimEnd();
}
