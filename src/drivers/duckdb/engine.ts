// DuckDB in this process: a few slots, each a connection that runs one statement at a time; memory, time and rows bounded; a
// statement is interrupted when its caller goes away. What waits for a slot is bounded too.

import { mkdir, rm } from "node:fs/promises";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { render, type Sql } from "../../app/queries/sql.ts";
import { Unavailable } from "../../core/errors.ts";
import { bindable } from "./bind.ts";

export type Row = Record<string, unknown>;

export type EngineLimits = {
  slots: number;
  waitingMax: number;
  timeMsMax: number;
  rowsMax: number;
  memory: string;
  threads: number;
};

export const ENGINE_LIMITS: EngineLimits = {
  slots: 3,
  waitingMax: 64,
  timeMsMax: 10_000,
  rowsMax: 10_000,
  memory: "300MB",
  threads: 2,
};

const INTERRUPT_AGAIN_MS = 20;

/** Why a statement gave no rows. */
export class StatementStopped extends Error {
  override readonly name = "StatementStopped";
  readonly because: "too-long" | "cancelled" | "busy" | "too-much-memory" | "too-many-rows" | "bad-pattern";
  constructor(because: StatementStopped["because"], options?: ErrorOptions) {
    super(`The statement was stopped: ${because}.`, options);
    this.because = because;
  }
}

export type Engine = {
  /** Rows with BIGINTs as numbers. `file` problems are thrown as DuckDB words them. */
  rows(query: Sql, signal?: AbortSignal): Promise<Row[]>;
  /** A connection of its own, outside the slots: for the one who writes the tail. */
  connect(): Promise<DuckDBConnection>;
  load(): { running: number; queued: number };
  close(): Promise<void>;
};

/** `scratch` is wiped: it holds only what spills. */
export async function openEngine(scratch: string, limits: EngineLimits = ENGINE_LIMITS): Promise<Engine> {
  await rm(scratch, { recursive: true, force: true });
  await mkdir(scratch, { recursive: true });
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(limits.threads),
    memory_limit: limits.memory,
    temp_directory: scratch,
    max_temp_directory_size: "1GB",
    // Extensions are never fetched from the network.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "false",
  });
  const free: DuckDBConnection[] = [];
  for (let slot = 0; slot < limits.slots; slot += 1) free.push(await instance.connect());
  const all = [...free];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];

  const acquire = (signal: AbortSignal | undefined): Promise<DuckDBConnection> => {
    const connection = free.pop();
    if (connection) return Promise.resolve(connection);
    if (waiting.length >= limits.waitingMax) return Promise.reject(new StatementStopped("busy"));
    return new Promise((resolve, reject) => {
      const take = (given: DuckDBConnection) => {
        signal?.removeEventListener("abort", leave);
        resolve(given);
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(take), 1);
        reject(new StatementStopped("cancelled"));
      };
      signal?.addEventListener("abort", leave, { once: true });
      waiting.push(take);
    });
  };
  const release = (connection: DuckDBConnection): void => {
    const next = waiting.shift();
    if (next) next(connection);
    else free.push(connection);
  };
  return {
    async rows(query, signal) {
      if (signal?.aborted) throw new StatementStopped("cancelled");
      const connection = await acquire(signal);
      try {
        return await runOn(connection, query, signal, limits);
      } finally {
        release(connection);
      }
    },
    connect: () => instance.connect(),
    load: () => ({ running: all.length - free.length, queued: waiting.length }),
    async close() {
      for (const connection of all) connection.interrupt();
      for (const connection of all) connection.closeSync();
      instance.closeSync();
    },
  };
}

async function runOn(
  connection: DuckDBConnection,
  query: Sql,
  signal: AbortSignal | undefined,
  limits: EngineLimits,
): Promise<Row[]> {
  let stopped: "too-long" | "cancelled" | undefined;
  let repeated: NodeJS.Timeout | undefined;
  const stop = (because: "too-long" | "cancelled") => {
    stopped ??= because;
    connection.interrupt();
    // An interrupt that comes before the statement has begun is lost.
    repeated ??= setInterval(() => connection.interrupt(), INTERRUPT_AGAIN_MS);
  };
  const timer = setTimeout(() => stop("too-long"), limits.timeMsMax);
  const cancel = () => stop("cancelled");
  signal?.addEventListener("abort", cancel, { once: true });
  const { text, values } = render(query);
  try {
    const bound = bindable(values);
    const result = await connection.runAndReadUntil(text, limits.rowsMax + 1, bound.values, bound.types);
    if (stopped) throw new StatementStopped(stopped);
    if (result.currentRowCount > limits.rowsMax) throw new StatementStopped("too-many-rows");
    return result.getRowObjectsJS().map(plain);
  } catch (error) {
    if (error instanceof StatementStopped) throw error;
    throw explained(error, stopped, text);
  } finally {
    clearTimeout(timer);
    clearInterval(repeated);
    signal?.removeEventListener("abort", cancel);
  }
}

function explained(error: unknown, stopped: "too-long" | "cancelled" | undefined, text: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (stopped && /interrupt/i.test(message)) return new StatementStopped(stopped, { cause: error });
  if (/Out of Memory|max_temp_directory_size/i.test(message))
    return new StatementStopped("too-much-memory", { cause: error });
  // RE2's complaint about a pattern of the question; our own patterns are written into the text.
  if (/^Invalid Input Error/.test(message) && /regexp_matches\([^']*?, \$\d+\)/.test(text)) {
    return new StatementStopped("bad-pattern", { cause: error });
  }
  return error instanceof Error ? error : new Unavailable("Running a statement failed.", { cause: error });
}

function plain(row: Record<string, unknown>): Row {
  for (const [key, value] of Object.entries(row)) if (typeof value === "bigint") row[key] = Number(value);
  return row;
}
