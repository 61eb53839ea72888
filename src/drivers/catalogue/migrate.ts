// Brings the catalogue's tables to the version this program knows. Expand/contract: a migration never takes away what the
// version before still uses, so regions are upgraded one after the other. Run by the active region's guardian only.

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import { OWNER_NAME } from "../../app/catalogue/rules.ts";
import { EXIT, Refused } from "../../core/errors.ts";
import { readFailure } from "./failures.ts";
import { ask } from "./question.ts";
import { newWriteKey } from "./secrets.ts";

/** Any fixed number; nobody else in this database takes advisory locks with it. */
const ADVISORY_LOCK = 7_264_011;
/** A migration that would wait for readers longer than this is tried again later rather than holding everyone up. */
const LOCK_MS_MAX = 5_000;

type Migration = { number: number; name: string; text: string; digest: string };

/** Converges: runs what hasn't run yet, each in a transaction of its own. */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => {
    throw readFailure(error, "Tried to migrate the catalogue");
  });
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on("error", onError);
  try {
    await client.query("select pg_advisory_lock($1)", [ADVISORY_LOCK]);
    await migrateLocked(client);
    await client.query("select pg_advisory_unlock($1)", [ADVISORY_LOCK]);
  } catch (error) {
    // Ending the connection frees the lock and undoes what was open.
    broken ??= error as Error;
    throw error instanceof Refused ? error : readFailure(error, "Tried to migrate the catalogue");
  } finally {
    client.removeListener("error", onError);
    client.release(broken);
  }
}

async function migrateLocked(client: pg.ClientBase): Promise<void> {
  await client.query(
    "create table if not exists schema_migrations (number int primary key, name text not null, digest text not null, at timestamptz not null default now())",
  );
  const { rows } = await client.query<{ number: number; digest: string }>(
    "select number, digest from schema_migrations order by number",
  );
  const known = migrations();
  refuseUnknown(known, rows);
  for (const migration of known.slice(rows.length)) {
    await client.query("begin");
    await client.query(`set local lock_timeout = ${LOCK_MS_MAX}`);
    await client.query(migration.text);
    if (migration.number === 1) await firstRows(client);
    await client.query("insert into schema_migrations (number, name, digest) values ($1, $2, $3)", [
      migration.number,
      migration.name,
      migration.digest,
    ]);
    await client.query("commit");
  }
}

/** In the order of their numbers, which run from 1 without gaps. */
function migrations(): Migration[] {
  const directory = new URL("./migrations/", import.meta.url);
  return readdirSync(directory)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, directory), "utf8");
      const digest = createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
      return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), text, digest };
    });
}

/** Version N works with the schemas N and N + 1, no further. */
function refuseUnknown(known: Migration[], applied: { number: number; digest: string }[]): void {
  if (applied.length > known.length + 1) {
    throw new Refused(
      `The catalogue has ${applied.length} migrations and this program knows ${known.length}. Start the newer version of Tandem.`,
      EXIT.conflict,
    );
  }
  for (const [at, migration] of known.entries()) {
    const ran = applied[at];
    if (ran && (ran.number !== migration.number || ran.digest !== migration.digest)) {
      throw new Refused(
        `Migration ${migration.number} of the catalogue ran with another text than this program has. ` +
          "Start the version of Tandem that made this data directory.",
        EXIT.conflict,
      );
    }
  }
}

/** What a new installation starts with: its owner, who has no password yet, and one project with a write key. */
async function firstRows(client: pg.ClientBase): Promise<void> {
  const now = Date.now();
  const owner = { id: randomUUID(), name: OWNER_NAME, role: "owner" };
  await ask(client, "add-user", [owner.id, owner.name, owner.role, now]);
  await ask(client, "add-project", ["web", "My site", "UTC", "region", "degrade", false, now]);
  await ask(client, "add-write-key", [newWriteKey(randomBytes), "web", "First key", now]);
  const after = JSON.stringify({ user: owner, project: { id: "web", name: "My site" } });
  await ask(client, "write-journal", [1, "migration", "make the catalogue", null, after, now, null]);
}
