// What the actions of a plan do in the world, on this machine. Each converges: doing it twice equals doing it once. Each looks
// at the lease before it changes anything, since a plan may be older than the world. `Refused` means that trying again can't
// help; whatever else fails may heal.

import type { Client } from "pg";
import { Refused, Unavailable } from "../../core/errors.ts";
import { type Installation, linkPort, type RegionLayout } from "../../core/installation.ts";
import type { PlanKind } from "../../core/recovery-view.ts";
import type { Action } from "../../recovery/plan/step.ts";
import type { SeenLease } from "../../recovery/plan/world.ts";
import type { DoWith } from "../../recovery/run/protocol.ts";
import { adminClient, postgresPool } from "../postgres/connect.ts";
import { dropFormer, follow, keepFormer, listFormers, readOnDisk } from "../postgres/former.ts";
import { listTail, type PutRows } from "../postgres/journal-tail.ts";
import { promote, recordEpoch } from "../postgres/promote.ts";
import { placesOf } from "../postgres/settings.ts";
import { askLease, type GuardianSays, type LeaseCommand, tellLease } from "./ask-guardian.ts";
import { ANNOUNCED_MAX, announce } from "./messages.ts";
import type { Remembered } from "./see-region.ts";
import { listedEpoch, readTail, writeTail } from "./tails.ts";
import { markWanted, readmitVoter } from "./voter-marks.ts";
import { warmCaches } from "./warm.ts";

const LEASE_MS_MAX = 500;
const PROMOTE_QUERY_MS_MAX = 9_000;
const VERIFY_QUERY_MS_MAX = 4_000;
const EMPTY_FORMERS_MAX = 2;

export type Deed = {
  run: string;
  action: Action;
  epoch: number;
  with: DoWith;
  /** Of the run, for what is told to people. */
  plan: PlanKind | null;
  /** Since the first sign of trouble, or the start of the run. */
  tookMs: number | null;
};

export type Hands = { act(deed: Deed): Promise<string> };

export type HandParts = {
  installation: Installation;
  region: RegionLayout;
  peer: RegionLayout;
  linkKey: string;
  webhook: string | undefined;
  /** What only this process knows; the hands add to it. */
  remembered: { -readonly [K in keyof Remembered]: Remembered[K] };
  refreshTail: () => Promise<void>;
  /** Events that only this region had at its start; null where that isn't known. */
  unsentEvents: () => number | null;
};

type Counts = { projects: number; keys: number; users: number; journal: number };

export function makeHands(parts: HandParts): Hands {
  const { installation, region, peer, linkKey, remembered } = parts;
  let countsBefore: { epoch: number; counts: Counts } | undefined;
  /** Slow work goes on when its caller has given up; a second call joins it. */
  const underWay = new Map<Action, Promise<string>>();

  const guardian = async (command: LeaseCommand, fields: Record<string, unknown>, port = region.ports.guardian) =>
    heard(await tellLease(port, linkKey, command, fields));

  /** R3: a plan that the world has overtaken changes nothing. */
  const requireLease = async (epoch: number): Promise<SeenLease> => {
    const lease = await askLease(region.ports.guardian, linkKey, LEASE_MS_MAX);
    if (!lease) throw new Unavailable(`The guardian of ${region.name} didn't say whether the lease is held.`);
    if (lease.state === "held" && lease.epoch === epoch && (lease.remainingMs ?? 0) > 0) return lease;
    throw new Unavailable(`${region.name} doesn't hold the lease of epoch ${epoch}: ${lease.because}`);
  };
  const requirePassive = async (): Promise<void> => {
    const lease = await askLease(region.ports.guardian, linkKey, LEASE_MS_MAX);
    if (!lease) throw new Unavailable(`The guardian of ${region.name} didn't say that it holds no lease.`);
    if (lease.state !== "passive")
      throw new Unavailable(`${region.name} isn't passive (${lease.state}), so its data stays.`);
    if (lease.holder !== peer.name)
      throw new Unavailable(`Two voters don't name ${peer.name}, so the data stays as it is.`);
  };
  const withClient = async <T>(queryMsMax: number, work: (client: Client) => Promise<T>): Promise<T> => {
    const client = await adminClient(installation, region.name, { applicationName: "recovery", queryMsMax });
    try {
      return await work(client);
    } finally {
      void client.end().catch(() => undefined);
    }
  };

  const actions: { [A in Action]: (deed: Deed) => Promise<string> } = {
    check: async () => "looked at",
    "await-in-step": async () => "looked at",
    scale: async () => "looked at: what a local region can have, it has",
    contend: ({ with: { above, solo, overSolo, why } }) => guardian("contend", { above, solo, overSolo, why }),
    yield: ({ with: { above, to, incarnation } }) => {
      const port = linkPort(installation, region.name, peer.name, "guardian");
      return guardian("yield", { epoch: above, to, incarnation }, port);
    },
    evict: ({ with: { above } }) => markWanted(installation, region.name, peer.name, above, linkKey),
    async promote({ epoch }) {
      const lease = await requireLease(epoch);
      const alone = lease.solo.marked >= 2;
      return await withClient(PROMOTE_QUERY_MS_MAX, async (client) => {
        const counts = await countRows(client).catch(() => undefined);
        const beganMs = performance.now();
        const { timeline, wasPrimary } = await promote(client, peer.name, { alone });
        const promotedMs = performance.now();
        if (counts && !wasPrimary) countsBefore = { epoch, counts };
        await requireLease(epoch);
        await recordEpoch(client, epoch, region.name).catch(explainMissingTables);
        const took = `${Math.round(promotedMs - beganMs)} ms, and ${Math.round(performance.now() - promotedMs)} ms to record it`;
        return wasPrimary
          ? `is the primary already, timeline ${timeline}`
          : `promoted to timeline ${timeline} in ${took}`;
      });
    },
    async verify({ epoch }) {
      await requireLease(epoch);
      await writeAndReadBack(installation, region, epoch);
      const counts = await withClient(VERIFY_QUERY_MS_MAX, countRows);
      if (countsBefore?.epoch === epoch) requireNoFewer(countsBefore.counts, counts);
      return `written and read back; ${counts.projects} projects, ${counts.keys} keys, ${counts.users} users, journal at ${counts.journal}`;
    },
    async open({ epoch }) {
      await requireLease(epoch);
      return await guardian("open", { epoch });
    },
    async warm({ epoch }) {
      const says = await warmCaches(region, linkKey);
      remembered.warmedEpoch = epoch;
      return says;
    },
    async announce({ run, plan, epoch, tookMs, with: { from, to } }) {
      const told = { run, plan: plan ?? "resume", from, to, epoch, at: Date.now(), tookMs, atRisk: atRisk(remembered) };
      const says = await announce(region, told, parts.webhook);
      remembered.announcedRuns = [...remembered.announcedRuns, run].slice(-ANNOUNCED_MAX);
      return says;
    },
    "list-tail": () => joined("list-tail", listTailOnce),
    async "keep-former"() {
      await requirePassive();
      const found = await readOnDisk(region);
      const listed = found.kind === "present" ? await listedEpoch(region, found.control) : undefined;
      // List and files carry one epoch, also when the new primary has taken another one in between.
      const kept = await keepFormer(region, listed ?? (await peerEpoch()));
      await forgetEmptyFormers();
      return `kept in ${kept}`;
    },
    rebuild: async () => "the supervisor copies the primary and starts the standby",
    async follow() {
      await requirePassive();
      await follow(installation, region);
      return `it is a standby from now on, started by its supervisor; ${eventsSay(parts.unsentEvents())}`;
    },
    "readmit-voter": ({ with: { voter } }) => {
      if (voter === null) throw new Refused("No voter was named.");
      return readmitVoter(installation, region.name, voter, linkKey);
    },
    async release({ with: { above } }) {
      await guardian("disarm", {});
      const lease = await askLease(region.ports.guardian, linkKey, LEASE_MS_MAX);
      if (!lease) throw new Unavailable(`The guardian of ${region.name} didn't say whether it holds the lease.`);
      if (lease.state !== "held" || lease.epoch <= above) return "nothing is held";
      return await guardian("resign", { epoch: lease.epoch, because: "the plan that took it was stopped" });
    },
  };

  const joined = (action: Action, work: () => Promise<string>): Promise<string> => {
    let going = underWay.get(action);
    if (!going) {
      going = work().finally(() => underWay.delete(action));
      underWay.set(action, going);
    }
    return going;
  };

  /** The epoch of the region that took over names the list and the former primary's files. */
  const peerEpoch = async (): Promise<number> => {
    const lease = await askLease(region.ports.guardian, linkKey, LEASE_MS_MAX);
    if (!lease || lease.holder !== peer.name) throw new Unavailable(`Two voters don't name ${peer.name}.`);
    return lease.epoch;
  };

  /** Of former primaries that had nothing alone the newest few are kept; the others would fill the disk, drill by drill. */
  const forgetEmptyFormers = async (): Promise<void> => {
    const empty: number[] = [];
    for (const { epoch } of await listFormers(region)) {
      if ((await readTail(region, epoch))?.head.rows === 0) empty.push(epoch);
    }
    for (const epoch of empty.slice(0, -EMPTY_FORMERS_MAX)) await dropFormer(region, epoch);
  };

  const listTailOnce = async (): Promise<string> => {
    await requirePassive();
    const found = await readOnDisk(region);
    if (found.kind === "absent" || found.role === "standby") return "there is nothing to list";
    if (found.running)
      throw new Unavailable(`PostgreSQL of ${region.name} still runs; it is listed when it has stopped.`);
    if ((await listedEpoch(region, found.control)) !== undefined) return "it was listed before";
    const epoch = await peerEpoch();
    const events = parts.unsentEvents();
    const list = (put: PutRows) => listTail(installation, region, placesOf(region).data, put);
    const rows = await writeTail(region, epoch, found.control, list, events);
    await parts.refreshTail();
    return `${rows} changes are in the former primary alone; ${eventsSay(events)}`;
  };

  return { act: (deed) => actions[deed.action](deed) };
}

const eventsSay = (events: number | null): string =>
  events === null
    ? "how many events only it had isn't known"
    : `${events} events that only it had are merged by the mirror`;

/** A catalogue that was made just now gets its tables from the active region's guardian. */
function explainMissingTables(error: Error & { code?: string }): never {
  if (error.code !== "42P01") throw error;
  throw new Unavailable("The catalogue's tables aren't made yet; the guardian makes them.", { cause: error });
}

function heard(says: GuardianSays): string {
  if (says.kind === "accepted") return "the guardian has taken it up";
  // A guardian that refuses now may agree later: voters move, a database gets well.
  throw new Unavailable(says.because);
}

const atRisk = ({ tail }: Pick<Remembered, "tail">): string => {
  if (!tail || tail.rows === 0) return "";
  return `${tail.rows} changes that only the former primary had are listed: tandem recovery tail.`;
};

async function countRows(client: Client): Promise<Counts> {
  const { rows } = await client.query<Counts>(
    `SELECT (SELECT count(*) FROM projects)::float8 AS projects, (SELECT count(*) FROM write_keys)::float8 AS keys,
            (SELECT count(*) FROM users)::float8 AS users, (SELECT coalesce(max(id), 0) FROM journal)::float8 AS journal`,
  );
  if (!rows[0]) throw new Unavailable("The catalogue's tables couldn't be counted.");
  return rows[0];
}

/** Nothing in these tables is ever deleted, so fewer rows than the standby had mean that this isn't its catalogue. */
function requireNoFewer(before: Counts, after: Counts): void {
  for (const name of ["projects", "keys", "users", "journal"] as const) {
    if (after[name] >= before[name]) continue;
    throw new Refused(
      `The promoted catalogue has ${after[name]} (${name}), and the standby had ${before[name]} before. It isn't opened; ` +
        "look at PostgreSQL's output of this region.",
    );
  }
}

/** A real change, as the application's user and in the class that clients get, read back over another connection. */
async function writeAndReadBack(installation: Installation, region: RegionLayout, epoch: number): Promise<void> {
  const pool = postgresPool(installation, region.name, { max: 2, applicationName: "recovery" });
  try {
    const limited = (text: string) => ({ text, values: [epoch], query_timeout: VERIFY_QUERY_MS_MAX });
    const reader = await pool.connect();
    try {
      const written = await pool.query(limited("UPDATE epochs SET verified_at = clock_timestamp() WHERE epoch = $1"));
      if (written.rowCount !== 1) throw new Unavailable(`Epoch ${epoch} isn't recorded in the catalogue yet.`);
      const { rows } = await reader.query<{ verified: boolean }>(
        limited("SELECT verified_at IS NOT NULL AS verified FROM epochs WHERE epoch = $1"),
      );
      if (rows[0]?.verified !== true)
        throw new Unavailable(`What was written under epoch ${epoch} couldn't be read back.`);
    } finally {
      reader.release();
    }
  } finally {
    void pool.end().catch(() => undefined);
  }
}
