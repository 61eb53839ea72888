// Reads one object whole and says what of its name and footer isn't true.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { LakeObject } from "../../app/lake/lake-object.ts";
import type { Bucket } from "./bucket.ts";
import { digestOfFile } from "./digest.ts";
import { literal } from "./lake-database.ts";

export type ObjectCheck =
  | { kind: "true" }
  /** Merged away since it was listed. */
  | { kind: "gone" }
  | { kind: "damaged"; because: string }
  | { kind: "wrong"; because: string[] };

export async function verifyObject(
  connection: DuckDBConnection,
  bucket: Bucket,
  object: LakeObject,
): Promise<ObjectCheck> {
  const digest = await digestOfFile(bucket.path(object.key)).catch((error: NodeJS.ErrnoException) => error);
  if (digest instanceof Error) {
    return digest.code === "ENOENT" ? { kind: "gone" } : { kind: "damaged", because: digest.message };
  }
  if (digest !== object.digest) return { kind: "damaged", because: `its bytes have the digest ${digest}` };
  const facts = await read(connection, bucket, object).catch((error: Error) => error);
  if (facts instanceof Error) return { kind: "damaged", because: `it can't be read as Parquet (${facts.message})` };
  const wrong = [
    facts.rows !== object.rows && `its footer says ${object.rows} rows, it has ${facts.rows}`,
    facts.offsets !== facts.rows && `${facts.rows - facts.offsets} offsets are there more than once`,
    facts.ids !== facts.rows && `${facts.rows - facts.ids} events are there more than once`,
    facts.otherDays > 0 && `${facts.otherDays} rows are of another day`,
    facts.uncovered > 0 && `${facts.uncovered} rows lie outside its cover`,
    facts.untimely > 0 && `${facts.untimely} rows lie outside the time span in its footer`,
  ].filter((reason) => reason !== false);
  return wrong.length === 0 ? { kind: "true" } : { kind: "wrong", because: wrong };
}

type Facts = Record<"rows" | "offsets" | "ids" | "otherDays" | "uncovered" | "untimely", number>;

async function read(connection: DuckDBConnection, bucket: Bucket, object: LakeObject): Promise<Facts> {
  const covered = object.cover
    .map(({ origin, from, to }) => `(origin = ${literal(origin)} AND "offset" >= ${from} AND "offset" < ${to})`)
    .join(" OR ");
  const span = object.time ? `epoch_ms(time) BETWEEN ${object.time.first} AND ${object.time.last}` : "false";
  // The hash of whole rows makes DuckDB decode every column.
  const reader = await connection.runAndReadAll(
    `SELECT count(*), count(DISTINCT (origin, "offset")), count(DISTINCT (project, message_id)),
            count(*) FILTER (day <> ${literal(object.day)}), count(*) FILTER (NOT (${covered})),
            count(*) FILTER (NOT (${span})), bit_xor(hash(rows))
     FROM read_parquet(${literal(bucket.path(object.key))}) AS rows`,
  );
  const [rows, offsets, ids, otherDays, uncovered, untimely] = (reader.getRows()[0] ?? []).map(Number);
  return { rows, offsets, ids, otherDays, uncovered, untimely } as Facts;
}
