// The clients of a drill, all at once: senders of events as SDKs are, writers of relational changes through the edge and at
// either region, readers with and without tokens. Each re-sends under the same name until it knows; all is recorded.

import { setTimeout as wait } from "node:timers/promises";
import type { Installation } from "../core/installation.ts";
import { ACKNOWLEDGED_HEADER } from "../core/installation.ts";
import { API, type DrillProjects, registerOf, registerValue, serialIn } from "./drill-projects.ts";
import type { Recorder, Told } from "./recorder.ts";
import { header, newAgent, type Outcome, problemOf, type Response, send } from "./request.ts";

export const TOKEN_HEADER = "tandem-token";
const AGE_HEADER = "tandem-data-age-ms";
const REGION_HEADER = "tandem-region";

const BATCH = 10;
const IN_FLIGHT_MAX = 120;
const INGEST_MS_MAX = 10_000;
const WRITE_MS_MAX = 12_000;
const READ_MS_MAX = 5_000;
/** As SDKs wait between tries: doubling, up to a second. */
const RETRY_MS_MIN = 100;
const RETRY_MS_MAX = 1_000;
/** A writer through the edge asks again at once: the edge holds what it can. */
const WRITE_RETRY_MS = 50;
/** One who asks a region directly is refused there most of the time. */
const DIRECT_RETRY_MS = 500;
const WRITE_PAUSE_MS = 60;
const READ_PAUSE_MS = 250;
/** What was begun is brought to its end, within this. */
const FINISH_MS_MAX = 60_000;

export type LoadOptions = { eventsPerSecond: number; writersAtEdge: number };

/** Writers through the edge are e0, e1, …; those at the regions carry the region's index. */
export function writerNames(options: LoadOptions): string[] {
  return [...Array.from({ length: options.writersAtEdge }, (_, index) => `e${index}`), "r0", "r1"];
}

type Parts = {
  installation: Installation;
  projects: DrillProjects;
  recorder: Recorder;
  run: string;
};

/** The newest acknowledged write of a register, and its token if the answer had one. */
type Newest = { serial: number; token: string | null };

export class Load {
  /** Events that no client sent because too many were under way: bounded memory, and counted. */
  notSent = 0;
  readonly #parts: Parts;
  readonly #stopping = new AbortController();
  readonly #killed = new AbortController();
  readonly #clients: Promise<void>[];
  readonly #newest = new Map<string, Newest>();
  readonly #agent = newAgent(512);

  constructor(parts: Parts, options: LoadOptions) {
    this.#parts = parts;
    const half = options.eventsPerSecond / 2;
    this.#clients = [
      this.#sendEvents("region", half),
      this.#sendEvents("pair", half),
      ...writerNames(options).map((writer) => this.#write(writer)),
      ...writerNames(options)
        .filter((writer) => writer.startsWith("e"))
        .map((writer, index) => this.#readOf(writer, index)),
    ];
    // A client that breaks is a fault of the drill; it is told by `stop`.
    for (const client of this.#clients) client.catch(() => {});
  }

  /** No new events, writes or reads; those under way are repeated until they are known, within a limit. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const limit = wait(FINISH_MS_MAX, undefined, { ref: false }).then(() => this.#killed.abort());
    await Promise.race([Promise.all(this.#clients), limit.then(() => Promise.all(this.#clients))]);
    this.#killed.abort();
    this.#agent.destroy();
  }

  /** An open loop: a batch is due when it is due, whatever became of the one before. */
  async #sendEvents(of: "region" | "pair", perSecond: number): Promise<void> {
    const { project, writeKey } = this.#parts.projects[of];
    const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString("base64")}`;
    const everyMs = (1_000 * BATCH) / perSecond;
    const began = performance.now();
    const underWay = new Set<Promise<void>>();
    let skipped = 0;
    for (let index = 0; !this.#stopping.signal.aborted; index += 1) {
      const dueMs = began + index * everyMs - performance.now();
      if (dueMs > 1) await wait(dueMs, undefined, { signal: this.#stopping.signal }).catch(() => {});
      if (this.#stopping.signal.aborted) break;
      if (underWay.size >= IN_FLIGHT_MAX) {
        skipped += BATCH;
        continue;
      }
      const sending: Promise<void> = this.#sendBatch(of, project, authorization, index).finally(() =>
        underWay.delete(sending),
      );
      underWay.add(sending);
    }
    this.notSent += skipped;
    await Promise.all(underWay);
  }

  async #sendBatch(of: "region" | "pair", project: string, authorization: string, index: number): Promise<void> {
    const { run, recorder, installation } = this.#parts;
    const ids = Array.from({ length: BATCH }, (_, at) => `${run}-${of}-${index * BATCH + at}`);
    const timestamp = new Date().toISOString();
    const batch = ids.map((messageId, at) => {
      return { type: "track", event: run, userId: `u${(index + at) % 50}`, messageId, timestamp };
    });
    const intent = `${of}-${index}`;
    for (let tries = 0; !this.#killed.signal.aborted; tries += 1) {
      const one = recorder.begin(`sender-${of}`, "edge", intent, { kind: "ingest", project, class: of, ids });
      const outcome = await send({
        port: installation.edgePort,
        method: "POST",
        path: "/v1/batch",
        headers: { authorization },
        body: JSON.stringify({ batch, sentAt: new Date().toISOString() }),
        timeoutMs: INGEST_MS_MAX,
        agent: this.#agent,
      });
      const told = toldOfIngest(outcome);
      one.end(told);
      if (told.kind === "ok") return;
      await this.#pause(Math.min(RETRY_MS_MAX, RETRY_MS_MIN * 2 ** tries));
    }
  }

  /** One change after the other, each with its own Idempotency-Key, repeated until it is known. */
  async #write(writer: string): Promise<void> {
    const { run, recorder, installation, projects } = this.#parts;
    const register = registerOf(writer);
    const place = placeOf(installation, writer);
    for (let serial = 1; !this.#stopping.signal.aborted; serial += 1) {
      const intent = `${run}-${writer}-${serial}`;
      const body = JSON.stringify({ name: registerValue(run, serial) });
      for (;;) {
        const one = recorder.begin(`writer-${writer}`, place.name, intent, { kind: "write", register, serial });
        const outcome = await send({
          port: place.port,
          method: "PATCH",
          path: `${API}/projects/${register}`,
          headers: { ...projects.headers, "idempotency-key": intent },
          body,
          timeoutMs: WRITE_MS_MAX,
          agent: this.#agent,
        });
        const told = toldOfWrite(outcome, place.region);
        one.end(told);
        if (told.kind === "ok" && outcome.kind === "answer") {
          this.#newest.set(register, { serial, token: header(outcome, TOKEN_HEADER) });
          break;
        }
        // Directly at a region that isn't active a change may have to wait for ever: then it ends as it stands.
        if (this.#killed.signal.aborted || (place.region && this.#stopping.signal.aborted)) return;
        await this.#pause(place.region ? DIRECT_RETRY_MS : WRITE_RETRY_MS);
      }
      await this.#pause(WRITE_PAUSE_MS);
    }
  }

  /** Reads a writer's register in the edge's choice and in both regions by turns, every second time with its newest token. */
  async #readOf(writer: string, phase: number): Promise<void> {
    const { run, recorder, installation, projects } = this.#parts;
    const register = registerOf(writer);
    const places = [placeOf(installation, "e"), placeOf(installation, "r0"), placeOf(installation, "r1")];
    for (let turn = phase; !this.#stopping.signal.aborted; turn += 1) {
      const place = places[turn % places.length] as (typeof places)[number];
      const newest = turn % 2 === 0 ? this.#newest.get(register) : undefined;
      const token = newest?.token ?? null;
      const after = newest && token !== null ? newest.serial : null;
      const one = recorder.begin(`reader-${writer}`, place.name, `read-${writer}-${turn}`, {
        kind: "read",
        register,
        after,
      });
      const outcome = await send({
        port: place.port,
        method: "GET",
        path: `${API}/projects/${register}`,
        headers: { ...projects.headers, ...(token === null ? {} : { [TOKEN_HEADER]: token }) },
        timeoutMs: READ_MS_MAX,
        agent: this.#agent,
      });
      one.end(toldOfRead(outcome, place.region, run));
      await this.#pause(READ_PAUSE_MS);
    }
  }

  async #pause(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: this.#killed.signal }).catch(() => {});
  }
}

type Place = { name: string; port: number; region: string | null };

function placeOf(installation: Installation, writer: string): Place {
  const region = writer.startsWith("r") ? installation.regions[Number(writer.slice(1)) as 0 | 1] : undefined;
  if (!region) return { name: "edge", port: installation.edgePort, region: null };
  return { name: region.name, port: region.ports.console, region: region.name };
}

const isOk = (answer: Response): boolean => answer.status >= 200 && answer.status < 300;

/** Nobody was reached: nothing was done. It was sent, and no answer came: who knows. */
function toldOfSilence(outcome: Exclude<Outcome, { kind: "answer" }>): Told {
  return { kind: outcome.kind === "unsent" ? "fail" : "unknown", because: outcome.because };
}

function toldOfIngest(outcome: Outcome): Told {
  if (outcome.kind !== "answer") return toldOfSilence(outcome);
  if (!isOk(outcome)) return { kind: "fail", because: problemOf(outcome) };
  const said = header(outcome, ACKNOWLEDGED_HEADER) ?? "region";
  const acknowledged = said === "pair" ? "pair" : said.startsWith("pair") ? "degraded" : "region";
  return { kind: "ok", region: header(outcome, REGION_HEADER), promised: { kind: "ingest", acknowledged } };
}

/** Answers that say that nothing was changed. All others but 2xx leave it open. */
const NOTHING_DONE = new Set(["not-active", "catalogue-unavailable", "rate-limited", "too-busy", "not-found"]);

function toldOfWrite(outcome: Outcome, asked: string | null): Told {
  if (outcome.kind !== "answer") return toldOfSilence(outcome);
  if (isOk(outcome)) {
    const epoch = Number(header(outcome, TOKEN_HEADER)?.split(".")[0] ?? Number.NaN);
    const promised = { kind: "write", epoch: Number.isInteger(epoch) ? epoch : null } as const;
    return { kind: "ok", region: header(outcome, REGION_HEADER) ?? asked, promised };
  }
  const problem = problemOf(outcome);
  const refused = outcome.status < 500 || NOTHING_DONE.has(problem);
  return { kind: refused ? "fail" : "unknown", because: problem };
}

function toldOfRead(outcome: Outcome, asked: string | null, run: string): Told {
  if (outcome.kind !== "answer") return { kind: "fail", because: outcome.because };
  if (!isOk(outcome)) return { kind: "fail", because: problemOf(outcome) };
  const { name } = JSON.parse(outcome.body) as { name: string };
  const age = header(outcome, AGE_HEADER);
  const promised = { kind: "read", serial: serialIn(name, run), ageMs: age === null ? null : Number(age) } as const;
  return { kind: "ok", region: header(outcome, REGION_HEADER) ?? asked, promised };
}
