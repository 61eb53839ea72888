// The operations room: what recovery sees and plans, commands to it, drills and their evidence. Nothing here changes the
// catalogue, so all of it works in a passive region too. Sessions are read from this region's database, be it a standby.

import { randomUUID } from "node:crypto";
import type { z } from "zod";
import {
  approveBody,
  drillBody,
  drillStartedSchema,
  drillsSchema,
  evidenceSchema,
  pauseBody,
  pausedSchema,
  resumeBody,
  roomSchema,
  runSchema,
  startBody,
  stopBody,
  tailSchema,
  takenSchema,
} from "../../app/operations/bodies.ts";
import type { RunView } from "../../core/recovery-view.ts";
import { askDrills, askRecoverer, command, regionNamed } from "./ask-recoverer.ts";
import { type Asked, type Caller, type ConsoleParts, type Endpoint, endpoint, part, sessionOf } from "./endpoint.ts";
import { evidenceResponse } from "./evidence-response.ts";
import { onward } from "./onward.ts";
import { ProblemError } from "./problem.ts";

const acting = { access: "operator", changes: false, acts: true } as const;
const reading = { access: "session", changes: false } as const;

/** Written with the command: a person, and from where. */
const who = (caller: Caller, parts: ConsoleParts): string =>
  `${sessionOf(caller).session.user.name} (console of ${parts.region.name})`;

/** The same for a request that is sent again, so that it finds its run instead of asking for another. */
const commandId = ({ c, caller }: Asked<unknown>): string =>
  `${sessionOf(caller).session.user.id}:${c.req.header("idempotency-key")?.slice(0, 200) ?? randomUUID()}`;

const room = endpoint({
  ...reading,
  method: "GET",
  path: "/recovery",
  summary: "What both regions' recoverers see and would do, as heard from this region",
  answer: {
    status: 200,
    description: "A silent region is told with the last that was heard of it.",
    schema: roomSchema,
  },
  handle: async ({ c, parts }) => c.json(await parts.recoveryRoom()),
});

const start = endpoint<z.infer<typeof startBody>>({
  ...acting,
  method: "POST",
  path: "/recovery/runs",
  summary: "Start a plan in the region that is to act; its recoverer checks everything again and may refuse",
  body: startBody,
  confirms: ({ body: { plan, to } }) => ({ kind: "start", plan, to }),
  answer: { status: 202, description: "It is written down and runs.", schema: takenSchema },
  async handle(asked) {
    const { c, parts, caller, body } = asked;
    const { to, ...rest } = body;
    const region = regionNamed(parts, to);
    const told = { kind: "start", ...rest, who: who(caller, parts) };
    const taken = await command(parts, region.name, commandId(asked), told, onward(c));
    return c.json(taken, 202);
  },
});

const approve = endpoint<z.infer<typeof approveBody>>({
  ...acting,
  method: "POST",
  path: "/recovery/runs/:run/approve",
  summary: "Let a run go on that waits for a person",
  body: approveBody,
  confirms: ({ c }) => ({ kind: "approve", run: part(c, "run") }),
  answer: { status: 202, description: "It goes on.", schema: takenSchema },
  handle: (asked) => toRun(asked, "approve"),
});

const stop = endpoint<z.infer<typeof stopBody>>({
  ...acting,
  method: "POST",
  path: "/recovery/runs/:run/stop",
  summary: "Stop a run before its point of no return; what was begun is undone",
  body: stopBody,
  answer: { status: 202, description: "It stops; `says` tells how.", schema: takenSchema },
  handle: (asked) => toRun(asked, "stop"),
});

async function toRun(asked: Asked<{ reason: string; seen?: string }>, kind: "approve" | "stop"): Promise<Response> {
  const { c, parts, caller, body } = asked;
  const run = part(c, "run");
  const told = { kind, run, who: who(caller, parts), ...body };
  return c.json(await command(parts, await regionOfRun(parts, run), commandId(asked), told, onward(c)), 202);
}

/** The region whose recoverer has the run. */
async function regionOfRun(parts: ConsoleParts, run: string): Promise<string> {
  const { regions } = await parts.recoveryRoom();
  const silent: string[] = [];
  for (const heard of regions) {
    const view = heard.kind === "heard" ? heard.view : heard.last?.view;
    if (view && [view.run?.id, view.question?.run, ...view.history.map(({ id }) => id)].includes(run))
      return heard.region;
    if (heard.kind === "silent") silent.push(heard.region);
  }
  if (silent.length === 0) throw new ProblemError("not-found", `Neither region has a run "${run}".`);
  throw new ProblemError(
    "recovery-unavailable",
    `The run "${run}" isn't known here, and ${silent.join(" and ")} can't be heard from ${parts.region.name}. Open the console of that region itself, or use the command line there.`,
  );
}

const pause = endpoint<z.infer<typeof pauseBody>>({
  ...acting,
  method: "POST",
  path: "/recovery/pause",
  summary: "Keep both regions from failing over by themselves for a while; people still may",
  body: pauseBody,
  answer: { status: 200, description: "What each region's recoverer said.", schema: pausedSchema },
  handle: ({ c, parts, caller, body }) => {
    const { reason, forMs } = body;
    const told = { kind: "pause-automatic", untilMs: parts.now() + forMs, reason, who: who(caller, parts) };
    return toBoth(parts, told).then((regions) => c.json({ regions }));
  },
});

const resume = endpoint<z.infer<typeof resumeBody>>({
  ...acting,
  method: "POST",
  path: "/recovery/resume",
  summary: "End a pause of automatic fail-over now",
  body: resumeBody,
  answer: { status: 200, description: "What each region's recoverer said.", schema: pausedSchema },
  handle: ({ c, parts, caller, body }) => {
    const told = { kind: "resume-automatic", reason: body.reason, who: who(caller, parts) };
    return toBoth(parts, told).then((regions) => c.json({ regions }));
  },
});

/** Either region may be the one that acts next, so both are told. One that can't be heard is named; none is a problem. */
async function toBoth(parts: ConsoleParts, told: Record<string, unknown>) {
  const id = randomUUID();
  const problems: ProblemError[] = [];
  const regions = await Promise.all(
    parts.installation.regions.map(async ({ name }) => {
      try {
        const { says } = await command(parts, name, id, told, {});
        return { region: name, accepted: true, says };
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        problems.push(error);
        return { region: name, accepted: false, says: error.message };
      }
    }),
  );
  if (problems[0] && problems.length === regions.length) throw problems[0];
  return regions;
}

const oneRun = endpoint({
  ...reading,
  method: "GET",
  path: "/recovery/runs/:run",
  summary: "One run, step by step",
  answer: { status: 200, description: "The run, of whichever region has it.", schema: runSchema },
  async handle({ c, parts }) {
    const run = part(c, "run");
    const path = `/runs/${encodeURIComponent(run)}`;
    const told = await Promise.all(parts.installation.regions.map(({ name }) => askRecoverer(parts, name, path)));
    const found = told.find((one) => typeof (one as RunView | undefined)?.id === "string");
    if (found === undefined) {
      throw new ProblemError("not-found", `No region that can be heard from ${parts.region.name} has a run "${run}".`);
    }
    return c.json(found as RunView);
  },
});

const tail = endpoint({
  ...reading,
  access: "operator",
  method: "GET",
  path: "/recovery/tail",
  summary: "Changes that a region which came back had made and never sent: for a person to re-apply or drop",
  answer: { status: 200, description: "Of each region, as heard from this one.", schema: tailSchema },
  async handle({ c, parts }) {
    const regions = await Promise.all(
      parts.installation.regions.map(async ({ name }) => {
        type Told = { rows?: unknown; total?: unknown; exported?: unknown };
        const told = (await askRecoverer(parts, name, "/tail")) as Told | undefined;
        const because = told === undefined ? `The recoverer of ${name} doesn't answer, or knows of no tail.` : null;
        return {
          region: name,
          because,
          exported: told?.exported === true,
          total: typeof told?.total === "number" ? told.total : 0,
          rows: Array.isArray(told?.rows) ? told.rows : [],
        };
      }),
    );
    return c.json({ regions });
  },
});

const drills = endpoint({
  ...reading,
  method: "GET",
  path: "/drills",
  summary: "What can be drilled, the drill that runs now, and the past ones",
  answer: { status: 200, description: "The running drill comes with its newest lines.", schema: drillsSchema },
  handle: async ({ c, parts }) => c.json((await askDrills(parts)).told),
});

const startDrill = endpoint<z.infer<typeof drillBody>>({
  ...acting,
  method: "POST",
  path: "/drills",
  summary: "Start a drill: real faults on real processes, under load, healed at its end",
  body: drillBody,
  answer: { status: 202, description: "It runs; GET /drills tells how it goes.", schema: drillStartedSchema },
  async handle({ c, parts, caller, body }) {
    const { scenario, confirm } = body;
    if (confirm !== scenario) {
      throw new ProblemError("bad-request", "`confirm` must be the scenario's name once more.", {
        pointer: "/confirm",
      });
    }
    const { status, told } = await askDrills(parts, { scenario, confirm, who: who(caller, parts) });
    if (status >= 300) {
      const because = [told.because, told.detail].find((one) => typeof one === "string") ?? "It gave no reason.";
      throw new ProblemError("recovery-refused", String(because));
    }
    return c.json(told, 202);
  },
});

const evidence = endpoint({
  ...reading,
  method: "GET",
  path: "/evidence",
  summary: "The evidence of drills that lies in this region's bucket",
  answer: { status: 200, description: "Newest first.", schema: evidenceSchema },
  handle: async ({ c, parts }) => c.json({ evidence: await parts.evidence.list() }),
});

const evidenceFile = endpoint({
  ...reading,
  method: "GET",
  path: "/evidence/:drill/:file",
  summary: "One file of a drill's evidence, as it was signed",
  answer: {
    status: 200,
    description: "The file; nothing in it is run by a browser.",
    type: "application/octet-stream",
  },
  async handle({ c, parts }) {
    const [drill, file] = [part(c, "drill"), part(c, "file")];
    const bytes = await parts.evidence.read(drill, file);
    if (!bytes) {
      throw new ProblemError(
        "not-found",
        `${parts.region.name} has no such evidence; it may not have been copied yet.`,
      );
    }
    return evidenceResponse(file, bytes);
  },
});

export const recoveryEndpoints: Endpoint[] = [
  room,
  start,
  oneRun,
  approve,
  stop,
  pause,
  resume,
  tail,
  drills,
  startDrill,
  evidence,
  evidenceFile,
];
