// What a stopped cluster says of itself: its control file, read without a server. The npm package has no pg_controldata.

import { open } from "node:fs/promises";
import { join } from "node:path";
import { Refused } from "../../core/errors.ts";
import type { LogPosition } from "../../core/log-position.ts";

export type ControlFile = {
  systemId: string;
  /** `stopped`: shut down in order, with everything sent to a standby that was connected. `running`: also after a crash. */
  state: "stopped" | "stopped-standby" | "running" | "standby" | "other";
  /** Where its last checkpoint begins; of a clean stop it is the last record of its history. */
  checkpoint: LogPosition;
  timeline: number;
};

/** Offsets of PostgreSQL 18's ControlFileData (catalog/pg_control.h): identity, versions, state, time, checkpoint. */
const STATE_AT = 16;
const CHECKPOINT_AT = 32;
const TIMELINE_AT = 48;
const BYTES_READ = 64;
const STATES = ["other", "stopped", "stopped-standby", "other", "other", "standby", "running"] as const;

export async function readControlFile(data: string): Promise<ControlFile> {
  const path = join(data, "global", "pg_control");
  const bytes = Buffer.alloc(BYTES_READ);
  const file = await open(path, "r").catch((error: NodeJS.ErrnoException) => {
    throw new Refused(`The control file ${path} can't be read (${error.code}).`, undefined, { cause: error });
  });
  try {
    const { bytesRead } = await file.read(bytes, 0, BYTES_READ, 0);
    if (bytesRead < BYTES_READ) throw new Refused(`The control file ${path} is cut short.`);
  } finally {
    await file.close();
  }
  return {
    systemId: bytes.readBigUInt64LE(0).toString(),
    state: STATES[bytes.readUInt32LE(STATE_AT)] ?? "other",
    checkpoint: bytes.readBigUInt64LE(CHECKPOINT_AT),
    timeline: bytes.readUInt32LE(TIMELINE_AT),
  };
}
