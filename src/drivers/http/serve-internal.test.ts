import assert from "node:assert/strict";
import { connect } from "node:net";
import { test } from "node:test";
import { LINK_KEY_HEADER } from "../../core/installation.ts";
import { freePorts } from "../process/free-ports.ts";
import { unheardTelemetry } from "../telemetry/telemetry.ts";
import { ask, tell } from "./ask.ts";
import { observing } from "./observed-server.ts";
import { type InternalAnswer, type InternalRequest, serveInternal } from "./serve-internal.ts";

const KEY = "0123456789abcdef".repeat(4);
const known = { [LINK_KEY_HEADER]: KEY };
const WITHIN_MS = 2_000;
const observed = observing("guardian", unheardTelemetry());

async function serving(
  handle: (request: InternalRequest) => Promise<InternalAnswer | undefined>,
  work: (port: number, close: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const port = await freePorts(1);
  const server = await serveInternal({
    port,
    who: "the test",
    linkKey: KEY,
    open: ["/healthz"],
    observing: observed,
    handle,
  });
  await work(port, server.close).finally(server.close);
}

/** Everything that comes back on one connection until it is closed. */
function talk(port: number, ...texts: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect({ port, host: "127.0.0.1" }, () => socket.end(texts.join("")));
    socket.setEncoding("utf8");
    socket.on("data", (text) => {
      heard += text;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(heard));
  });
}

const echo = async ({ method, url, body, headers }: InternalRequest): Promise<InternalAnswer | undefined> => {
  if (url.pathname === "/bytes") return { status: 200, bytes: new Uint8Array(300_000).fill(65) };
  if (url.pathname === "/fails") throw new Error("it broke");
  if (url.pathname === "/nothing") return undefined;
  return {
    status: 200,
    json: { method, path: url.pathname, b: url.searchParams.get("b"), body, key: headers["x-key"] },
  };
};

test("asked by our own client and by fetch, it answers the same", async () => {
  await serving(echo, async (port) => {
    const headers = { ...known, "x-key": "k" };
    const wanted = { method: "PUT", path: "/a", b: "c d", body: '{"say":"ü"}', key: "k" };
    const told = await tell(port, "PUT", "/a?b=c%20d", headers, { say: "ü" }, WITHIN_MS);
    assert.deepEqual([told.status, JSON.parse(told.body)], [200, wanted]);
    const body = JSON.stringify({ say: "ü" });
    const fetched = await fetch(`http://127.0.0.1:${port}/a?b=c%20d`, { method: "PUT", headers, body });
    assert.deepEqual([fetched.status, await fetched.json()], [200, wanted]);
    assert.equal((await (await fetch(`http://127.0.0.1:${port}/bytes`, { headers })).text()).length, 300_000);
    assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`, { method: "HEAD" })).status, 200);
    assert.equal((await ask(port, "/nothing", known, WITHIN_MS)).status, 404);
    const failed = await ask(port, "/fails", known, WITHIN_MS);
    assert.equal(failed.status, 500);
    assert.match(failed.body, /the test failed: it broke/);
  });
});

test("without the key only open paths are answered, and nothing of a stranger's body is taken in", async () => {
  let asked = 0;
  const handle = async (): Promise<InternalAnswer> => {
    asked += 1;
    return { status: 200, json: {} };
  };
  await serving(handle, async (port) => {
    assert.equal((await ask(port, "/healthz?x", {}, WITHIN_MS)).status, 200);
    assert.equal((await ask(port, "/other", {}, WITHIN_MS)).status, 401);
    assert.equal((await ask(port, "/healthz/../other", {}, WITHIN_MS)).status, 401);
    assert.equal((await ask(port, "/other", { [LINK_KEY_HEADER]: `${KEY}0` }, WITHIN_MS)).status, 401);
    // A second request hidden in a body that was refused isn't one.
    const hidden = `GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n`;
    const heard = await talk(
      port,
      `PUT /other HTTP/1.1\r\nhost: x\r\ncontent-length: ${hidden.length}\r\n\r\n`,
      hidden,
    );
    assert.match(heard, /^HTTP\/1\.1 401 /);
    assert.equal(heard.split("HTTP/1.1").length, 2);
    assert.equal((await tell(port, "PUT", "/other", known, { x: "y".repeat(20_000) }, WITHIN_MS)).status, 413);
    assert.match(await talk(port, "nonsense\r\n\r\n"), /^HTTP\/1\.1 400 /);
    assert.equal(asked, 1);
  });
});

test("questions sent at once are answered in their order, also when their sender has said its last", async () => {
  const handle = async ({ url }: InternalRequest): Promise<InternalAnswer> => {
    if (url.pathname === "/first") await new Promise((resolve) => setImmediate(resolve));
    return { status: 200, json: { path: url.pathname } };
  };
  await serving(handle, async (port) => {
    const question = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\n${LINK_KEY_HEADER}: ${KEY}\r\n\r\n`;
    const heard = await talk(port, question("/first"), question("/second"));
    assert.deepEqual(heard.match(/\/(first|second)/g), ["/first", "/second"]);
  });
});

test("closing lets an answer that is under way out, and idle connections go at once", async () => {
  const begun = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<InternalAnswer>();
  const handle = async ({ url }: InternalRequest): Promise<InternalAnswer> => {
    if (url.pathname === "/healthz") return { status: 200, json: {} };
    begun.resolve();
    return await answer.promise;
  };
  await serving(handle, async (port, close) => {
    await ask(port, "/healthz", {}, WITHIN_MS);
    const given = ask(port, "/slow", known, WITHIN_MS);
    await begun.promise;
    const closed = close();
    answer.resolve({ status: 200, json: { late: true } });
    assert.deepEqual(await given, { status: 200, body: '{"late":true}' });
    await closed;
    await assert.rejects(ask(port, "/healthz", {}, WITHIN_MS), { code: "ECONNREFUSED" });
  });
});
