// A region's PostgreSQL cluster, from nothing to a running server: made once, copied from the primary for a standby, refused
// when it is damaged, and rebuilt when a standby can't follow any more. Every step may be repeated.

import { chown, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EXIT, Refused, Unavailable } from "../../core/errors.ts";
import { type Installation, peerOf, type RegionLayout } from "../../core/installation.ts";
import { registerFile } from "../register/register-file.ts";
import { copyPrimary, writeOwned } from "./base-backup.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { adminClient, ensurePassword } from "./connect.ts";
import { inspectCluster, requireOwner } from "./inspect.ts";
import { explainFailure, runProgram } from "./run-program.ts";
import { endLeftOver, type RunningServer, runServer, type ServerExit } from "./server.ts";
import { canEnter, type ServerUser, serverUser } from "./server-user.ts";
import { ADMIN_USER, APPLICATION_USER, DATABASE, HOST_RULES, placesOf, settingsText, slotOf } from "./settings.ts";

export type ClusterOptions = {
  installation: Installation;
  region: RegionLayout;
  /** What is being done, for people: "making the catalogue". */
  onStep: (text: string) => void;
};

/** A primary asked before a standby's start is on this machine: it answers at once or it isn't up. */
const PRIMARY_QUERY_MS_MAX = 1_500;

/** Makes the cluster where there is none; refuses a damaged one and touches nothing. A second call does nothing. */
export async function ensureCluster({ installation, region, onStep }: ClusterOptions): Promise<void> {
  const user = serverUser();
  const { data } = placesOf(region);
  const found = await inspectCluster(data);
  if (found.kind === "present") return await markMade(region);
  await makeHome(region, user);
  if (await isNamedToLead(region)) {
    // An empty catalogue must never stand in for one that was lost or kept aside: the other region has the data.
    if (await wasMade(region)) {
      throw new Unavailable(
        `The catalogue's database of ${region.name} is gone from ${data}, and this region is named to lead. It isn't made ` +
          "anew: the other region has the data, and takes over when this one's lease ends.",
      );
    }
    const binaries = await binariesFor(installation, user);
    onStep("making the catalogue's database");
    await initialise(installation, region, binaries, user);
  } else {
    await copyPrimary({ installation, region, user, onStep });
  }
  await markMade(region);
}

const madeFile = (region: RegionLayout): string => join(region.directory, "catalogue.made");

const wasMade = async (region: RegionLayout): Promise<boolean> =>
  (await stat(madeFile(region)).catch(() => undefined)) !== undefined;

/** Remembers, apart from PostgreSQL's files, that this region has had a catalogue. */
async function markMade(region: RegionLayout): Promise<void> {
  if (await wasMade(region)) return;
  await mkdir(region.directory, { recursive: true });
  await writeFile(madeFile(region), "");
}

/**
 * Starts the region's server; resolves when it accepts connections. Call `ensureCluster` before. A standby that can't follow
 * its primary any more (its slot is lost) is rebuilt first. `onExit` is called once, for any end after that.
 */
export async function startPostgres({
  installation,
  region,
  onExit,
  onLine,
}: {
  installation: Installation;
  region: RegionLayout;
  onExit: (exit: ServerExit) => void;
  onLine: (line: string) => void;
}): Promise<RunningServer> {
  const user = serverUser();
  const { data, passwords } = placesOf(region);
  const cluster = await inspectCluster(data);
  if (cluster.kind === "absent") {
    throw new Refused(
      `There is no PostgreSQL cluster in ${data}. Start the installation with \`tandem up\`.`,
      EXIT.missing,
    );
  }
  requireReach(region, user);
  await requireOwner(data, user);
  await endLeftOver(data, user);
  if (await mustRebuild({ installation, region })) {
    await rebuildStandby({ installation, region, onStep: onLine });
  }
  const password = await ensurePassword(installation.directory);
  await writeOwned(passwords, `127.0.0.1:*:*:${ADMIN_USER}:${password}\n`, user);
  await writeOwned(join(data, "postgresql.conf"), settingsText(installation, region), user);
  await writeOwned(join(data, "pg_hba.conf"), HOST_RULES, user);
  const { postgres } = await binariesFor(installation, user);
  return await runServer({ postgres, data, user, onExit, onLine });
}

/** Replaces a standby by a new copy of the primary. A cluster that was a primary itself is kept beside it, never deleted. */
async function rebuildStandby({ installation, region, onStep }: ClusterOptions): Promise<void> {
  const user = serverUser();
  const { data } = placesOf(region);
  await endLeftOver(data, user);
  const cluster = await inspectCluster(data);
  const aside = `${data}.replaced`;
  if (cluster.kind === "present") {
    if (cluster.role === "primary") {
      onStep(`keeping the former primary's data in ${aside}`);
      if (await stat(aside).catch(() => undefined)) {
        throw new Refused(
          `${aside} already holds a former primary's data. Export or remove it, then start again.`,
          EXIT.conflict,
        );
      }
    } else {
      await rm(aside, { recursive: true, force: true });
    }
    await rename(data, aside);
  }
  try {
    onStep("rebuilding the standby");
    await copyPrimary({ installation, region, user, onStep });
  } catch (error) {
    // Without a primary to copy from, the old standby still answers reads.
    if (cluster.kind === "present") await rename(aside, data);
    throw error;
  }
  if (cluster.kind === "present" && cluster.role === "standby") await rm(aside, { recursive: true, force: true });
}

/**
 * Whether this region's standby can never follow again: the primary has given up the log that it needs. Unknown (primary
 * away) counts as no. Throws `Refused` when the two belong to different clusters.
 */
export async function mustRebuild({ installation, region }: Omit<ClusterOptions, "onStep">): Promise<boolean> {
  const own = await inspectCluster(placesOf(region).data);
  if (own.kind === "absent" || own.role === "primary") return false;
  const peer = peerOf(installation, region.name);
  const primary = await adminClient(installation, peer.name, {
    applicationName: `${region.name} start`,
    from: region.name,
    queryMsMax: PRIMARY_QUERY_MS_MAX,
  }).catch(() => undefined);
  if (!primary) return false;
  try {
    const { rows } = await primary.query<{ standby: boolean; system: string; status: string | null }>(
      `SELECT pg_is_in_recovery() AS standby, (SELECT system_identifier::text FROM pg_control_system()) AS system,
              (SELECT wal_status FROM pg_replication_slots WHERE slot_name = $1) AS status`,
      [slotOf(region.name)],
    );
    const seen = rows[0];
    if (!seen || seen.standby) return false;
    if (seen.system !== own.systemId) {
      throw new Refused(
        `The standby in ${region.name} belongs to another cluster than the primary in ${peer.name}, so it can't follow it. ` +
          `Nothing was touched. If ${region.name} holds nothing of worth, remove ${placesOf(region).data} and start again.`,
        EXIT.conflict,
      );
    }
    return seen.status === null || seen.status === "lost";
  } catch (error) {
    if (error instanceof Refused) throw error;
    // It went away while we asked: start, and let the guardian find out.
    return false;
  } finally {
    await primary.end().catch(() => undefined);
  }
}

/** Ends this region's server, whoever started it, so that its supervisor starts it anew and `startPostgres` rebuilds. */
export async function stopForRebuild(region: RegionLayout): Promise<void> {
  await endLeftOver(placesOf(region).data, serverUser());
}

/** Made aside and renamed, so that an interrupted start leaves no half cluster. */
async function initialise(
  installation: Installation,
  region: RegionLayout,
  binaries: Binaries,
  user: ServerUser,
): Promise<void> {
  const home = region.postgresDirectory;
  const fresh = `${placesOf(region).data}.incoming`;
  const passwordFile = join(home, "initdb.password");
  const password = await ensurePassword(installation.directory);
  await rm(fresh, { recursive: true, force: true });
  await writeOwned(passwordFile, `${password}\n`, user);
  try {
    const parameters = ["-D", fresh, "-U", ADMIN_USER, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    parameters.push("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C");
    parameters.push("--data-checksums", "--no-instructions");
    await runProgram(binaries.initdb, parameters, { user, cwd: home });
    // Single-user mode needs no port and no connection; the role's password is stored as a SCRAM verifier. The database that
    // initdb made is renamed: another one would cost 7 MB and 300 files in each region.
    const statements = [
      `CREATE ROLE ${APPLICATION_USER} LOGIN PASSWORD '${password}'`,
      // To see how far the standby has flushed: the position that a token names.
      `GRANT pg_read_all_stats TO ${APPLICATION_USER}`,
      `ALTER DATABASE postgres RENAME TO ${DATABASE}`,
      `ALTER DATABASE ${DATABASE} OWNER TO ${APPLICATION_USER}`,
    ];
    const { output } = await runProgram(binaries.postgres, ["--single", "-j", "-D", fresh, "template1"], {
      user,
      cwd: home,
      input: statements.map((statement) => `${statement};\n\n`).join(""),
    });
    // It ends with 0 after a statement that failed, too.
    if (/\b(?:ERROR|FATAL|PANIC):/.test(output)) throw explainFailure(binaries.postgres, output);
    await rename(fresh, placesOf(region).data);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/**
 * The register in this region names who leads; a new installation has one before anything is started. A region without one has
 * lost it, most likely with its disk: it can't know that it ever led, and an empty catalogue would take the place of the other's.
 */
async function isNamedToLead(region: RegionLayout): Promise<boolean> {
  const vote = await registerFile(region.directory).read();
  return vote.kind === "register" && vote.register.holder === region.name;
}

async function makeHome(region: RegionLayout, user: ServerUser): Promise<void> {
  const home = region.postgresDirectory;
  await mkdir(home, { recursive: true, mode: 0o755 });
  requireReach(region, user);
  if (user) await chown(home, user.uid, user.gid);
}

function requireReach(region: RegionLayout, user: ServerUser): void {
  const home = join(region.postgresDirectory, "..");
  if (canEnter(home, user)) return;
  throw new Refused(
    `PostgreSQL runs as the user \`nobody\`, which can't enter ${home}. Let others pass through the directories above it ` +
      "(chmod o+x), or start Tandem as an ordinary user.",
  );
}

export const binariesFor = (installation: Installation, user: ServerUser): Promise<Binaries> =>
  findBinaries(user, join(installation.directory, "postgres-programs"));
