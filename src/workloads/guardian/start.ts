// The guardian of a region: serves the voter's register and the salts, watches replication, marks `solo`. A process apart
// from the collector and from PostgreSQL, so that their stalls don't look like death; it starts and votes without either.

import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { LINK_KEY_HEADER, linkPort } from "../../core/installation.ts";
import { hasLinkKey, serve } from "../../drivers/http/serve.ts";
import { HEARD_VOTES_PATH, votesTeller } from "../../drivers/register/heard-votes.ts";
import { registerFile } from "../../drivers/register/register-file.ts";
import { registerRoute } from "../../drivers/register/register-routes.ts";
import { watchRole } from "../../drivers/register/role-watcher.ts";
import { isSaltDay, listSalts, readSalt } from "../../drivers/salts/salt-files.ts";
import type { RunningWorkload, StartWorkload, WorkloadContext } from "../context.ts";
import { DatabaseWatch } from "./database-watch.ts";
import { keepSalts, peerAsker } from "./salt-keeper.ts";

const SALTS_MS = 60_000;
/** Until every salt is here: the peer's guardian may start after this one. */
const SALTS_MISSING_MS = 1_000;

export const start: StartWorkload = async (context) => {
  const { installation, region, linkKey } = context;
  const register = registerFile(region.directory);
  const teller = votesTeller();
  const own = { name: region.name, read: register.read };
  const watcher = watchRole({ installation, region: region.name, linkKey, own, onVotes: teller.heard });
  const role = () => {
    const current = watcher.current();
    return current.kind === "known" ? current.role : "unknown";
  };
  const database = new DatabaseWatch(context, watcher);
  const handle = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname;
    if (path === "/healthz") return health(await register.read());
    const voted = await registerRoute(request, register, linkKey);
    if (voted) return voted;
    if (!hasLinkKey(request.headers.get(LINK_KEY_HEADER), linkKey))
      return problem(401, "The link key is missing or wrong.");
    if (path === "/internal/status") return Response.json(await status());
    if (path === HEARD_VOTES_PATH) return Response.json(await teller.tell(new URL(request.url)));
    if (path.startsWith("/salts/")) return await salt(context, path.slice("/salts/".length));
    return problem(404, `The guardian has nothing at ${path}.`);
  };
  const status = async () => {
    const current = watcher.current();
    const known = current.kind === "known" ? current : { role: "passive" as const, epoch: null, holder: null };
    return {
      role: known.role,
      epoch: known.epoch,
      holder: known.holder,
      ...(current.kind === "unknown" ? { because: current.because } : {}),
      database: database.status(),
      salts: await listSalts(join(region.directory, "salts")),
    };
  };
  let server: Awaited<ReturnType<typeof serve>>;
  try {
    server = await serve(handle, region.ports.guardian, `the guardian of ${region.name}`);
  } catch (error) {
    watcher.stop();
    await database.stop();
    throw error;
  }
  const salts = keepingSalts(context, role);
  return stopping(async () => {
    await salts.stop();
    await database.stop();
    watcher.stop();
    await server.close();
  });
};

function stopping(stop: () => Promise<void>): RunningWorkload {
  let stopped: Promise<void> | undefined;
  return {
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

function health(vote: Awaited<ReturnType<ReturnType<typeof registerFile>["read"]>>): Response {
  if (vote.kind === "register") return Response.json({ ok: true, detail: null });
  return Response.json({ ok: false, detail: vote.because }, { status: 503 });
}

async function salt({ region }: WorkloadContext, day: string): Promise<Response> {
  const bytes = isSaltDay(day) ? await readSalt(join(region.directory, "salts"), day) : undefined;
  if (!bytes) return problem(404, `There is no salt for the day "${day}" in ${region.name}.`);
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": "application/octet-stream", "cache-control": "no-store" },
  });
}

/** A round a minute, and each second while salts are missing or the role isn't known. */
function keepingSalts(context: WorkloadContext, role: () => "active" | "passive" | "unknown"): RunningWorkload {
  const directory = join(context.region.directory, "salts");
  const { installation, region, peer } = context;
  const askPeer = peerAsker(linkPort(installation, region.name, peer.name, "guardian"), context.linkKey);
  const end = new AbortController();
  const run = async (): Promise<void> => {
    while (!end.signal.aborted) {
      let complete = false;
      const now = role();
      try {
        complete = now !== "unknown" && (await keepSalts(directory, now, Date.now(), askPeer));
      } catch (error) {
        context.log("salts-failed", { why: (error as Error).message });
      }
      const pauseMs = complete ? SALTS_MS : SALTS_MISSING_MS;
      await wait(pauseMs, undefined, { signal: end.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      end.abort();
      await running;
    },
  };
}

function problem(statusCode: number, detail: string): Response {
  const body = { type: "about:blank", title: "The guardian can't do this", status: statusCode, detail };
  return new Response(JSON.stringify(body), {
    status: statusCode,
    headers: { "content-type": "application/problem+json" },
  });
}
