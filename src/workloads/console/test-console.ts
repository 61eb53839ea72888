// The console without ports for tests: the real application on a catalogue in memory, with a clock and a query process that
// the test sets.

import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import { type Attempts, trackAttempts } from "../../app/catalogue/attempts.ts";
import { type Installation, portsFrom, type RegionLayout } from "../../core/installation.ts";
import type { RecoveryRoom } from "../../core/recovery-room.ts";
import { memoryCatalogue } from "../../drivers/catalogue/memory-catalogue.ts";
import { digestOf } from "../../drivers/catalogue/secrets.ts";
import type { KnownRole } from "../../drivers/register/role-watcher.ts";
import { unheardTelemetry } from "../../drivers/telemetry/telemetry.ts";
import type { MayWrite } from "../../recovery/lease/gate.ts";
import { consoleApp } from "./console-app.ts";
import { API } from "./endpoint.ts";
import { ProblemError } from "./problem.ts";

export const AT = Date.UTC(2026, 10, 21, 12);
export const PASSWORD = "four unrelated words";
const EDGE_PORT = 24_600;

/** `code` is the problem's, "" for an answer. Bodies are read as the test expects them. */
export type Answered = {
  status: number;
  code: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape it asks for.
  body: any;
  headers: Headers;
  cookieText: string;
};
type Sent = { url: string; body: unknown; linkKey: string | null; idempotencyKey: string | null };
type Headered = Record<string, string>;

export type Client = {
  request(method: string, path: string, body?: unknown, headers?: Headered): Promise<Answered>;
  get(path: string): Promise<Answered>;
  post(path: string, body: unknown): Promise<Answered>;
};

export type TestConsole = Client & Awaited<ReturnType<typeof makeConsole>>;

/** With the project "web" made, nobody signed in. */
export async function consoleForTest(): Promise<TestConsole> {
  const made = await makeConsole();
  await made.catalogue.addProject(
    {
      id: "web",
      name: "My site",
      timeZone: "UTC",
      acknowledgement: "region",
      pairPolicy: "degrade",
      demo: false,
      key: { key: "wk_first", name: "First key" },
    },
    { who: "test", epoch: 1, at: AT },
  );
  return { ...made, ...made.client({}) };
}

async function makeConsole() {
  const linkKey = randomBytes(32).toString("hex");
  const clock = { at: AT };
  const catalogue = memoryCatalogue();
  const attempts: Attempts = trackAttempts();
  const sent: Sent[] = [];
  const installation = testInstallation();
  const [region, peer] = installation.regions;
  let role: KnownRole = { kind: "known", role: "active", epoch: 3, holder: region.name, solo: false };
  let mayWriteNow: MayWrite = { ok: true, epoch: 3 };
  let room: RecoveryRoom = {
    at: AT,
    from: region.name,
    regions: [],
    guard: { kind: "unknown", says: "Nobody was asked.", writers: [] },
  };
  let answer = (_url: string): Response => Response.json({ kind: "totals", rows: [] });
  const app = consoleApp(
    {
      installation,
      region,
      peer,
      linkKey,
      catalogue,
      role: () => role,
      mayWrite: () => mayWriteNow,
      now: () => clock.at,
      chance: randomBytes,
      // Real ones cost a third of a second each; their test lies beside them.
      passwords: {
        hash: async (password) => digestOf(password),
        match: async (password, stored) => digestOf(password) === stored,
      },
      async fetch(url, init) {
        const headers = new Headers(init?.headers);
        const body = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
        sent.push({
          url: String(url),
          body,
          linkKey: headers.get("x-tandem-link"),
          idempotencyKey: headers.get("idempotency-key"),
        });
        return answer(String(url));
      },
      installationStatus: async () => ({ secret: "both regions" }) as never,
      regionStatus: async () => ({ name: region.name }) as never,
      recoveryRoom: async () => room,
      evidence: {
        list: async () => [{ id: "region-loss-1", files: [{ name: "record.json", bytes: 2 }], summary: null }],
        read: async (drill, file) =>
          drill === "region-loss-1" && ["record.json", "timeline.svg"].includes(file) ? Buffer.from("{}") : undefined,
      },
      log: () => {},
      telemetry: unheardTelemetry(),
    },
    { respond: async () => Promise.reject(new ProblemError("files-missing", "None in this test.")) },
    attempts,
  );
  const client = (fixed: Headered): Client => clientOf(app, fixed);
  const as = (signed: Answered): Client =>
    client({ cookie: signed.cookieText.split(";")[0] ?? "", "x-tandem-csrf": signed.body.csrf });
  const internal = (path: string, body: unknown, headers: Headered = { "x-tandem-link": linkKey }) =>
    send(app, "POST", path, body, headers);

  /** A user who came by a link and chose a password. */
  async function signedIn(user: { name: string; role: string }, password = PASSWORD): Promise<Client> {
    const made = await internal("/internal/sign-in-link", user);
    const link = await client({}).post("/session/link", { token: made.body.path.split("#")[1] });
    await as(link).post("/session/password", { password });
    return as(link);
  }

  return {
    app,
    linkKey,
    clock,
    catalogue,
    attempts,
    sent,
    client,
    as,
    internal,
    /** Confirms by the password what has to be confirmed, as the pages do, before it is asked for. */
    confirming,
    bearer: (secret: string) => client({ authorization: `Bearer ${secret}` }),
    plain: (path: string) => Promise.resolve(app.request(`http://127.0.0.1:${EDGE_PORT}${path}`)),
    owner: (password?: string) => signedIn({ name: "owner", role: "owner" }, password),
    operator: () => signedIn({ name: "olga", role: "operator" }),
    analyst: () => signedIn({ name: "ana", role: "analyst" }),
    async signInToken(): Promise<string> {
      return (await internal("/internal/sign-in-link", {})).body.path.split("#")[1];
    },
    setMayWrite(next: MayWrite) {
      mayWriteNow = next;
    },
    setRole(next: "active" | "passive" | "unknown") {
      mayWriteNow = next === "active" ? { ok: true, epoch: 3 } : { ok: false, because: "the test says so" };
      if (next === "unknown") role = { kind: "unknown", because: "the test says so" };
      else {
        const holder = next === "active" ? region.name : peer.name;
        role = { kind: "known", role: next, epoch: 3, holder, solo: false };
      }
    },
    setRoom(next: RecoveryRoom) {
      room = next;
    },
    answerWith(next: (url: string) => Response) {
      answer = next;
    },
  };
}

function clientOf(app: Hono, fixed: Headered): Client {
  const request: Client["request"] = (method, path, body, headers) =>
    send(app, method, API + path, body, { ...fixed, ...headers });
  return {
    request,
    get: (path) => request("GET", path),
    post: (path, body) => request("POST", path, body),
  };
}

function confirming(client: Client): Client {
  const request: Client["request"] = async (method, path, body, headers) => {
    const deed = deedOf(path, body);
    if (method !== "POST" || !deed) return await client.request(method, path, body, headers);
    const given = await client.post("/session/confirmation", { deed, password: PASSWORD });
    const confirmation = String(given.body.confirmation ?? "");
    return await client.request(method, path, body, { "x-tandem-confirmation": confirmation, ...headers });
  };
  return { request, get: (path) => request("GET", path), post: (path, body) => request("POST", path, body) };
}

function deedOf(path: string, body: unknown) {
  const { plan, to } = (body ?? {}) as { plan?: string; to?: string };
  if (path === "/recovery/runs") return { kind: "start", plan, to };
  const run = /^\/recovery\/runs\/([^/]+)\/approve$/.exec(path)?.[1];
  return run === undefined ? undefined : { kind: "approve", run };
}

async function send(app: Hono, method: string, path: string, body: unknown, headers: Headered): Promise<Answered> {
  const init: RequestInit = { method, headers: { "content-type": "application/json", ...headers } };
  if (body !== undefined) init.body = typeof body === "string" ? body : JSON.stringify(body);
  const response = await app.request(`http://127.0.0.1:${EDGE_PORT}${path}`, init);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const read = isJson ? JSON.parse(text) : text;
  const code = response.status >= 400 && typeof read?.type === "string" ? read.type.split("/").at(-1) : "";
  const cookieText = response.headers.get("set-cookie") ?? "";
  return { status: response.status, code, body: read, headers: response.headers, cookieText };
}

function testInstallation(): Installation {
  const ports = portsFrom(EDGE_PORT);
  const layout = (name: string, configured: "primary" | "standby", index: 0 | 1): RegionLayout => ({
    name,
    configured,
    directory: "/nowhere",
    postgresDirectory: "/nowhere",
    ports: ports.regions[index],
  });
  return {
    format: 1,
    directory: "/nowhere",
    edgePort: EDGE_PORT,
    witness: { directory: "/nowhere", port: ports.witness },
    regions: [layout("ap-south-1", "primary", 0), layout("ap-south-2", "standby", 1)],
    linkKeyFile: "/nowhere",
  };
}
