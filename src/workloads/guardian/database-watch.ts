// A guardian's eye on its region's PostgreSQL. In the active region: catalogue migrated, a heartbeat each second, and the
// standby waited for or, marked `solo` first, not. In the passive one: whether it still follows.

import type { Client, Pool } from "pg";
import { migrate } from "../../drivers/catalogue/migrate.ts";
import { mustRebuild, stopForRebuild } from "../../drivers/postgres/cluster.ts";
import { adminClient, postgresPool } from "../../drivers/postgres/connect.ts";
import { proveWaiting, type SeenServer, seeServer, setWaiting } from "../../drivers/postgres/replication.ts";
import type { RoleWatcher } from "../../drivers/register/role-watcher.ts";
import type { Vote } from "../../recovery/register.ts";
import { nextSynchronyStep, type SynchronyStep, type Watched } from "../../recovery/synchrony.ts";
import type { WorkloadContext } from "../context.ts";
import { marksIn, type SoloMark, soloMark } from "./solo-mark.ts";

/** An active region marks `solo` by what it sees; a passive one only tells. */
const LOOK_MS = 500;
const PASSIVE_LOOK_MS = 1_000;
const HEARTBEAT_MS = 1_000;
/** How often a passive region that doesn't stream asks whether it ever will again. */
const FOLLOW_CHECK_MS = 5_000;
const QUERY_MS_MAX = 2_000;
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
  private readonly watcher: RoleWatcher;
  private readonly mark: SoloMark;
  private readonly pool: Pool;
  private client: Client | undefined;
  private seen: SeenServer | undefined;
  private watched: Watched | undefined;
  private migrated = false;
  private beatAtMs = Number.NEGATIVE_INFINITY;
  private followAtMs = Number.NEGATIVE_INFINITY;
  private lastFailure = "";
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private beating: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(context: WorkloadContext, watcher: RoleWatcher) {
    this.context = context;
    this.watcher = watcher;
    this.mark = soloMark(context.installation, context.region.name, context.linkKey);
    this.pool = postgresPool(context.installation, context.region.name, { max: 2, applicationName: "guardian" });
    this.schedule(0);
  }

  status(): DatabaseStatus {
    const { seen } = this;
    const solo = this.watcher.votes().some((vote) => vote.kind === "register" && vote.register.marks.solo);
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

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    // A migration or a heartbeat that waits for a dead standby must not hold up the end of the process.
    await this.looking;
    await this.client?.end().catch(() => undefined);
    void this.pool.end().catch(() => undefined);
  }

  private schedule(inMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.looking = this.look().finally(() =>
        this.schedule(this.seen?.kind === "standby" ? PASSIVE_LOOK_MS : LOOK_MS),
      );
    }, inMs);
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
      await this.client?.end().catch(() => undefined);
      this.client = undefined;
      return;
    }
    try {
      const role = this.watcher.current();
      if (role.kind === "unknown") return;
      if (role.role === "active" && this.seen.kind === "primary") {
        await this.keepSynchrony(this.seen);
        this.beat();
      }
      if (role.role === "passive" && this.seen.kind === "standby" && !this.seen.streaming) await this.checkFollows();
    } catch (error) {
      this.say("guardian-step-failed", error);
    }
  }

  /** Decides with the votes heard last; where that asks for a step, the voters are asked anew and the decision is taken again. */
  private async keepSynchrony({ waiting, standby }: SeenServer & { kind: "primary" }): Promise<void> {
    const { name } = this.context.region;
    const nowMs = performance.now();
    const decide = (votes: Vote[]) =>
      nextSynchronyStep({ waiting, standby, ...marksIn(votes, name) }, this.watched, nowMs);
    let votes = this.watcher.votes();
    let decided = decide(votes);
    if (decided.step !== "none") {
      votes = await this.mark.read();
      decided = decide(votes);
    }
    this.watched = decided.watched;
    await this.takeStep(decided.step, votes, waiting);
  }

  private async takeStep(step: SynchronyStep, votes: Vote[], waiting: boolean): Promise<void> {
    if (step === "none" || !this.client) return;
    if (step === "clear-mark") {
      const { marked } = await this.mark.set(false, votes);
      this.context.log("solo-cleared", { left: marked });
    } else if (step === "be-synchronous") {
      await setWaiting(this.client, this.context.peer.name);
      this.context.log("synchronous-again", { standby: this.context.peer.name });
    } else if (step === "prove-waiting") {
      await this.proveWaiting();
    } else if (step === "go-alone") {
      await this.goAlone();
    } else {
      const { marked } = await this.mark.set(true, votes);
      this.context.log("solo-marked", { voters: marked });
      if (marked >= 2 && waiting) await this.goAlone();
    }
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
    // Two statements in one message are one transaction; a heartbeat is worth no wait for disk or standby.
    await this.pool.query(
      "SET LOCAL synchronous_commit = off; UPDATE heartbeat SET at = clock_timestamp() WHERE id = 1",
    );
  }

  private async checkFollows(): Promise<void> {
    const nowMs = performance.now();
    if (nowMs - this.followAtMs < FOLLOW_CHECK_MS) return;
    this.followAtMs = nowMs;
    const { installation, region } = this.context;
    if (!(await mustRebuild({ installation, region }))) return;
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
