// What a recoverer answers: what it sees, its runs, the list of what a former primary had alone; and the commands it takes.

import { Refused } from "../../core/errors.ts";
import type { RegionLayout } from "../../core/installation.ts";
import type { RecoveryView, RunView } from "../../core/recovery-view.ts";
import { TRACEPARENT_HEADER } from "../../core/telemetry/trace-context.ts";
import { type InternalAnswer, type InternalRequest, jsonObject, refusal } from "../../drivers/http/serve-internal.ts";
import { dropFormer, listFormers } from "../../drivers/postgres/former.ts";
import { newestKeptRuns, readKeptRun } from "../../drivers/recovery/kept-runs.ts";
import { listTails, markExported, newestTail, readTail, readTailPage } from "../../drivers/recovery/tails.ts";
import type { Command, CommandOutcome } from "../../recovery/run/protocol.ts";
import { parseCommand } from "./parse-command.ts";

export type RouteParts = {
  region: RegionLayout;
  view: () => RecoveryView;
  run: (id: string) => RunView | undefined;
  /** A run was begun by a request that carried this header. */
  traced: (run: string, traceparent: unknown) => void;
  command: (id: string, command: Command) => Promise<CommandOutcome>;
  tailChanged: () => Promise<void>;
  newId: () => string;
};

const ok = (json: unknown): InternalAnswer => ({ status: 200, json });

export function recovererRoutes(parts: RouteParts): (request: InternalRequest) => Promise<InternalAnswer | undefined> {
  return async (request) => {
    const { method, url } = request;
    const path = url.pathname;
    try {
      if (method === "GET" && path === "/healthz") return ok({ ok: true, detail: null });
      if (method === "GET" && path === "/internal/status") return ok(parts.view());
      if (method === "POST" && path === "/commands") return await takeCommand(parts, request);
      if (method === "GET" && path === "/runs") return ok({ runs: await newestKeptRuns(parts.region) });
      if (method === "GET" && path.startsWith("/runs/")) return await tellRun(parts, path.slice("/runs/".length));
      if (method === "GET" && path === "/tail") return await tellTail(parts.region, url.searchParams);
      if (method === "POST" && path === "/tail/exported") return await exported(parts, request.body);
      if (method === "POST" && path === "/tail/drop") return await dropped(parts, request.body);
      return undefined;
    } catch (error) {
      if (error instanceof Refused) return refusal(409, error.message);
      throw error;
    }
  };
}

/** 202 once it is written down, 409 with the reason when it is refused. */
async function takeCommand(parts: RouteParts, { body, headers }: InternalRequest): Promise<InternalAnswer> {
  const command = parseCommand(jsonObject(body));
  if ("fault" in command) return refusal(400, command.fault);
  const key = headers["idempotency-key"];
  const id = typeof key === "string" && key.length <= 300 && key !== "" ? key : parts.newId();
  const outcome = await parts.command(id, command);
  if (outcome.kind === "accepted" && outcome.run !== null) parts.traced(outcome.run, headers[TRACEPARENT_HEADER]);
  if (outcome.kind === "accepted") return { status: 202, json: { ...outcome, command: id } };
  const answer = refusal(409, outcome.because);
  return { ...answer, json: { ...(answer.json as object), kind: "refused", command: id } };
}

async function tellRun(parts: RouteParts, rest: string): Promise<InternalAnswer> {
  const [id = "", part] = rest.split("/").map(decodeURIComponent);
  if (part === "journal") {
    const bytes = await readKeptRun(parts.region, id);
    return bytes ? { status: 200, bytes } : refusal(404, `There is no finished run "${id}" in ${parts.region.name}.`);
  }
  const run = parts.run(id);
  return run ? ok(run) : refusal(404, `The recoverer of ${parts.region.name} knows of no run "${id}".`);
}

/** Of the epoch asked for, else of the newest list that nobody has exported: all that is known of it, and a page of its rows. */
async function tellTail(region: RegionLayout, asked: URLSearchParams): Promise<InternalAnswer> {
  const [epoch, from] = [asked.get("epoch"), Number(asked.get("from") ?? 0)];
  if (!Number.isSafeInteger(from) || from < 0) return refusal(400, "`from` is what the page before told as `next`.");
  const tail = epoch === null ? await newestTail(region) : await readTail(region, Number(epoch));
  const formers = await listFormers(region);
  const all = { region: region.name, epochs: await listTails(region), formers };
  if (!tail)
    return ok({ ...all, epoch: null, listedAt: null, events: null, exported: false, total: 0, rows: [], next: null });
  const { head, exportedAt } = tail;
  return ok({
    ...all,
    epoch: head.epoch,
    listedAt: head.listedAt,
    events: head.events,
    exported: exportedAt !== null,
    total: head.rows,
    ...(await readTailPage(region, head.epoch, from)),
  });
}

async function exported(parts: RouteParts, body: string): Promise<InternalAnswer> {
  const { epoch, rows, who } = jsonObject(body) ?? {};
  if (typeof epoch !== "number" || typeof rows !== "number") return refusal(400, "Send {epoch, rows, who}.");
  await markExported(parts.region, epoch, rows, typeof who === "string" ? who : "unknown");
  await parts.tailChanged();
  return ok({ epoch, exported: true });
}

/** The former primary's files go only when a person has the list. */
async function dropped(parts: RouteParts, body: string): Promise<InternalAnswer> {
  const { epoch } = jsonObject(body) ?? {};
  if (typeof epoch !== "number") return refusal(400, "Send {epoch}.");
  const tail = await readTail(parts.region, epoch);
  if (!tail) {
    return refusal(
      409,
      `What the former primary of epoch ${epoch} had alone was never listed, or its list is gone: its files are all there is of it. ` +
        "If they may go all the same, remove their directory by hand.",
    );
  }
  if (tail.head.rows > 0 && tail.exportedAt === null) {
    const how = "tandem recovery tail --export FILE";
    return refusal(
      409,
      `The list of epoch ${epoch} holds ${tail.head.rows} changes that nobody has exported. First: ${how}.`,
    );
  }
  const former = (await listFormers(parts.region)).find((one) => one.epoch === epoch);
  if (!former) return refusal(409, `No former primary of epoch ${epoch} is kept in ${parts.region.name}.`);
  await dropFormer(parts.region, epoch);
  return ok({ epoch, dropped: former.directory });
}
