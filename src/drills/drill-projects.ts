// What a drill's clients use: two projects for events (one per acknowledgement class), one per writer as its register, and a
// session of the user "drill". They are made once and kept, marked as synthetic: a project can't be deleted, and what a drill
// sent is part of its evidence.

import { randomBytes } from "node:crypto";
import { Unavailable } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import type { Project } from "../core/resources.ts";
import { linkHeaders } from "../drivers/http/serve.ts";
import { newAgent, type Response, send } from "./request.ts";

export const API = "/api/2026-11";
const USER = "drill";
const ASK_MS_MAX = 8_000;
const TRIES_MAX = 30;
const PAUSE_MS = 300;

export const registerOf = (writer: string): string => `drill-${writer}`;
/** What a register's name says: the run and the serial number of the write. */
export const registerValue = (run: string, serial: number): string => `Drill ${run} #${serial}`;
/** 0 where the register hasn't been written by this run. */
export function serialIn(name: string, run: string): number {
  const prefix = `Drill ${run} #`;
  return name.startsWith(prefix) ? Number(name.slice(prefix.length)) : 0;
}

export type DrillProjects = {
  region: { project: string; writeKey: string };
  pair: { project: string; writeKey: string };
  registers: string[];
  /** Of the session, for requests that change something. */
  headers: Record<string, string>;
};

export async function prepareProjects(
  installation: Installation,
  linkKey: string,
  writers: readonly string[],
): Promise<DrillProjects> {
  const world = { installation, linkKey };
  const events = async (id: string, acknowledgement: "region" | "pair") => {
    const project = await makeProject(world, { id, name: `Drill events (${acknowledgement})`, acknowledgement });
    const key = project.keys.find((one) => one.revokedAt === null)?.key;
    if (!key) throw new Unavailable(`Tried to send events to the project ${id}; all its write keys are revoked.`);
    return { project: id, writeKey: key };
  };
  const region = await events("drill-region", "region");
  const pair = await events("drill-pair", "pair");
  const registers = writers.map(registerOf);
  for (const id of registers) await makeProject(world, { id, name: `Drill ${id}`, acknowledgement: "region" });
  return { region, pair, registers, headers: await signIn(world) };
}

type World = { installation: Installation; linkKey: string };

function makeProject(
  world: World,
  project: { id: string; name: string; acknowledgement: "region" | "pair" },
): Promise<Project> {
  const body = { ...project, pairPolicy: "degrade", demo: true };
  return asActive(world, "/internal/projects", body, (answer) => JSON.parse(answer.body) as Project);
}

/** By a one-time link, as a person would; a password nobody knows is set the first time, since changes need one. */
async function signIn(world: World): Promise<Record<string, string>> {
  const link = await asActive(world, "/internal/sign-in-link", { name: USER, role: "owner" }, (answer) => {
    return JSON.parse(answer.body) as { path: string };
  });
  const token = link.path.split("#")[1];
  return asActive(world, `${API}/session/link`, { token }, async (answer, port) => {
    const { csrf, needsPassword } = JSON.parse(answer.body) as { csrf: string; needsPassword: boolean };
    const cookie = (answer.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; ");
    const headers = { cookie, "x-tandem-csrf": csrf };
    if (needsPassword) await choosePassword(port, headers);
    return headers;
  });
}

/** An owner's session isn't left behind. Where no region takes it, it ends by its age. */
export async function signOut({ regions }: Installation, { headers }: DrillProjects): Promise<void> {
  const agent = newAgent(1);
  for (const { ports } of regions) {
    const path = `${API}/session`;
    const answer = await send({ port: ports.console, method: "DELETE", path, headers, timeoutMs: ASK_MS_MAX, agent });
    if (answer.kind === "answer" && answer.status === 204) break;
  }
  agent.destroy();
}

async function choosePassword(port: number, headers: Record<string, string>): Promise<void> {
  const agent = newAgent(1);
  const body = JSON.stringify({ password: randomBytes(24).toString("base64url") });
  const path = `${API}/session/password`;
  const answer = await send({ port, method: "POST", path, headers, body, timeoutMs: ASK_MS_MAX, agent });
  agent.destroy();
  if (answer.kind !== "answer" || answer.status !== 204) {
    throw new Unavailable(`Tried to sign the drill's user in; its password was refused: ${words(answer)}`);
  }
}

/** A change through whichever region takes changes. */
async function asActive<T>(
  { installation, linkKey }: World,
  path: string,
  body: object,
  take: (answer: Response, port: number) => T | Promise<T>,
): Promise<T> {
  const agent = newAgent(1);
  let last = "no region was asked";
  try {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      for (const { name, ports } of installation.regions) {
        const headers = path.startsWith("/internal") ? linkHeaders(linkKey) : {};
        const outcome = await send({
          port: ports.console,
          method: "POST",
          path,
          headers,
          body: JSON.stringify(body),
          timeoutMs: ASK_MS_MAX,
          agent,
        });
        if (outcome.kind === "answer" && outcome.status < 300) return await take(outcome, ports.console);
        last = `${name}: ${words(outcome)}`;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  } finally {
    agent.destroy();
  }
  throw new Unavailable(
    `Tried to prepare a drill with ${path}, and no region took it (${last}). 'tandem status' says what is wrong.`,
  );
}

function words(outcome: Awaited<ReturnType<typeof send>>): string {
  return outcome.kind === "answer" ? `${outcome.status} ${outcome.body.slice(0, 200)}` : outcome.because;
}
