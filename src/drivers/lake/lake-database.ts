// DuckDB for writing the lake: in memory, bounded, one thread a statement so that equal rows give equal bytes.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

const MEMORY_MAX = "256MB";
const SPILL_MAX = "4GB";

export type LakeDatabase = {
  /** Files that are being made lie here; wiped at each start. */
  scratch: string;
  connect(): Promise<DuckDBConnection>;
  close(): void;
};

/** `directory` is scratch space of this process alone. */
export async function openLakeDatabase(directory: string): Promise<LakeDatabase> {
  await rm(directory, { recursive: true, force: true });
  const scratch = join(directory, "making");
  await mkdir(scratch, { recursive: true });
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    memory_limit: MEMORY_MAX,
    temp_directory: join(directory, "spill"),
    max_temp_directory_size: SPILL_MAX,
    // Extensions are never fetched from the network.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "true",
  });
  return { scratch, connect: () => instance.connect(), close: () => instance.closeSync() };
}

/** A text as an SQL literal, for the places where DuckDB takes no bound value (file names, footers). */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A struct literal of texts, as KV_METADATA takes it. */
export function structLiteral(facts: Record<string, string>): string {
  return `{${Object.entries(facts)
    .map(([name, value]) => `${literal(name)}: ${literal(value)}`)
    .join(", ")}}`;
}
