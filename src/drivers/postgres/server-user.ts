// Whom PostgreSQL runs as, and where that user can reach its files. PostgreSQL refuses to run as root, so root hands it to
// `nobody`; where `nobody` can't enter the data directory, the cluster lies in a place that it can.

import { createHash } from "node:crypto";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { EXIT, Refused } from "../../core/errors.ts";
import type { Installation } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";

/** Ids for spawn and chown; undefined: the server runs as the user that we are. */
export type ServerUser = { uid: number; gid: number } | undefined;

/** Where root puts what the server's user must reach, in order of liking. Nothing else writes there. */
export const SHARED_PLACES = ["/var/lib/tandem", "/var/tmp/tandem", "/usr/local/var/tandem"];

/** A uid without an entry in /etc/passwd is refused by PostgreSQL, so the entry is what we look for. */
export function serverUser(uid = process.getuid?.(), passwd = "/etc/passwd"): ServerUser {
  if (uid !== 0) return undefined;
  const line = readFileSync(passwd, "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("nobody:"));
  const [, , user, group] = line?.split(":") ?? [];
  if (user === undefined || group === undefined) {
    throw new Refused(
      "PostgreSQL can't run as root, and there is no user `nobody` in /etc/passwd to run it as. " +
        "Start Tandem as an ordinary user instead.",
      EXIT.missing,
    );
  }
  // macOS writes -2; chown wants it unsigned, and so does spawn's range check.
  return { uid: Number(user) >>> 0, gid: Number(group) >>> 0 };
}

/** Whether the user may pass through `path` and every directory above it. Directories that aren't there yet get our umask. */
export function canEnter(path: string, user: ServerUser, umask = process.umask()): boolean {
  if (!user) return true;
  for (let at = realPath(resolve(path)); ; at = dirname(at)) {
    const allowed = permits(at, user, 0o1) ?? (umask & 0o001) === 0;
    if (!allowed) return false;
    if (at === dirname(at)) return true;
  }
}

/** Links above a directory lead elsewhere, and there the bits count. What isn't there yet is taken as written. */
function realPath(path: string): string {
  const missing: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    const there = statSync(at, { throwIfNoEntry: false });
    if (there || at === dirname(at)) return join(there ? realpathSync(at) : at, ...missing);
    missing.unshift(basename(at));
  }
}

/** Whether the user has all of `bits` (read 4, write 2, enter 1) on a path; undefined when there is nothing. */
export function permits(path: string, user: { uid: number; gid: number }, bits: number): boolean | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  const shift = stats.uid === user.uid ? 6 : stats.gid === user.gid ? 3 : 0;
  return ((stats.mode >> shift) & bits) === bits;
}

/** Where a region's cluster lies: inside the region where the server can go, else in a shared place under a key of its own. */
export function postgresDirectoryFor(dataDirectory: string, region: RegionName, user = serverUser()): string {
  const inside = join(resolve(dataDirectory), region, "postgres");
  if (canEnter(dirname(inside), user)) return inside;
  const key = createHash("sha256").update(resolve(dataDirectory)).digest("hex").slice(0, 16);
  const place = SHARED_PLACES.find((candidate) => canEnter(dirname(candidate), user, 0)) ?? SHARED_PLACES[0];
  return join(place as string, "clusters", key, region);
}

/** Removes the clusters of an installation (`--fresh`), wherever they lie. The servers must have been stopped. */
export async function removePostgresDirectories(installation: Installation): Promise<void> {
  for (const { directory, postgresDirectory } of installation.regions) {
    // Only what we would have put there ourselves is removed, whatever an edited installation.json says.
    const ours =
      postgresDirectory === join(directory, "postgres") ||
      SHARED_PLACES.some((place) => postgresDirectory.startsWith(join(place, "clusters", "/")));
    if (!ours || postgresDirectory.includes("..")) {
      throw new Refused(`${postgresDirectory} isn't a place where Tandem keeps PostgreSQL, so it wasn't removed.`);
    }
    await rm(postgresDirectory, { recursive: true, force: true });
    // Outside of the data directory nobody else would remove the key's directory; the last region empties it.
    if (postgresDirectory !== join(directory, "postgres"))
      await rmdir(dirname(postgresDirectory)).catch(() => undefined);
  }
}
