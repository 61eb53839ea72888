import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { type CanaryCheck, canaryScript } from "./canary-script.ts";

let asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  if (request.url === "/never") return;
  if (request.url === "/second-time" && asked.filter((url) => url === request.url).length === 1) {
    request.socket.destroy();
    return;
  }
  response.writeHead(request.url === "/passive" ? 503 : 200).end(JSON.stringify({ region: "ap-south-1" }));
});
before(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
after(() => {
  server.closeAllConnections();
  server.close();
});

/** Runs the emitted program as the runtime does: loads it and calls its handler. */
async function run(checks: readonly Omit<CanaryCheck, "name">[]): Promise<string> {
  asked = [];
  const { port } = server.address() as AddressInfo;
  const text = canaryScript({
    checks: checks.map((check) => ({ ...check, name: check.url, url: `http://127.0.0.1:${port}${check.url}` })),
    answerMsMax: 200,
    attempts: 2,
  });
  const exports: { handler?: () => Promise<string> } = {};
  new Function("exports", "require", text)(exports, createRequire(import.meta.url));
  assert(exports.handler);
  return await exports.handler();
}

test("a canary is content when every address answers as expected, a passive region's 503 included", async () => {
  const answer = await run([
    { url: "/healthz", statuses: [200] },
    { url: "/passive", statuses: [200, 503], contains: '"ap-south-1"' },
  ]);
  assert.equal(answer, "2 of 2 answered");
});

test("a canary names each address that answered otherwise, and why", async () => {
  const checks = [
    { url: "/healthz", statuses: [200] },
    { url: "/passive", statuses: [200] },
    { url: "/wrong-region", statuses: [200], contains: '"ap-south-2"' },
  ];
  await assert.rejects(run(checks), (error: Error) => {
    assert.match(error.message, /passive.*answered 503, expected 200; .*wrong-region.*answered without "ap-south-2"/);
    assert.doesNotMatch(error.message, /\/healthz/);
    return true;
  });
});

test("an address that never answers fails the run within the limit", async () => {
  await assert.rejects(run([{ url: "/never", statuses: [200] }]), /no answer within 200 ms/);
});

test("one connection lost on the way isn't a failed run", async () => {
  assert.equal(await run([{ url: "/second-time", statuses: [200] }]), "1 of 1 answered");
  assert.equal(asked.length, 2);
});
