import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createBareServer, type Socket } from "node:net";
import { test } from "node:test";
import { freePorts } from "../process/free-ports.ts";
import { ask, Overdue, tell } from "./ask.ts";

const WITHIN_MS = 2_000;

async function serving(handle: RequestListener, work: (port: number, server: Server) => Promise<void>): Promise<void> {
  const server = createServer(handle);
  const port = await freePorts(1);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  try {
    await work(port, server);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

test("many questions go over one connection, each with its method, path, headers and body", async () => {
  const seen: string[] = [];
  const sockets = new Set<unknown>();
  const handle: RequestListener = (request, response) => {
    sockets.add(request.socket);
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      seen.push(`${request.method} ${request.url} ${request.headers.key} ${body}`);
      response.writeHead(request.method === "GET" ? 200 : 409).end(`an answer: ${body || "ü"}`);
    });
  };
  await serving(handle, async (port) => {
    assert.deepEqual(await ask(port, "/a?b=c", { key: "k" }, WITHIN_MS), { status: 200, body: "an answer: ü" });
    const told = await tell(port, "PUT", "/d", { key: "k" }, { say: "ü" }, WITHIN_MS);
    assert.deepEqual(told, { status: 409, body: 'an answer: {"say":"ü"}' });
    await ask(port, "/e", { key: "l" }, WITHIN_MS);
  });
  assert.deepEqual(seen, ["GET /a?b=c k ", 'PUT /d k {"say":"ü"}', "GET /e l "]);
  assert.equal(sockets.size, 1);
});

test("of more questions at once than there are connections each gets its answer", async () => {
  const sockets = new Set<unknown>();
  const handle: RequestListener = (request, response) => {
    sockets.add(request.socket);
    setImmediate(() => response.end(request.url));
  };
  await serving(handle, async (port) => {
    const paths = Array.from({ length: 100 }, (_, index) => `/${index}`);
    const answers = await Promise.all(paths.map((path) => ask(port, path, {}, WITHIN_MS)));
    assert.deepEqual(
      answers.map(({ body }) => body),
      paths,
    );
  });
  assert.ok(sockets.size <= 8, `${sockets.size} connections`);
});

test("a question that changes nothing survives the end of a kept connection; what may have been done isn't sent again", async () => {
  let told = 0;
  const handle: RequestListener = (request, response) => {
    if (request.url === "/break") {
      told += 1;
      request.socket.destroy();
      return;
    }
    response.end("ok");
  };
  await serving(handle, async (port, server) => {
    await ask(port, "/", {}, WITHIN_MS);
    server.closeAllConnections();
    assert.equal((await ask(port, "/", {}, WITHIN_MS)).body, "ok");
    await assert.rejects(tell(port, "POST", "/break", {}, {}, WITHIN_MS), { code: "ECONNRESET" });
    assert.equal(told, 1);
    assert.equal((await tell(port, "POST", "/", {}, {}, WITHIN_MS)).body, "ok");
  });
});

test("who doesn't listen, doesn't answer in time, or says too much fails, and the next question is answered all the same", async () => {
  const port = await freePorts(1);
  await assert.rejects(ask(port, "/", {}, WITHIN_MS), { code: "ECONNREFUSED" });
  const handle: RequestListener = (request, response) => {
    if (request.url === "/long") response.end("x".repeat(1_000));
    else if (request.url !== "/never") response.end("ok");
  };
  await serving(handle, async (served) => {
    await assert.rejects(ask(served, "/never", {}, 50), Overdue);
    await assert.rejects(ask(served, "/long", {}, WITHIN_MS, undefined, 999), RangeError);
    const end = new AbortController();
    const given = ask(served, "/never", {}, WITHIN_MS, end.signal);
    end.abort();
    await assert.rejects(given);
    await assert.rejects(ask(served, "/", {}, WITHIN_MS, end.signal));
    assert.equal((await ask(served, "/", {}, WITHIN_MS)).body, "ok");
  });
});

test("a question that runs out of time on a connection that was used before fails once", async () => {
  const handle: RequestListener = (request, response) => {
    if (request.url !== "/never") response.end("ok");
  };
  await serving(handle, async (port) => {
    const unhandled: unknown[] = [];
    const onUnhandled = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", onUnhandled);
    try {
      await ask(port, "/", {}, WITHIN_MS);
      await assert.rejects(ask(port, "/never", {}, 50), Overdue);
      // Longer than a second try of the same question would take.
      await assert.rejects(ask(port, "/never", {}, 120), Overdue);
      assert.deepEqual(unhandled, []);
    } finally {
      process.off("unhandledRejection", onUnhandled);
    }
  });
});

test("questions that run out of time while they wait for a connection take none", async () => {
  const held: Socket[] = [];
  const server = createBareServer((socket) => held.push(socket));
  const port = await freePorts(1);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => ask(port, "/", {}, 100)));
  assert.ok(answers.every(({ status }) => status === "rejected"));
  // Those that waited had no time left when a connection ended.
  assert.ok(held.length <= 16, `${held.length} connections`);
  for (const socket of held) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

test("nothing can be smuggled into a question", async () => {
  await assert.rejects(ask(1, "/a b", {}, 1), TypeError);
  await assert.rejects(ask(1, "/a\r\nx: y", {}, 1), TypeError);
  await assert.rejects(ask(1, "/", { key: "a\r\nx: y" }, 1), TypeError);
});
