import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { announce, announcedRuns } from "./messages.ts";
import { regionForTest } from "./test-region.ts";

const told = { plan: "fail-over", from: "north", to: "south", epoch: 7, at: 1, tookMs: 4_200, atRisk: "" } as const;

async function webhook(status: number) {
  const bodies: Record<string, unknown>[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    bodies.push(JSON.parse(text));
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, bodies, close: () => void server.close() };
}

test("a message is written down before and after it is sent, under one id, and a repeat carries the same", async () => {
  const { region, end } = await regionForTest();
  const hook = await webhook(204);
  try {
    for (let times = 0; times < 2; times += 1) await announce(region, { ...told, run: "run-1" }, hook.url);
    const lines = (await readFile(join(region.directory, "recovery/messages.ndjson"), "utf8")).trim().split("\n");
    const states = lines.map((line) => JSON.parse(line) as { state: string; delivery: string });
    assert.deepEqual(
      states.map(({ state }) => state),
      ["sending", "sent", "sending", "sent"],
    );
    assert.equal(new Set([...states, ...hook.bodies].map(({ delivery }) => delivery)).size, 1);
    assert.match(String(hook.bodies[0]?.text), /south under epoch 7.*4\.2 s/);
    assert.deepEqual(await announcedRuns(region), ["run-1", "run-1"]);
  } finally {
    hook.close();
    await end();
  }
});

test("a webhook that refuses or isn't there fails nothing; the message counts as told, and why is written down", async () => {
  const { region, end } = await regionForTest();
  const hook = await webhook(500);
  try {
    assert.match(await announce(region, { ...told, run: "run-1" }, hook.url), /it answered 500/);
    assert.match(await announce(region, { ...told, run: "run-2" }, "http://127.0.0.1:1/"), /the webhook failed/);
    assert.deepEqual(await announcedRuns(region), ["run-1", "run-2"]);
  } finally {
    hook.close();
    await end();
  }
});

test("a webhook's address, which may hold a secret, is in no message, even where it can't be used", async () => {
  const { region, end } = await regionForTest();
  try {
    for (const [index, address] of ["hooks.example/T0/secret", "http://user:secret@127.0.0.1:1/"].entries()) {
      assert.match(await announce(region, { ...told, run: `run-${index}` }, address), /the webhook failed/);
    }
    assert.doesNotMatch(await readFile(join(region.directory, "recovery/messages.ndjson"), "utf8"), /secret/);
  } finally {
    await end();
  }
});
