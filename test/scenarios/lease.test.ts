// A region's lease on real processes: who may write, until when, and that losing guardian, watchdog, witness or voters never makes
// an answer wrong. Nobody fails over here: what a lease promises holds without a plan.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { monotonicMs } from "../../src/drivers/clock.ts";
import { readVotes, setVote, votersOf } from "../../src/drivers/register/voters.ts";
import { LEASE_TIMES } from "../../src/recovery/lease/times.ts";
import { type LeasedPair, startLeasedPair } from "./leased-pair.ts";
import { until } from "./pair-of-regions.ts";
import { projectsIn, startWriting, type WritingClients } from "./writing-clients.ts";

/** Tests share their machine: what takes 0.3 s on an idle one gets this long. */
const SOON_MS = 4_000;
const WELL_MS = 30_000;
/** From the deadline until PostgreSQL is gone: a timer, a signal, and the postmaster ending its children. */
const STOP_MS_MAX = 1_500;

let pair: LeasedPair;
let clients: WritingClients | undefined;
const held: [() => void, string][] = [];

before(async () => {
  pair = await startLeasedPair();
});
afterEach(async () => {
  for (const [letGo] of held.splice(0)) letGo();
  await clients?.stop();
  clients = undefined;
  await until("the primary is active again", WELL_MS, () => pair.isActive(pair.primary));
});
after(() => pair?.end());

const active = () => pair.isActive(pair.primary);
const acknowledged = (writing: WritingClients) => writing.written.filter(({ answer }) => answer === "done");

/** Stopped until the test's end at the latest. */
function standStill(
  region: Parameters<LeasedPair["signal"]>[0],
  name: Parameters<LeasedPair["signal"]>[1],
): () => void {
  pair.signal(region, name, "SIGSTOP");
  const letGo = () => pair.signal(region, name, "SIGCONT");
  held.push([letGo, name]);
  return letGo;
}

async function write(): Promise<WritingClients> {
  const writing = startWriting(pair.primary, pair.linkKey);
  clients = writing;
  await until("writes are acknowledged", SOON_MS, async () => acknowledged(writing).length > 5);
  return writing;
}

/** Whatever was called done is there, and everything else was called by its name. */
async function checkTruth(writing: WritingClients): Promise<void> {
  const written = await writing.stop();
  const there = await projectsIn(pair.primary, pair.linkKey);
  const lost = written.filter(({ id, answer }) => answer === "done" && !there.has(id));
  assert.deepEqual(lost, []);
  const refusedButThere = written.filter(({ id, answer }) => answer === "not-active" && there.has(id));
  assert.deepEqual(refusedButThere, [], "what was refused never began");
}

test("R1: a guardian that is killed costs writes a moment, never a wrong answer, and PostgreSQL isn't restarted", async () => {
  const writing = await write();
  const [server, { epoch }] = [await pair.server(pair.primary), await pair.lease(pair.primary)];
  pair.signal(pair.primary, "guardian", "SIGKILL");
  const beganMs = monotonicMs();
  const before = writing.written.length;
  await until("writes are acknowledged under a newer epoch", WELL_MS, async () => {
    const lease = await pair.lease(pair.primary);
    const since = writing.written.slice(before);
    return (
      lease.epoch > epoch &&
      lease.open &&
      since.some(({ answer, answeredMs }) => answer === "done" && answeredMs > beganMs + 50)
    );
  });
  const firstMs =
    (writing.written.find(({ answer, answeredMs }) => answer === "done" && answeredMs > beganMs + 50)?.answeredMs ??
      0) - beganMs;
  assert.ok(firstMs < SOON_MS, `${Math.round(firstMs)} ms`);
  assert.equal((await pair.lease(pair.primary)).epoch, epoch + 1, "it took its own record again, once");
  assert.equal(await pair.server(pair.primary), server);
  await checkTruth(writing);
});

test("R1: while a guardian stands still no write is acknowledged past its lease, and the watchdog stops PostgreSQL at its end", async () => {
  const writing = await write();
  const server = await pair.server(pair.primary);
  const letGo = standStill(pair.primary, "guardian");
  const { untilMs, epoch } = await pair.watchdog(pair.primary);
  assert.ok(untilMs !== null && untilMs > monotonicMs());
  await until("PostgreSQL is stopped", LEASE_TIMES.leaseMs + STOP_MS_MAX + SOON_MS, async () => {
    return (await pair.server(pair.primary)) !== server;
  });
  const stoppedMs = monotonicMs();
  const { untilMs: endMs } = await pair.watchdog(pair.primary);
  assert.ok(stoppedMs >= (endMs ?? 0) - 1, "never before the lease's end");
  assert.ok(stoppedMs - (endMs ?? 0) < STOP_MS_MAX, `${Math.round(stoppedMs - (endMs ?? 0))} ms after it`);
  const late = acknowledged(writing).filter(({ beganMs }) => beganMs > (endMs ?? 0));
  assert.deepEqual(late, []);
  assert.equal(await active(), false);
  // The watchdog is told of a longer lease in steps, so the guardian's own may last a little longer.
  await until("the guardian's lease is over, too", SOON_MS, async () => monotonicMs() > (endMs ?? 0) + STOP_MS_MAX);
  letGo();
  await until("the region takes its own record again and writes", WELL_MS, active);
  assert.ok((await pair.lease(pair.primary)).epoch > epoch);
  await checkTruth(writing);
});

test("a standby is never stopped for want of a lease, whatever becomes of its guardian and its watchdog", async () => {
  const server = await pair.server(pair.standby);
  assert.ok(server);
  standStill(pair.standby, "guardian");
  pair.signal(pair.standby, "watchdog", "SIGKILL");
  const untilMs = monotonicMs() + LEASE_TIMES.leaseMs + STOP_MS_MAX;
  await until("a lease's time is over", LEASE_TIMES.leaseMs + STOP_MS_MAX + SOON_MS, async () => {
    assert.equal(await pair.server(pair.standby), server);
    return monotonicMs() > untilMs;
  });
  assert.equal(await active(), true, "one voter of three changes nothing");
});

test("a watchdog that is killed is back under the same lease, and PostgreSQL isn't restarted", async () => {
  const writing = await write();
  const [server, { epoch }] = [await pair.server(pair.primary), await pair.lease(pair.primary)];
  const before = pair.pidOf(pair.primary, "watchdog");
  pair.signal(pair.primary, "watchdog", "SIGKILL");
  await until("another watchdog knows the deadline", WELL_MS, async () => {
    const pid = pair.pidOf(pair.primary, "watchdog");
    const known = pid !== 0 && pid !== before ? await pair.watchdog(pair.primary) : undefined;
    return known?.epoch === epoch && (known.untilMs ?? 0) > monotonicMs() + LEASE_TIMES.leaseMs / 2;
  });
  assert.equal(await pair.server(pair.primary), server);
  await checkTruth(writing);
  assert.deepEqual(
    writing.written.filter(({ answer }) => answer !== "done"),
    [],
  );
});

test("R5: a lost witness alone changes nothing", async () => {
  const writing = await write();
  const { epoch } = await pair.lease(pair.primary);
  standStill(undefined, "witness");
  const untilMs = monotonicMs() + 2 * LEASE_TIMES.leaseMs;
  await until("two leases' time is over", 4 * LEASE_TIMES.leaseMs, async () => monotonicMs() > untilMs);
  const lease = await pair.lease(pair.primary);
  assert.deepEqual([lease.state, lease.epoch, lease.open], ["held", epoch, true]);
  await checkTruth(writing);
  assert.deepEqual(
    writing.written.filter(({ answer }) => answer !== "done"),
    [],
  );
});

test("R1: a holder that two voters can't hear stops by itself, and goes on when one is back", async () => {
  const writing = await write();
  const { epoch } = await pair.lease(pair.primary);
  const server = await pair.server(pair.primary);
  standStill(undefined, "witness");
  const letGo = standStill(pair.standby, "guardian");
  await until("the lease is over and PostgreSQL is stopped", WELL_MS, async () => {
    return (await pair.server(pair.primary)) === undefined && (await pair.lease(pair.primary)).remainingMs === null;
  });
  assert.notEqual(server, undefined);
  assert.equal(await active(), false);
  const since = writing.written.length;
  await until("writes are refused", SOON_MS, async () => writing.written.length > since + 5);
  assert.deepEqual(
    writing.written.slice(since + 5).filter(({ answer }) => answer === "done"),
    [],
  );
  letGo();
  await until("it takes its own record again", WELL_MS, active);
  assert.ok((await pair.lease(pair.primary)).epoch > epoch);
  await checkTruth(writing);
});

test("a switch of the lease stops PostgreSQL in order, gives the next epoch to the named run, and starts nothing where it left", async () => {
  const writing = await write();
  // Who writes alone hands nothing over, and the test before this one left the standby behind.
  await until("nobody writes alone", WELL_MS, async () => (await pair.lease(pair.primary)).solo.marked === 0);
  const { epoch } = await pair.lease(pair.primary);
  const to = pair.standby.name;
  const { incarnation } = await pair.lease(pair.standby);
  const refused = await pair.askLease(pair.primary, "yield", { epoch: epoch + 1, to, incarnation });
  assert.equal(refused.status, 409, "a command for another epoch is refused");
  assert.equal((await pair.askLease(pair.primary, "close", { epoch })).status, 202);
  assert.equal((await pair.askLease(pair.primary, "yield", { epoch, to, incarnation })).status, 202);
  await until("the standby holds the next epoch", SOON_MS, async () => {
    const lease = await pair.lease(pair.standby);
    return lease.state === "held" && lease.epoch === epoch + 1;
  });
  assert.equal(await pair.server(pair.primary), undefined);
  await until("the former primary waits", WELL_MS, async () => pair.stateOf(pair.primary, "postgres") === "waiting");
  const since = writing.written.length;
  await until("writes are refused", SOON_MS, async () => writing.written.length > since + 5);
  assert.deepEqual(
    writing.written.slice(since + 5).filter(({ answer }) => answer === "done"),
    [],
  );
  // Its database was never promoted, so it gives the lease up, and the former holder displaces it.
  assert.equal((await pair.askLease(pair.standby, "resign", { epoch: epoch + 1, because: "a test" })).status, 202);
  const why = { why: "a test", above: epoch + 1, solo: true, overSolo: true };
  assert.equal((await pair.askLease(pair.primary, "contend", why)).status, 202);
  await until("the first region holds a newer epoch", WELL_MS, async () => {
    const lease = await pair.lease(pair.primary);
    return lease.state === "held" && lease.epoch > epoch + 1;
  });
  const taken = await pair.lease(pair.primary);
  assert.equal(taken.open, false, "a lease that was another's lets writes in only when a plan says so");
  assert.equal((await pair.askLease(pair.primary, "open", { epoch: taken.epoch })).status, 202);
  await until("writes go on", WELL_MS, active);
  await checkTruth(writing);
});

test("a holder that two voters want to stop stops, and doesn't come back by itself", async () => {
  const { epoch } = await pair.lease(pair.primary);
  const voters = votersOf(pair.installation).slice(1);
  for (const [index, voter] of voters.entries()) {
    await until(`${voter.name} carries the mark`, SOON_MS, async () => {
      const vote = (await readVotes(pair.installation, pair.linkKey, 500))[index + 1];
      if (vote?.kind !== "register") return false;
      if (vote.register.marks.wanted) return true;
      const next = { ...vote.register, marks: { ...vote.register.marks, wanted: true } };
      return (await setVote(voter, pair.linkKey, { expected: vote.register, next }, 500)).kind === "set";
    });
  }
  await until("it stopped", SOON_MS, async () => {
    return (await pair.lease(pair.primary)).state === "passive" && (await pair.server(pair.primary)) === undefined;
  });
  const untilMs = monotonicMs() + LEASE_TIMES.leaseMs;
  await until("a lease's time is over", 2 * LEASE_TIMES.leaseMs, async () => {
    assert.equal((await pair.lease(pair.primary)).state, "passive");
    return monotonicMs() > untilMs;
  });
  const contended = await pair.askLease(pair.primary, "contend", {
    why: "a test",
    above: epoch,
    solo: true,
    overSolo: true,
  });
  assert.equal(contended.status, 202);
  await until("a person's word brings it back under a newer epoch", WELL_MS, async () => {
    const lease = await pair.lease(pair.primary);
    // A third voter that was late keeps the older record's mark when it follows; it takes two to stop a holder.
    return lease.state === "held" && lease.epoch > epoch && lease.wanted < 2;
  });
  await pair.askLease(pair.primary, "open", { epoch: (await pair.lease(pair.primary)).epoch });
});
