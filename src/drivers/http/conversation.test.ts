import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { connect, createServer as createBareServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { freePorts } from "../process/free-ports.ts";
import { type Telemetry, unheardTelemetry } from "../telemetry/telemetry.ts";
import { Overdue } from "./ask.ts";
import { CONVERSATION_PATH, CONVERSATION_PROTOCOL, type Conversation, converse } from "./conversation.ts";
import { linkHeaders } from "./link-key.ts";
import { observing } from "./observed-server.ts";
import { type InternalAnswer, type InternalRequest, serveInternal } from "./serve-internal.ts";
import { makeAuthority, writeCertificates } from "./test-certificates.ts";
import { TLS_DIRECTORY_VARIABLE } from "./tls.ts";

const KEY = "0123456789abcdef".repeat(4);
const WITHIN_MS = 2_000;

type Handle = (request: InternalRequest) => Promise<InternalAnswer | undefined>;
type Place = { port: number; asking: Conversation; close(): Promise<void>; telemetry: Telemetry };

async function conversing(handle: Handle, work: (place: Place) => Promise<void>, key = KEY): Promise<void> {
  const port = await freePorts(1);
  const telemetry = unheardTelemetry();
  const server = await serveInternal({
    port,
    who: "the test",
    linkKey: KEY,
    open: [],
    observing: observing("guardian", telemetry),
    handle,
  });
  const asking = converse(port, linkHeaders(key));
  try {
    await work({ port, asking, close: server.close, telemetry });
  } finally {
    asking.close();
    await server.close();
  }
}

const echo: Handle = async ({ method, url, body }) => {
  if (url.pathname === "/fails") throw new Error("it broke");
  if (url.pathname === "/bytes") return { status: 200, bytes: new Uint8Array(3) };
  return url.pathname === "/nothing"
    ? undefined
    : { status: 200, json: { method, b: url.searchParams.get("b"), body } };
};

const totalIn = (text: string, labels: RegExp): number =>
  text
    .split("\n")
    .filter((line) => line.startsWith("tandem_http_requests_total") && labels.test(line))
    .reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);

test("what is asked in a conversation is answered and counted as the same request would be", async () => {
  await conversing(echo, async ({ asking, telemetry }) => {
    const told = await asking.ask("PUT", "/lease?b=c%20d", { say: "ü\n" }, WITHIN_MS);
    assert.deepEqual(
      [told.status, JSON.parse(told.body)],
      [200, { method: "PUT", b: "c d", body: JSON.stringify({ say: "ü\n" }) }],
    );
    const asked = await asking.ask("GET", "/lease", undefined, WITHIN_MS);
    assert.deepEqual(JSON.parse(asked.body), { method: "GET", b: null, body: "" });
    assert.equal((await asking.ask("GET", "/nothing", undefined, WITHIN_MS)).status, 404);
    assert.equal((await asking.ask("GET", "/bytes", undefined, WITHIN_MS)).status, 406);
    const failed = await asking.ask("POST", "/fails", {}, WITHIN_MS);
    assert.ok(failed.status === 500 && /the test failed: it broke/.test(failed.body), failed.body);
    const text = await telemetry.metrics.text("prometheus");
    assert.equal(totalIn(text, /route="\/lease",method="PUT",code="200"/), 1);
    assert.equal(totalIn(text, /./), 5);
  });
});

test("of many questions at once each gets its own answer, whatever the order, over one connection", async () => {
  const sockets = new Set<unknown>();
  const handle: Handle = async ({ url, headers }) => {
    sockets.add(headers);
    const number = Number(url.pathname.slice(1));
    // The later ones are answered first, and the answers are longer than one piece of the stream.
    for (let turn = 0; turn < 60 - number; turn += 1) await new Promise(setImmediate);
    return { status: 200, json: { number, filling: "x".repeat(3_000) } };
  };
  await conversing(handle, async ({ asking }) => {
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    const answers = await Promise.all(numbers.map((number) => asking.ask("GET", `/${number}`, undefined, WITHIN_MS)));
    assert.deepEqual(
      answers.map(({ body }) => JSON.parse(body).number),
      numbers,
    );
    assert.equal(sockets.size, 1);
  });
});

test("a process that holds no conversations is asked by requests, and one without the key is refused", async () => {
  const seen: string[] = [];
  const plain: RequestListener = (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(request.url === CONVERSATION_PATH ? 404 : 200).end("plain");
  };
  const server = createServer(plain);
  const port = await freePorts(1);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const asking = converse(port, linkHeaders(KEY));
  try {
    assert.deepEqual(await asking.ask("GET", "/a", undefined, WITHIN_MS), { status: 200, body: "plain" });
    assert.equal((await asking.ask("PUT", "/b", { c: 1 }, WITHIN_MS)).status, 200);
  } finally {
    asking.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  assert.deepEqual(seen, [`GET ${CONVERSATION_PATH}`, "GET /a", "PUT /b"]);
  let answered = 0;
  const handle: Handle = async () => {
    answered += 1;
    return { status: 200 };
  };
  await conversing(
    handle,
    async ({ asking }) => {
      assert.equal((await asking.ask("PUT", "/lease", {}, WITHIN_MS)).status, 401);
    },
    "wrong",
  );
  assert.equal(answered, 0);
});

test("what isn't answered in time fails as overdue, and the next question gets another connection", async () => {
  const held: (() => void)[] = [];
  const handle: Handle = async ({ url }) => {
    if (url.pathname === "/never") await new Promise<void>((resolve) => held.push(resolve));
    return { status: 200, json: {} };
  };
  await conversing(handle, async ({ asking }) => {
    assert.equal((await asking.ask("GET", "/", undefined, WITHIN_MS)).status, 200);
    await assert.rejects(asking.ask("GET", "/never", undefined, 50), Overdue);
    assert.equal((await asking.ask("GET", "/", undefined, WITHIN_MS)).status, 200);
    for (const answer of held) answer();
  });
});

test("who doesn't listen, or never takes up the conversation, is found out within the time given", async () => {
  const port = await freePorts(1);
  const nobody = converse(port, {});
  await assert.rejects(nobody.ask("GET", "/", undefined, WITHIN_MS), { code: "ECONNREFUSED" });
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  try {
    await assert.rejects(nobody.ask("PUT", "/", {}, 50), Overdue);
  } finally {
    nobody.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await assert.rejects(nobody.ask("GET", "/", undefined, WITHIN_MS), /was ended here/);
});

test("a server that closes answers what it was asked, then ends the conversation, and its successor is heard", async () => {
  let answer = (): void => undefined;
  const begun = Promise.withResolvers<void>();
  const handle: Handle = async ({ url }) => {
    if (url.pathname === "/slow") {
      const released = new Promise<void>((resolve) => {
        answer = resolve;
      });
      begun.resolve();
      await released;
    }
    return { status: 200, json: { path: url.pathname } };
  };
  await conversing(handle, async ({ port, asking, close }) => {
    const slow = asking.ask("PUT", "/slow", {}, WITHIN_MS);
    await begun.promise;
    const closed = close();
    answer();
    assert.equal(JSON.parse((await slow).body).path, "/slow");
    await closed;
    await assert.rejects(asking.ask("PUT", "/", {}, WITHIN_MS));
    const observed = observing("guardian", unheardTelemetry());
    const next = await serveInternal({ port, who: "the next", linkKey: KEY, open: [], observing: observed, handle });
    try {
      assert.equal((await asking.ask("PUT", "/", {}, WITHIN_MS)).status, 200);
      asking.close();
    } finally {
      await next.close();
    }
  });
});

test("a question that changes nothing survives the end of its conversation; what may have been done isn't asked again", async () => {
  let changes = 0;
  let isBroken = false;
  const handle: Handle = async ({ method }) => {
    if (method === "PUT") changes += 1;
    if (isBroken) return await new Promise(() => undefined);
    return { status: 200, json: {} };
  };
  // Between the two lies what breaks connections, as a link does.
  await conversing(handle, async ({ port }) => {
    const near = await freePorts(1);
    const open = new Set<{ destroy(): void }>();
    const between = createBareServer((one) => {
      const other = connect(port, "127.0.0.1");
      for (const socket of [one, other]) {
        open.add(socket);
        socket.on("error", () => undefined);
      }
      one.pipe(other).pipe(one);
    });
    await new Promise<void>((resolve) => between.listen(near, "127.0.0.1", resolve));
    const breakAll = () => {
      isBroken = false;
      for (const socket of open) socket.destroy();
      open.clear();
    };
    const asking = converse(near, linkHeaders(KEY));
    try {
      await asking.ask("GET", "/", undefined, WITHIN_MS);
      isBroken = true;
      const read = asking.ask("GET", "/", undefined, WITHIN_MS);
      await new Promise(setImmediate);
      breakAll();
      assert.equal((await read).status, 200);
      await asking.ask("GET", "/", undefined, WITHIN_MS);
      isBroken = true;
      const change = asking.ask("PUT", "/", {}, WITHIN_MS);
      while (changes === 0) await new Promise(setImmediate);
      breakAll();
      await assert.rejects(change);
      assert.equal(changes, 1);
    } finally {
      asking.close();
      breakAll();
      await new Promise((resolve) => between.close(resolve));
    }
  });
});

test("who breaks the rules of a conversation is cut off, and nobody else", async () => {
  await conversing(echo, async ({ port, asking }) => {
    const switching = `GET ${CONVERSATION_PATH} HTTP/1.1\r\nhost: a\r\nconnection: Upgrade\r\nupgrade: ${CONVERSATION_PROTOCOL}\r\nx-tandem-link: ${KEY}\r\n\r\n`;
    const said = async (text: string): Promise<string> =>
      await new Promise((resolve, reject) => {
        let heard = "";
        const socket = connect(port, "127.0.0.1", () => socket.write(text));
        socket.setEncoding("utf8");
        socket.on("data", (more) => {
          heard += more;
        });
        socket.on("error", reject);
        socket.on("close", () => resolve(heard));
      });
    assert.match(await said(`${switching}nonsense\n\n`), /^HTTP\/1.1 101/);
    assert.match(await said(`${switching}${"x".repeat(40_000)}`), /^HTTP\/1.1 101/);
    assert.match(await said(switching.replace(KEY, "wrong")), /^HTTP\/1.1 400/);
    assert.match(await said(switching.replace(CONVERSATION_PROTOCOL, "websocket")), /^HTTP\/1.1 400/);
    assert.equal((await asking.ask("GET", "/", undefined, WITHIN_MS)).status, 200);
  });
});

test("conversations are private where the processes' requests are", async () => {
  const directory = mkdtempSync(join(tmpdir(), "tandem-conversation-"));
  const authority = makeAuthority();
  writeCertificates(directory, authority.issue(["localhost", "127.0.0.1"]), authority);
  process.env[TLS_DIRECTORY_VARIABLE] = directory;
  try {
    await conversing(echo, async ({ asking, telemetry }) => {
      assert.equal((await asking.ask("GET", "/lease", undefined, WITHIN_MS)).status, 200);
      assert.equal((await asking.ask("PUT", "/lease", {}, WITHIN_MS)).status, 200);
      assert.equal(totalIn(await telemetry.metrics.text("prometheus"), /conversation/), 0);
    });
  } finally {
    delete process.env[TLS_DIRECTORY_VARIABLE];
    rmSync(directory, { recursive: true, force: true });
  }
});
