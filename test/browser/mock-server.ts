// A stand-in for the console's process, for working on the pages and for what a real backend rarely shows (failing tiles,
// a lost region, read-only). Serves web/dist and the API's shapes from memory. Never part of the product.

import { createReadStream, existsSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Question } from "../../src/core/question.ts";
import type { InstallationStatus, ProcessStatus, Project, RegionStatus } from "../../src/core/resources.ts";
import { mockAnswer } from "./mock-answers.ts";
import {
  MOCK_TIMELINE,
  mockDrain,
  mockDrills,
  mockEvidence,
  mockRoom,
  mockTail,
  type RecoveryOptions,
} from "./mock-recovery.ts";

const dist = fileURLToPath(new URL("../../web/dist/", import.meta.url));
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

export const MOCK_PASSWORD = "the right words";
const MOCK_CONFIRMATION = "confirmed";

export type MockOptions = {
  writable?: boolean;
  lost?: boolean;
  /** The dimension whose questions fail. */
  failing?: string;
  empty?: boolean;
  recovery?: RecoveryOptions;
  /** Told of each request that isn't a GET: method, path and body. */
  heard?: (request: { path: string; body: unknown; key: unknown }) => void;
};

export async function startMock(options: MockOptions = {}): Promise<{ url: string; close(): Promise<void> }> {
  const projects = [
    project("shop", "Lantern shop", true, "Asia/Kolkata"),
    project("site", "semicomplete.com", false, "UTC"),
  ];
  const server = createServer((request, response) => {
    void answer(request, response, projects, options);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, projects: Project[], options: MockOptions) {
  const url = new URL(request.url ?? "/", "http://mock");
  if (!url.pathname.startsWith("/api/")) return file(url.pathname, response);
  const path = url.pathname.replace("/api/2026-11", "");
  const body = await read(request);
  const send = (value: unknown, status = 200) => {
    response.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json" });
    response.end(JSON.stringify(value));
  };
  if (path === "/session" && request.method === "GET") return send(session(request, options));
  if (path === "/session/link") return send({ ...session(request, options), needsPassword: true });
  if (path.startsWith("/session/confirmation")) return confirmation(path, body, send);
  if (path.startsWith("/session")) {
    response.writeHead(204);
    return response.end();
  }
  if (path === "/regions") return send(status(Date.now(), options));
  if (/^\/(?:recovery|drills|evidence)(?:\/|$)/.test(path)) return recovery(request, response, path, body, options);
  if (path === "/projects") return send({ projects });
  if (path.endsWith("/values")) {
    const dimension = url.searchParams.get("dimension") ?? "";
    const { rows } = mockAnswer({ kind: "breakdown", by: [dimension as "event.page"] }, Date.now());
    return send({ values: rows.map((row) => ({ value: String(row[dimension]), visitors: row.visitors })) });
  }
  if (path.includes("/trace/"))
    return send({ messageId: path.split("/").at(-1), project: "shop", steps: steps(Date.now()) });
  if (path.endsWith("/query")) {
    const question = JSON.parse(body) as Question;
    if (options.failing && question.by?.[0] === options.failing) {
      return send(
        {
          type: "/problems/answers-unavailable",
          title: "Questions can't be answered right now",
          status: 503,
          detail: "This region's query process doesn't answer; it is restarted by itself. Try again shortly.",
          instance: "q-1f00",
        },
        503,
      );
    }
    const found = mockAnswer(question, Date.now());
    if (options.lost)
      found.meta.freshness[1] = { ...found.meta.freshness[1]!, lost: true, completeUntil: Date.now() - 94_000 };
    if (options.empty)
      found.rows =
        question.kind === "totals"
          ? [
              {
                visitors: 0,
                visits: 0,
                pageviews: 0,
                events: 0,
                bounce_rate: null,
                visit_duration: null,
                views_per_visit: null,
              },
            ]
          : [];
    return send(found);
  }
  return send(
    {
      type: "/problems/not-found",
      title: "There is no such thing",
      status: 404,
      detail: "The mock knows no such path.",
    },
    404,
  );
}

/** Takes one password, and gives one confirmation. */
function confirmation(path: string, body: string, send: (value: unknown, status?: number) => void) {
  if (path.endsWith("/challenge")) return send({ kind: "password", says: null });
  if ((JSON.parse(body) as { password?: string }).password === MOCK_PASSWORD) {
    return send({ confirmation: MOCK_CONFIRMATION, lastsMs: 120_000 });
  }
  const title = "The name or the password is wrong";
  const detail = "Type the password that you sign in with.";
  return send({ type: "/problems/wrong-password", title, status: 401, detail }, 401);
}

function recovery(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  body: string,
  options: MockOptions,
) {
  const { recovery: asked = {}, heard } = options;
  const now = Date.now();
  const send = (value: unknown, status = 200, type = "application/json") => {
    response.writeHead(status, { "content-type": type });
    response.end(typeof value === "string" ? value : JSON.stringify(value));
  };
  if (path.endsWith(".svg")) return send(MOCK_TIMELINE, 200, "image/svg+xml");
  if (request.method === "GET") {
    if (path === "/recovery/tail") return send(mockTail(now));
    if (path === "/recovery") return send(mockRoom(now, asked));
    return send(path === "/drills" ? mockDrills(now, asked) : mockEvidence());
  }
  const confirmed = request.headers["x-tandem-confirmation"] === MOCK_CONFIRMATION;
  if (/\/(?:runs|approve)$/.test(path) && !confirmed) {
    const title = "Confirm that it is you";
    const problem = { type: "/problems/confirmation-needed", title, status: 403, detail: "Nothing was done." };
    return send(problem, 403, "application/problem+json");
  }
  heard?.({ path, body: JSON.parse(body), key: request.headers["idempotency-key"] });
  if (asked.refuse) {
    const problem = {
      type: "/problems/recovery-refused",
      title: "Recovery refuses",
      status: 409,
      detail: asked.refuse,
    };
    return send(problem, 409, "application/problem+json");
  }
  if (/\/(?:pause|resume)$/.test(path)) {
    return send({ regions: ["ap-south-1", "ap-south-2"].map((region) => ({ region, accepted: true, says: "Done." })) });
  }
  if (path.startsWith("/recovery/drain")) return send({ says: "The edge has taken it.", drain: null, past: [] });
  return send({ region: "ap-south-2", run: "r-58", says: "It is written down and runs." }, 202);
}

function file(path: string, response: ServerResponse) {
  const wanted = join(dist, path);
  const found = extname(path) && existsSync(wanted) ? wanted : join(dist, "index.html");
  response.writeHead(200, {
    "content-type": TYPES[extname(found)] ?? "application/octet-stream",
    "content-security-policy": CSP,
  });
  createReadStream(found).pipe(response);
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

const session = (request: IncomingMessage, options: MockOptions) => ({
  user: { id: "u1", name: "owner", role: options.recovery?.role ?? "owner" },
  csrf: "mock",
  region: options.writable === false ? "ap-south-2" : "ap-south-1",
  writable: options.writable !== false,
  collectUrl: `http://${request.headers.host}`,
  needsPassword: false,
});

function project(id: string, name: string, demo: boolean, timeZone: string): Project {
  const createdAt = Date.parse("2026-11-20T09:00:00Z");
  return {
    id,
    name,
    timeZone,
    acknowledgement: demo ? "pair" : "region",
    pairPolicy: "degrade",
    demo,
    createdAt,
    keys: [{ key: "wk_3f9a2c71d0b84e55", name: "First key", createdAt, revokedAt: null }],
    readKeys: [{ id: "r1", name: "Monthly report", ending: "q7Zx", createdAt, revokedAt: null }],
  };
}

const process = (name: string, pid: number, now: number, restarts = 0): ProcessStatus => ({
  name,
  pid,
  state: "running",
  restarts,
  since: now - 3_720_000,
  detail: restarts ? "ended by signal 9" : null,
});

function region(now: number, name: string, active: boolean, lost: boolean): RegionStatus {
  const first = active ? 4_100 : 4_200;
  const names = ["supervisor", "postgres", "guardian", "collector", "mirror", "lake-writer", "query", "console"];
  return {
    name,
    configured: active ? "primary" : "standby",
    role: active ? "active" : "passive",
    reachable: !lost,
    heardAt: lost ? now - 94_000 : now,
    health: { ok: !lost, detail: null },
    accepting: !lost,
    events: { acceptedTotal: active ? 182_441 : 91_020, perSecond: active ? 18.4 : 9.1, atRisk: 0 },
    database: {
      state: active ? "primary" : "standby",
      lagMs: active ? null : 3,
      lagBytes: active ? null : 0,
      synchronous: true,
      solo: false,
    },
    mirror: { behindEvents: active ? 2 : 0, behindMs: active ? 41 : 0 },
    lake: {
      objects: 214,
      bytes: 41_203_110,
      events: 271_002,
      missingObjects: active ? 0 : 1,
      completeUntil: now - 21_000,
      setAside: 0,
      damaged: 0,
    },
    processes: names.map((each, index) => process(each, first + index, now, each === "query" && active ? 1 : 0)),
  };
}

function status(now: number, options: MockOptions): InstallationStatus {
  const lost = options.lost ?? false;
  return {
    at: now,
    version: "0.1.0",
    epoch: 1,
    holder: "ap-south-1",
    edge: {
      reachable: true,
      url: "http://127.0.0.1:4600",
      processes: [process("edge", 4_301, now)],
      traffic: {
        active: "ap-south-1",
        errorShare: 0.0002,
        held: 0,
        drain: options.recovery?.drain ? mockDrain(now) : null,
      },
    },
    witness: { reachable: true, processes: [process("witness", 4_302, now)] },
    regions: [region(now, "ap-south-1", true, false), region(now, "ap-south-2", false, lost)],
    verdict: lost
      ? "ap-south-1 serves alone: ap-south-2 can't be reached. Look at its processes, or start it again with `tandem up`."
      : "ap-south-1 serves; ap-south-2 follows and is complete. Nothing needs doing.",
  };
}

const steps = (now: number) => [
  {
    step: "received",
    region: "ap-south-1",
    at: now - 52_000,
    origin: "ap-south-1~1-9f2c41",
    offset: 182_440,
    detail: "Durable after one group commit of 12 events.",
  },
  {
    step: "mirrored",
    region: "ap-south-2",
    at: now - 51_958,
    origin: "ap-south-1~1-9f2c41",
    offset: 182_440,
    detail: "In the mirror of the log.",
  },
  {
    step: "stored",
    region: "ap-south-1",
    at: now - 22_000,
    file: "lake/v1/day=2026-11-21/ap-south-1~1-9f2c41/182000-182512.L0.e1.1of1.77ab.parquet",
    detail: "In a raw object.",
  },
  { step: "counted", region: "ap-south-1", at: now - 51_000, detail: "In the answers." },
];
