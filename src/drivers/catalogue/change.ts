// One change of the catalogue: idempotency record, the change itself and its journal row in one transaction, answered only when
// the epoch that it began under is known to have been held after the commit.

import type pg from "pg";
import { type By, OutcomeUnknown, type Written } from "../../app/catalogue/port.ts";
import { IDEMPOTENCY_MS } from "../../app/catalogue/rules.ts";
import { type LogPosition, parsePosition } from "../../core/log-position.ts";
import { answerOf } from "../../recovery/lease/gate.ts";
import type { ConfirmLease } from "../register/confirm-lease.ts";
import { commitFailure, readFailure } from "./failures.ts";
import { ask, limited } from "./question.ts";

/** COMMIT waits for the standby's flush; when that takes longer the outcome is unknown to us. */
const COMMIT_MS_MAX = 10_000;

/**
 * `before` and `after` go to the journal and hold no secret. undefined: what should change isn't there. "conflict": the
 * request's idempotency key made this before, under a record that is forgotten by now. `unchanged`: it is already as asked,
 * and there is nothing to write down.
 */
export type Changed<T> = { before: unknown; after: unknown; value: T; unchanged?: boolean } | "conflict" | undefined;

/** Where changes go, and who says that they may be answered. */
export type Changing = { pool: pg.Pool; confirm: ConfirmLease };

/** Throws `OutcomeUnknown` for a change that was committed, or may have been, and can't be called done. */
export async function change<T>(
  { pool, confirm }: Changing,
  what: string,
  by: By,
  work: (client: pg.ClientBase) => Promise<Changed<T>>,
): Promise<Written<T>> {
  const tried = `Tried to ${what}`;
  const written = await changeIn(pool, { what, tried }, by, work);
  if (written.kind !== "done") return written;
  // R1: an answer that is repeated speaks of a commit, too, and perhaps of one that was never confirmed.
  const answer = answerOf(by.epoch, await confirm(by.epoch));
  if (answer.kind === "done") return written;
  throw new OutcomeUnknown(
    `${tried}: it was committed here, and whether this region was still active then isn't known (${answer.because}), so the ` +
      "change may or may not last. Look, or repeat the request with the same Idempotency-Key.",
  );
}

async function changeIn<T>(
  pool: pg.Pool,
  { what, tried }: { what: string; tried: string },
  by: By,
  work: (client: pg.ClientBase) => Promise<Changed<T>>,
): Promise<Written<T>> {
  const client = await pool.connect().catch((error: unknown) => {
    throw readFailure(error, tried);
  });
  let broken: Error | undefined;
  // A connection that ends while no query runs is told here only; without a listener it would stop the process.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on("error", onError);
  try {
    const written = await transact(client, what, by, work);
    const ending = written.kind === "done" ? "commit" : "rollback";
    const position = await (ending === "commit" ? commit(client, tried) : end(client, ending));
    if (position !== undefined) by.writtenAt?.(position);
    return written;
  } catch (error) {
    // The connection's state isn't known any more: it isn't used again.
    broken ??= error as Error;
    throw error instanceof OutcomeUnknown ? error : readFailure(error, tried);
  } finally {
    client.removeListener("error", onError);
    client.release(broken);
  }
}

async function transact<T>(
  client: pg.ClientBase,
  what: string,
  by: By,
  work: (client: pg.ClientBase) => Promise<Changed<T>>,
): Promise<Written<T>> {
  await client.query(limited({ text: "begin" }));
  const { idempotency } = by;
  if (idempotency) {
    const { scope, key, request } = idempotency;
    await ask(client, "forget-idempotency-keys", [by.at - IDEMPOTENCY_MS]);
    const claimed = await ask(client, "claim-idempotency-key", [scope, key, request, by.at]);
    if (claimed.length === 0) {
      const [earlier] = await ask<{ request: string; answer: T }>(client, "answered-before", [scope, key]);
      if (earlier?.request !== request) return { kind: "conflict" };
      await ask(client, "stand-in-line");
      return { kind: "done", value: earlier.answer, repeated: true };
    }
  }
  const changed = await work(client);
  if (!changed) return { kind: "missing" };
  if (changed === "conflict") return { kind: "conflict" };
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  if (changed.unchanged) await ask(client, "stand-in-line");
  else {
    const values = [by.epoch, by.who, what, json(changed.before), json(changed.after), by.at, idempotency?.key ?? null];
    await ask(client, "write-journal", values);
  }
  if (idempotency) {
    await ask(client, "keep-answer", [idempotency.scope, idempotency.key, JSON.stringify(changed.value)]);
  }
  return { kind: "done", value: changed.value, repeated: false };
}

/** R1: a commit is acknowledged only when it is known to be in both regions, or the active one is marked `solo`. */
async function commit(client: pg.ClientBase, tried: string): Promise<LogPosition | undefined> {
  let warning: unknown;
  let position: LogPosition | undefined;
  // "canceling wait for synchronous replication": committed here, but perhaps not in the other region.
  const onNotice = (notice: { severity?: string | undefined }) => {
    if (notice.severity === "WARNING") warning = notice;
  };
  client.on("notice", onNotice);
  try {
    position = await end(client, "commit");
  } catch (error) {
    throw commitFailure(error, tried);
  } finally {
    client.removeListener("notice", onNotice);
  }
  if (warning) throw commitFailure(warning, tried);
  return position;
}

/**
 * Ends the transaction and asks, in the same message, how far the log is safe: on the standby's disk where commits wait for
 * one, so that a fail-over right after this keeps what the position names, else on this one's.
 */
async function end(client: pg.ClientBase, how: "commit" | "rollback"): Promise<LogPosition | undefined> {
  const answers: unknown = await client.query(limited({ text: `${how}; ${SAFE_POSITION}` }, COMMIT_MS_MAX));
  const last = Array.isArray(answers) ? (answers.at(-1) as pg.QueryResult<{ position: string }>) : undefined;
  return parsePosition(last?.rows[0]?.position ?? "");
}

const SAFE_POSITION = `select coalesce(
  (select min(flush_lsn) from pg_stat_replication where sync_state = 'sync'), pg_current_wal_flush_lsn())::text as position`;
