// Imports one file of events: resumable, idempotent (ids follow from the lines), rejects written with line number and reason.

import { createHash } from "node:crypto";
import { appendFile, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { ownHost, parseAccessLogLine } from "../../app/events/access-log.ts";
import { Occurrences } from "../../app/events/occurrences.ts";
import { EXIT, Refused } from "../../core/errors.ts";
import { type Line, readLines } from "./lines.ts";
import { type BatchResult, sendBatch, type Target } from "./send-batch.ts";
import { withoutAddresses } from "./without-addresses.ts";

export type ImportFormat = "combined" | "ndjson";

export type ImportOptions = {
  file: string;
  target: Target;
  project: string;
  format: ImportFormat | "auto";
  /** The site's own host for access logs; found from the referrers where absent. */
  host?: string;
  /** Where progress and rejects are kept. */
  stateDirectory: string;
  signal: AbortSignal;
  onProgress(progress: ImportProgress): void;
};

export type ImportProgress = { bytesRead: number; bytesTotal: number; lines: number; sent: number; rejected: number };

export type ImportSummary = {
  file: string;
  format: ImportFormat;
  host: string | null;
  lines: number;
  /** Accepted by the collector in this run. */
  accepted: number;
  /** Sent by an earlier run and passed over in this one. */
  passedOver: number;
  rejected: number;
  rejectsFile: string | null;
  seconds: number;
};

type State = { format: 1; linesDone: number; rejected: number; complete: boolean };
type Numbered = { line: number; text: string; event: Record<string, unknown> };

const BATCH_EVENTS_MAX = 500;
const BATCH_BYTES_MAX = 1_000_000;
const IN_FLIGHT_MAX = 4;
const SAMPLE_LINES = 10_000;

export async function importFile(options: ImportOptions): Promise<ImportSummary> {
  const began = performance.now();
  const sample = await sampleOf(options.file);
  const format = options.format === "auto" ? formatOf(sample, options.file) : options.format;
  const host = format === "combined" ? (options.host ?? ownHost(sample)) : undefined;
  const progress = await ProgressFile.open(options);
  const rejects = new Rejects(progress.rejectsFile, progress.state.rejected);
  const summary = { passedOver: 0, accepted: 0, lines: 0 };
  const bytesTotal = (await stat(options.file)).size;
  const parse = parser(format, host);
  const sender = new Sender(options, rejects, progress);

  for await (const line of readLines(options.file)) {
    summary.lines = line.number;
    const parsed = parse(line);
    // Lines of an earlier run are still parsed: equal lines are numbered from the file's beginning.
    if (line.number <= progress.state.linesDone) {
      if (parsed.kind === "event") summary.passedOver += 1;
      continue;
    }
    if (parsed.kind === "rejected") await rejects.add(line.number, parsed.reason, line.text);
    if (parsed.kind === "event") await sender.add({ line: line.number, text: line.text, event: parsed.event });
    if (line.number % 500 === 0) {
      options.onProgress({
        bytesRead: line.bytesRead,
        bytesTotal,
        lines: line.number,
        sent: sender.accepted,
        rejected: rejects.count,
      });
    }
  }
  await sender.finish();
  await progress.save({ format: 1, linesDone: summary.lines, rejected: rejects.count, complete: true });
  options.onProgress({
    bytesRead: bytesTotal,
    bytesTotal,
    lines: summary.lines,
    sent: sender.accepted,
    rejected: rejects.count,
  });
  return {
    file: options.file,
    format,
    host: host ?? null,
    lines: summary.lines,
    accepted: sender.accepted,
    passedOver: summary.passedOver,
    rejected: rejects.count,
    rejectsFile: rejects.count > 0 ? rejects.file : null,
    seconds: (performance.now() - began) / 1000,
  };
}

type Parsed =
  | { kind: "event"; event: Record<string, unknown> }
  | { kind: "rejected"; reason: string }
  | { kind: "blank" };

function parser(format: ImportFormat, host: string | undefined): (line: Line) => Parsed {
  const occurrences = new Occurrences();
  return (line) => {
    if (line.tooLong) return { kind: "rejected", reason: "longer than 256 KiB" };
    if (line.text.trim() === "") return { kind: "blank" };
    const parsed = format === "combined" ? parseAccessLogLine(line.text, host) : parseJsonLine(line.text);
    if (parsed.kind === "rejected") return parsed;
    const event: Record<string, unknown> = parsed.event;
    if (typeof event.messageId !== "string" || event.messageId === "") {
      const digest = createHash("sha256").update(line.text).digest("base64url").slice(0, 22);
      event.messageId = `import-${digest}-${occurrences.next(digest)}`;
    }
    return { kind: "event", event };
  };
}

function parseJsonLine(
  text: string,
): { kind: "event"; event: Record<string, unknown> } | { kind: "rejected"; reason: string } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return { kind: "rejected", reason: "not a JSON object" };
    }
    const event = value as Record<string, unknown>;
    if (event.type === undefined && typeof event.event === "string") event.type = "track";
    return { kind: "event", event };
  } catch (error) {
    return { kind: "rejected", reason: `not JSON: ${error instanceof Error ? error.message : error}` };
  }
}

/** Batches, a few in flight; progress is written when everything up to a line has been answered. */
class Sender {
  accepted = 0;
  private batch: Numbered[] = [];
  private bytes = 0;
  private readonly inFlight = new Set<Promise<void>>();
  private readonly order: { lastLine: number; answered: boolean }[] = [];
  private readonly options: ImportOptions;
  private readonly rejects: Rejects;
  private readonly progress: ProgressFile;
  private failure: unknown;

  constructor(options: ImportOptions, rejects: Rejects, progress: ProgressFile) {
    this.options = options;
    this.rejects = rejects;
    this.progress = progress;
  }

  async add(item: Numbered): Promise<void> {
    this.batch.push(item);
    this.bytes += item.text.length;
    if (this.batch.length >= BATCH_EVENTS_MAX || this.bytes >= BATCH_BYTES_MAX) await this.dispatch();
  }

  async finish(): Promise<void> {
    if (this.batch.length > 0) await this.dispatch();
    await Promise.all(this.inFlight);
    if (this.failure) throw this.failure;
  }

  private async dispatch(): Promise<void> {
    if (this.failure) throw this.failure;
    const sent = { lastLine: this.batch.at(-1)?.line ?? 0, answered: false };
    this.order.push(sent);
    const sending: Promise<void> = this.send(this.batch)
      .then(
        () => {
          sent.answered = true;
        },
        (error) => {
          this.failure ??= error;
        },
      )
      .finally(() => this.inFlight.delete(sending));
    this.batch = [];
    this.bytes = 0;
    this.inFlight.add(sending);
    if (this.inFlight.size >= IN_FLIGHT_MAX) await Promise.race(this.inFlight);
    if (this.failure) throw this.failure;
    await this.saveProgress();
  }

  /** Up to the last line before which every batch has been answered: later ones may be answered first. */
  private async saveProgress(): Promise<void> {
    let linesDone = 0;
    while (this.order[0]?.answered) linesDone = this.order.shift()?.lastLine ?? linesDone;
    if (linesDone === 0) return;
    await this.progress.save({ format: 1, linesDone, rejected: this.rejects.count, complete: false });
  }

  private async send(batch: Numbered[]): Promise<void> {
    const events = batch.map((item) => item.event);
    const result: BatchResult = await sendBatch(this.options.target, events, this.options.signal);
    this.accepted += result.accepted;
    for (const { index, detail } of result.refused) {
      const item = batch[index];
      if (item) await this.rejects.add(item.line, detail, item.text);
    }
  }
}

class Rejects {
  count: number;
  readonly file: string;
  constructor(file: string, count: number) {
    this.file = file;
    this.count = count;
  }
  async add(line: number, reason: string, text: string): Promise<void> {
    this.count += 1;
    const kept = { line, reason: withoutAddresses(reason), text: withoutAddresses(text) };
    await appendFile(this.file, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
  }
}

/** One small file per (file content, project): which lines have been answered. */
class ProgressFile {
  state: State;
  readonly rejectsFile: string;
  private readonly file: string;

  private constructor(file: string, rejectsFile: string, state: State) {
    this.file = file;
    this.rejectsFile = rejectsFile;
    this.state = state;
  }

  static async open(options: ImportOptions): Promise<ProgressFile> {
    await mkdir(options.stateDirectory, { recursive: true, mode: 0o700 });
    const name = `${basename(options.file).replace(/[^\w.-]/g, "_")}-${await fingerprint(options)}`;
    const file = join(options.stateDirectory, `${name}.json`);
    const rejectsFile = join(options.stateDirectory, `${name}.rejects.ndjson`);
    const fresh: State = { format: 1, linesDone: 0, rejected: 0, complete: false };
    const text = await readFile(file, "utf8").catch(() => undefined);
    const state = text === undefined ? fresh : (JSON.parse(text) as State);
    if (state.linesDone === 0) await rm(rejectsFile, { force: true });
    return new ProgressFile(file, rejectsFile, state);
  }

  async save(state: State): Promise<void> {
    this.state = state;
    await writeFile(`${this.file}.new`, JSON.stringify(state), { mode: 0o600 });
    await rename(`${this.file}.new`, this.file);
  }
}

/** Of the file's first 64 KiB, project and target: a log that has grown since goes on where it stopped. */
async function fingerprint(options: ImportOptions): Promise<string> {
  const handle = await open(options.file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const hash = createHash("sha256").update(options.project).update("\0").update(options.target.url).update("\0");
    // A file shorter than the sample would change its fingerprint by growing: its first line stands for it.
    const head = buffer.subarray(0, bytesRead);
    const stable = bytesRead === 65_536 ? head : head.subarray(0, Math.max(head.indexOf(10), 0) || bytesRead);
    return hash.update(stable).digest("hex").slice(0, 12);
  } finally {
    await handle.close();
  }
}

async function sampleOf(file: string): Promise<string[]> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    throw new Refused(`${resolve(file)} is not a file that can be read. Check the path.`, EXIT.badInput);
  }
  const lines: string[] = [];
  for await (const line of readLines(file)) {
    if (line.text !== "") lines.push(line.text);
    if (lines.length >= SAMPLE_LINES) break;
  }
  if (lines.length === 0) throw new Refused(`${file} is empty: there is nothing to import.`, EXIT.badInput);
  return lines;
}

function formatOf(sample: string[], file: string): ImportFormat {
  const first = sample.slice(0, 50);
  if (first.some((line) => parseAccessLogLine(line).kind === "event")) return "combined";
  if (first.some((line) => parseJsonLine(line).kind === "event")) return "ndjson";
  throw new Refused(
    `${file} looks neither like a combined access log nor like NDJSON: none of its first ${first.length} lines can be read as either. ` +
      "Name the format with --format combined or --format ndjson to see why each line is rejected.",
    EXIT.badInput,
  );
}
