import assert from "node:assert/strict";
import { test } from "node:test";
import type { Installation } from "../../core/installation.ts";
import type { LeaseView } from "../../recovery/lease/view.ts";
import { initialRegister, type Vote } from "../../recovery/register.ts";
import { monotonicMs } from "../clock.ts";
import { type Conversation, converse } from "../http/conversation.ts";
import { linkHeaders } from "../http/link-key.ts";
import { observing } from "../http/observed-server.ts";
import { serveInternal } from "../http/serve-internal.ts";
import { freePorts } from "../process/free-ports.ts";
import { unheardTelemetry } from "../telemetry/telemetry.ts";
import { HEARD_VOTES_PATH, hearVotes, votesTeller } from "./heard-votes.ts";
import { followRole } from "./role-watcher.ts";

const KEY = "k".repeat(64);
const first = initialRegister("south");
const vote = (epoch: number, solo = false, beat = 0): Vote => ({
  kind: "register",
  register: { ...first, epoch, beat, marks: { solo, wanted: false } },
});
const silent: Vote = { kind: "abstains", because: "witness: it isn't running" };
const held = (votes: LeaseView["votes"], more: Partial<LeaseView> = {}): LeaseView => ({
  region: "south",
  incarnation: "run",
  state: "held",
  epoch: 1,
  holder: "south",
  remainingMs: 2_500,
  open: true,
  solo: { marked: 0, unmarked: 2 },
  wanted: 0,
  stillMs: [0, 0, null],
  votes,
  seenPeerIncarnation: null,
  because: "",
  ...more,
});

const closed = { guardian: 1 };
const nobody = {
  installation: {
    regions: [
      { name: "north", ports: closed },
      { name: "south", ports: closed },
    ],
    witness: { port: 1 },
  } as unknown as Installation,
  linkKey: KEY,
};

type Guardian = { port: number; asking: Conversation; say(lease: LeaseView): void };

async function withGuardian(lease: LeaseView, work: (guardian: Guardian) => Promise<void>) {
  let now = lease;
  const teller = votesTeller(() => ({ lease: now, at: monotonicMs() }));
  const port = await freePorts(1);
  const server = await serveInternal({
    port,
    who: "the guardian",
    linkKey: KEY,
    open: [],
    observing: observing("guardian", unheardTelemetry()),
    async handle({ url }) {
      return url.pathname === HEARD_VOTES_PATH ? { status: 200, json: await teller.tell(url) } : undefined;
    },
  });
  const asking = converse(port, linkHeaders(KEY));
  try {
    await work({
      port,
      asking,
      say(next) {
        now = next;
        teller.changed();
      },
    });
  } finally {
    asking.close();
    await server.close();
  }
}

test("an answer is held back until a role, an epoch, a mark or the lease changes, and then comes at once", async () => {
  const start = held([vote(1), vote(1), silent]);
  const news: Record<string, LeaseView> = {
    "a mark": held([vote(1, true), vote(1), silent]),
    "an epoch": held([vote(2), vote(1), silent]),
    "a voter that falls silent": held([vote(1), silent, silent]),
    "writes are closed": held([vote(1), vote(1), silent], { open: false }),
    "the lease is lost": held([vote(1), vote(1), silent], { state: "ending" }),
    "the holder is to stop": held([vote(1), vote(1), silent], { wanted: 1 }),
  };
  for (const [what, next] of Object.entries(news)) {
    await withGuardian(start, async ({ asking, say }) => {
      const heard = await hearVotes(asking, { seen: undefined });
      assert.deepEqual(heard?.votes, [vote(1), vote(1), silent]);
      let answered = false;
      const answer = hearVotes(asking, { seen: heard?.tag }).finally(() => {
        answered = true;
      });
      // A round trip later nothing has come, although the beat and the lease's end went on meanwhile.
      say(held([vote(1, false, 9), vote(1, false, 9), silent], { remainingMs: 2_900 }));
      await hearVotes(asking, { seen: undefined });
      assert.equal(answered, false, what);
      say(next);
      assert.deepEqual((await answer)?.lease, next, what);
    });
  }
});

test("who wants a fresh lease is answered sooner, and counts what remains from when it was told", async () => {
  await withGuardian(held([vote(1), vote(1), silent], { remainingMs: 100 }), async ({ port, asking }) => {
    const watcher = followRole({ ...nobody, region: "south", guardianPort: port, freshMs: 50 });
    try {
      await watcher.asked;
      const told = watcher.lease()?.remainingMs ?? 0;
      assert.ok(told > 0 && told <= 100, String(told));
      const beganMs = performance.now();
      const heard = await hearVotes(asking, { seen: "x", waitMs: 50 });
      await hearVotes(asking, { seen: heard?.tag, waitMs: 50 });
      const tookMs = performance.now() - beganMs;
      assert.ok(tookMs >= 45 && tookMs < 1_500, `${tookMs} ms`);
    } finally {
      watcher.stop();
    }
  });
});

test("who follows a guardian hears a change of role, and asks the voters where it is gone", async () => {
  await withGuardian(held([vote(1), vote(1), silent]), async ({ port, say }) => {
    const watcher = followRole({ ...nobody, region: "south", guardianPort: port });
    try {
      await watcher.asked;
      assert.equal(watcher.current().kind === "known" && watcher.votes().length, 3);
      const taken: Vote = { kind: "register", register: { ...first, epoch: 2, holder: "north", incarnation: "other" } };
      say(held([taken, taken, silent], { state: "ending", epoch: 2, holder: "north", remainingMs: null }));
      const deadline = performance.now() + 1_500;
      const holder = () => {
        const known = watcher.current();
        return known.kind === "known" ? `${known.holder} ${known.role}` : known.because;
      };
      while (holder() !== "north passive" && performance.now() < deadline) await new Promise(setImmediate);
      assert.equal(holder(), "north passive");
      assert.equal(watcher.lease()?.state, "ending");
    } finally {
      watcher.stop();
    }
  });
  const alone = followRole({ ...nobody, region: "south", guardianPort: 1 });
  await alone.asked;
  alone.stop();
  assert.equal(alone.lease(), undefined, "nothing is known of a lease that nobody tells");
  const current = alone.current();
  assert.ok(current.kind === "unknown" && /witness: it isn't running/.test(current.because), JSON.stringify(current));
});
