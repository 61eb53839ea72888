// A region that `tandem kill` holds down: the file run/held says so, and `tandem up` leaves it alone until it goes.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Installation } from "../core/installation.ts";
import { unwritable, writeWhole } from "../drivers/installation.ts";
import { runDirectory, type Ward } from "./processes.ts";

const heldFile = (installation: Installation, ward: Ward) => join(runDirectory(installation, ward), "held");

export function isHeld(installation: Installation, ward: Ward): boolean {
  return existsSync(heldFile(installation, ward));
}

export function hold(installation: Installation, ward: Ward): void {
  try {
    writeWhole(heldFile(installation, ward), `${new Date().toISOString()}\n`);
  } catch (error) {
    throw unwritable(heldFile(installation, ward), error);
  }
}

export function letGo(installation: Installation, ward: Ward): void {
  rmSync(heldFile(installation, ward), { force: true });
}
