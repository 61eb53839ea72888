// A guardian's eye on its region's PostgreSQL. Under a lease: catalogue migrated, a heartbeat each second that proves that it can
// be written, and the standby waited for or, marked `solo` first, not. Without one: whether a standby still follows.

import { setTimeout as wait } from "node:timers/promises";
import type { Client, Pool } from "pg";
import { linkPort } from "../../core/installation.ts";
import { migrate } from "../../drivers/catalogue/migrate.ts";
import { mustRebuild, stopForRebuild } from "../../drivers/postgres/cluster.ts";
import { adminClient, postgresPool } from "../../drivers/postgres/connect.ts";
import { proveWaiting, type SeenServer, seeServer, setWaiting } from "../../drivers/postgres/replication.ts";
import { lakeSteps } from "../../drivers/recovery/see-region.ts";
import { deepHealth } from "../../recovery/detector/deep-health.ts";
import { MAJORITY } from "../../recovery/register.ts";
import { nextSynchronyStep, type SynchronyStep, type Watched } from "../../recovery/synchrony.ts";
import type { WorkloadContext } from "../context.ts";
import { watchLakes } from "./lake-watch.ts";
import type { LeaseDriver } from "./lease-driver.ts";

/** An active region marks `solo` by what it sees; a passive one only tells. */
const LOOK_MS = 500;
/** Under a lease until the first heartbeat has landed: writes wait for it. */
const STARTING_LOOK_MS = 100;
const PASSIVE_LOOK_MS = 1_000;
const HEARTBEAT_MS = 1_000;
/** How often a passive region that doesn't stream asks whether it ever will again. */
const FOLLOW_CHECK_MS = 5_000;
const QUERY_MS_MAX = 2_000;
/** Looked at each ten seconds, beside everything else: a machine under full load may take its time. */
const LAKE_MS_MAX = 5_000;
/** A round writes the mark, and the next one where a voter was late. */
const MARK_MS_MAX = 1_500;
const MARK_LOOK_MS = 10;
/** Of a look while the mark stays anyway. A checkpoint that takes longer goes on by itself, and the next proof is short. */
const PROOF_MS_MAX = 3_000;

export type DatabaseStatus = {
  state: "primary" | "standby" | "down";
  lagMs: number | null;
  lagBytes: number | null;
  synchronous: boolean;
  solo: boolean;
};

export class DatabaseWatch {
  private readonly context: WorkloadContext;
  private readonly lease: LeaseDriver;
  private readonly lakes: ReturnType<typeof watchLakes>;
  private readonly pool: Pool;
  private client: Client | undefined;
  private seen: SeenServer | undefined;
  private watched: Watched | undefined;
  private migrated = false;
  private beatAtMs = Number.NEGATIVE_INFINITY;
  /** When the last heartbeat's commit returned; undefined since the server was last lost. */
  private landedAtMs: number | undefined;
  private followAtMs = Number.NEGATIVE_INFINITY;
  private lastFailure = "";
  private timer: NodeJS.Timeout | undefined;
  private held = false;
  private isLooking = false;
  private looking: Promise<void> = Promise.resolve();
  private beating: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(context: WorkloadContext, lease: LeaseDriver) {
    this.context = context;
    this.lease = lease;
    const { installation, region, peer, linkKey } = context;
    const peerPort = linkPort(installation, region.name, peer.name, "lakeWriter");
    this.lakes = watchLakes(
      () => lakeSteps(region.ports.lakeWriter, linkKey, LAKE_MS_MAX),
      () => lakeSteps(peerPort, linkKey, LAKE_MS_MAX),
    );
    this.pool = postgresPool(context.installation, context.region.name, { max: 2, applicationName: "guardian" });
    this.schedule(0);
  }

  status(): DatabaseStatus {
    const { seen } = this;
    const solo = this.lease.view().votes.some((vote) => vote.kind === "register" && vote.register.marks.solo);
    if (!seen) return { state: "down", lagMs: null, lagBytes: null, synchronous: false, solo };
    if (seen.kind === "standby") {
      const synchronous = seen.streaming && !solo;
      return { state: "standby", lagMs: seen.lagMs, lagBytes: seen.lagBytes, synchronous, solo };
    }
    const { standby, waiting } = seen;
    return {
      state: "primary",
      lagMs: standby?.lagMs ?? null,
      lagBytes: standby?.behindBytes ?? null,
      synchronous: waiting && standby?.synchronous === true,
      solo,
    };
  }

  /** A lease that was just taken isn't kept waiting for the next look: writes are let in after the first heartbeat. */
  leaseChanged(): void {
    const holds = this.holds();
    const isNew = holds && !this.held;
    this.held = holds;
    if (!isNew || this.isLooking) return;
    clearTimeout(this.timer);
    this.schedule(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    // A migration or a heartbeat that waits for a dead standby must not hold up the end of the process.
    await Promise.all([this.looking, this.lakes.stop()]);
    await this.client?.end().catch(() => undefined);
    void this.pool.end().catch(() => undefined);
  }

  private schedule(inMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.isLooking = true;
      this.looking = this.look().finally(() => {
        this.isLooking = false;
        this.tellHealth();
        this.schedule(this.pauseMs());
      });
    }, inMs);
  }

  private pauseMs(): number {
    if (this.holds() && this.landedAtMs === undefined) return STARTING_LOOK_MS;
    return this.seen?.kind === "standby" ? PASSIVE_LOOK_MS : LOOK_MS;
  }

  private holds(): boolean {
    const { state } = this.lease.view();
    return state === "held" || state === "yielding";
  }

  private tellHealth(): void {
    if (this.stopped || !this.holds()) return;
    const { seen, landedAtMs } = this;
    const health = deepHealth({
      database: seen?.kind ?? "down",
      beatAgeMs: landedAtMs === undefined ? null : performance.now() - landedAtMs,
      waitingForStandby: seen?.kind === "primary" && seen.waiting && seen.standby?.synchronous !== true,
      watchdogAnswers: this.lease.watchdogAnswers(),
      ...this.lakes.ages(),
    });
    this.lease.health(health.ok, health.ok ? "" : health.because);
  }

  /** One look and at most one step. Whatever fails here is tried again at the next look. */
  private async look(): Promise<void> {
    const { context } = this;
    try {
      this.client ??= await adminClient(context.installation, context.region.name, {
        applicationName: "guardian",
        queryMsMax: QUERY_MS_MAX,
      });
      this.seen = await seeServer(this.client, context.peer.name);
      this.lastFailure = "";
    } catch (error) {
      this.say("database-down", error);
      this.seen = undefined;
      this.landedAtMs = undefined;
      await this.client?.end().catch(() => undefined);
      this.client = undefined;
      return;
    }
    try {
      if (this.holds() && this.seen.kind === "primary") {
        this.beat();
        await this.keepSynchrony(this.seen);
      }
      if (!this.holds() && this.seen.kind === "standby" && !this.seen.streaming) await this.checkFollows();
    } catch (error) {
      this.say("guardian-step-failed", error);
    }
  }

  /** By the marks as the voters showed them last: nobody but this region's keeper writes them in its epoch. */
  private async keepSynchrony({ waiting, standby }: SeenServer & { kind: "primary" }): Promise<void> {
    const seen = { waiting, standby, ...this.lease.view().solo };
    const { step, watched } = nextSynchronyStep(seen, this.watched, performance.now());
    this.watched = watched;
    await this.takeStep(step, waiting);
  }

  private async takeStep(step: SynchronyStep, waiting: boolean): Promise<void> {
    if (step === "none" || !this.client) return;
    if (step === "clear-mark") {
      await this.mark(false);
      this.context.log("solo-cleared", { left: this.lease.view().solo.marked });
    } else if (step === "be-synchronous") {
      await setWaiting(this.client, this.context.peer.name);
      this.context.log("synchronous-again", { standby: this.context.peer.name });
    } else if (step === "prove-waiting") {
      await this.proveWaiting();
    } else if (step === "go-alone") {
      await this.goAlone();
    } else {
      await this.mark(true);
      const { marked } = this.lease.view().solo;
      this.context.log("solo-marked", { voters: marked });
      if (marked >= MAJORITY && waiting) await this.goAlone();
    }
  }

  /** Resolves when two voters say so, or after a while: the next look decides by what they say then. */
  private async mark(solo: boolean): Promise<void> {
    const asked = this.lease.ask({ kind: "mark", solo });
    if (!asked.ok) return;
    const untilMs = performance.now() + MARK_MS_MAX;
    const isDone = () => {
      const { marked, unmarked } = this.lease.view().solo;
      return solo ? marked >= MAJORITY : marked === 0 && unmarked >= MAJORITY;
    };
    while (!isDone() && performance.now() < untilMs && !this.stopped) await wait(MARK_LOOK_MS);
  }

  /** S2, over a connection of its own: a proof that hangs must not stand before the next look's questions. */
  private async proveWaiting(): Promise<void> {
    const { installation, region } = this.context;
    const client = await adminClient(installation, region.name, {
      applicationName: "guardian proof",
      queryMsMax: PROOF_MS_MAX,
    });
    try {
      await proveWaiting(client);
      if (this.watched) this.watched.proven = true;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** S1: called only when two voters carry the mark. */
  private async goAlone(): Promise<void> {
    if (!this.client) return;
    await setWaiting(this.client, undefined);
    this.context.log("writes-go-on-alone", { standby: this.context.peer.name });
  }

  /** Never awaited by a look: its commit may wait for the standby, and the look is what lets it go. */
  private beat(): void {
    const nowMs = performance.now();
    if (nowMs - this.beatAtMs < HEARTBEAT_MS - LOOK_MS / 2) return;
    this.beatAtMs = nowMs;
    const previous = this.beating;
    this.beatAtMs = Number.POSITIVE_INFINITY;
    this.beating = previous
      .then(() => this.migrateAndBeat())
      .catch((error) => this.say("heartbeat-failed", error))
      .finally(() => {
        this.beatAtMs = nowMs;
      });
  }

  private async migrateAndBeat(): Promise<void> {
    if (!this.migrated) {
      await migrate(this.pool);
      this.migrated = true;
      this.context.log("catalogue-ready");
    }
    // Two statements in one message are one transaction. It waits for this region's disk, which is what it proves, and not
    // for the standby, whose silence isn't this region's ill health.
    await this.pool.query(
      "SET LOCAL synchronous_commit = local; UPDATE heartbeat SET at = clock_timestamp() WHERE id = 1",
    );
    this.landedAtMs = performance.now();
  }

  private async checkFollows(): Promise<void> {
    const nowMs = performance.now();
    if (nowMs - this.followAtMs < FOLLOW_CHECK_MS) return;
    this.followAtMs = nowMs;
    const { installation, region } = this.context;
    // The lease may have been taken while the other region was asked, and this server with it been made the primary.
    if (!(await mustRebuild({ installation, region })) || this.holds()) return;
    this.context.log("standby-cant-follow", { why: "the primary has given up the log that it needs" });
    await stopForRebuild(region);
  }

  /** The same failure is said once, not twice a second. */
  private say(event: string, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    if (why === this.lastFailure || this.stopped) return;
    this.lastFailure = why;
    this.context.log(event, { why });
  }
}
