import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import type { Installation } from "../../core/installation.ts";
import { initialRegister, type Vote } from "../../recovery/register.ts";
import { HEARD_VOTES_PATH, hearVotes, votesTeller } from "./heard-votes.ts";
import { followRole } from "./role-watcher.ts";

const KEY = "k".repeat(64);
const first = initialRegister("south");
const vote = (epoch: number, solo = false): Vote => ({
  kind: "register",
  register: { ...first, epoch, marks: { solo, wanted: false } },
});
const silent: Vote = { kind: "abstains", because: "witness: it isn't running" };

async function withGuardian(work: (port: number, teller: ReturnType<typeof votesTeller>) => Promise<void>) {
  const teller = votesTeller();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "", "http://guardian");
    assert.deepEqual([url.pathname, request.headers["x-tandem-link"]], [HEARD_VOTES_PATH, KEY]);
    response.end(JSON.stringify(await teller.tell(url)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await work((server.address() as AddressInfo).port, teller);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("an answer is held back until a vote changes, and then comes at once", async () => {
  await withGuardian(async (port, teller) => {
    const end = new AbortController();
    teller.heard([vote(1), vote(1), silent]);
    const heard = await hearVotes(port, KEY, undefined, end.signal);
    assert.deepEqual(heard?.votes, [vote(1), vote(1), silent]);
    let answered = false;
    const next = hearVotes(port, KEY, heard?.tag, end.signal).finally(() => {
      answered = true;
    });
    // A round trip later nothing has come, although equal votes were heard meanwhile.
    teller.heard([vote(1), vote(1), silent]);
    await hearVotes(port, KEY, undefined, end.signal);
    assert.equal(answered, false);
    teller.heard([vote(1, true), vote(1), silent]);
    assert.deepEqual((await next)?.votes[0], vote(1, true));
  });
});

test("who follows a guardian hears a change of role, and asks the voters where it is gone", async () => {
  const nobody = { installation: { regions: [], witness: { port: 1 } } as unknown as Installation, linkKey: KEY };
  await withGuardian(async (guardianPort, teller) => {
    teller.heard([vote(1), vote(1), silent]);
    const watcher = followRole({ ...nobody, region: "south", guardianPort });
    try {
      await watcher.asked;
      assert.equal(watcher.current().kind === "known" && watcher.votes().length, 3);
      const taken = { ...first, epoch: 2, holder: "north" };
      teller.heard([{ kind: "register", register: taken }, { kind: "register", register: taken }, silent]);
      const deadline = performance.now() + 1_500;
      const holder = () => {
        const known = watcher.current();
        return known.kind === "known" ? `${known.holder} ${known.role}` : known.because;
      };
      while (holder() !== "north passive" && performance.now() < deadline) await new Promise(setImmediate);
      assert.equal(holder(), "north passive");
    } finally {
      watcher.stop();
    }
  });
  const alone = followRole({ ...nobody, region: "south", guardianPort: 1 });
  await alone.asked;
  alone.stop();
  const current = alone.current();
  assert.ok(current.kind === "unknown" && /witness: it isn't running/.test(current.because), JSON.stringify(current));
});
