// Asks the three voters of an installation, all at once and within a limit. A voter that can't be heard abstains.

import type { Installation } from "../../core/installation.ts";
import { parseRegister, type Register, type Vote } from "../../recovery/register.ts";
import { ask, Overdue } from "../http/ask.ts";
import { linkHeaders } from "../http/serve.ts";

export type Voter = { name: string; port: number; url: string };

export function votersOf(installation: Installation): Voter[] {
  const voter = (name: string, port: number) => ({ name, port, url: `http://127.0.0.1:${port}/register` });
  return [
    ...installation.regions.map((region) => voter(region.name, region.ports.guardian)),
    voter("witness", installation.witness.port),
  ];
}

/** What the asking process is a voter of itself needs no connection. */
export type OwnVote = { name: string; read(): Promise<Vote> };

/** Three votes in the order of `votersOf`: the two regions', then the witness's. Never throws. */
export function readVotes(
  installation: Installation,
  linkKey: string,
  timeoutMs: number,
  own?: OwnVote,
): Promise<Vote[]> {
  return Promise.all(
    votersOf(installation).map((voter) =>
      voter.name === own?.name ? own.read() : readVote(voter, linkKey, timeoutMs),
    ),
  );
}

async function readVote(voter: Voter, linkKey: string, timeoutMs: number): Promise<Vote> {
  try {
    const { status, body } = await ask(voter.port, "/register", linkHeaders(linkKey), timeoutMs);
    const told = JSON.parse(body) as { detail?: string };
    if (status !== 200) return abstain(voter, told.detail ?? `it answered ${status}`);
    const register = parseRegister(told);
    return "because" in register ? abstain(voter, register.because) : { kind: "register", register };
  } catch (error) {
    return abstain(voter, reason(error));
  }
}

/** True when this voter now holds `next` on disk; false when it holds something else or couldn't be heard. */
export async function setVote(
  voter: Voter,
  linkKey: string,
  change: { expected: Register; next: Register },
  timeoutMs: number,
): Promise<boolean> {
  try {
    const response = await fetch(voter.url, {
      method: "PUT",
      headers: { ...linkHeaders(linkKey), "content-type": "application/json" },
      body: JSON.stringify(change),
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    // Not heard: the caller counts the voters that did answer, and tries again at its next look.
    return false;
  }
}

function abstain(voter: Voter, because: string): Vote {
  return { kind: "abstains", because: `${voter.name}: ${because}` };
}

function reason(error: unknown): string {
  if ((error as { code?: string }).code === "ECONNREFUSED") return "it isn't running";
  return error instanceof Overdue ? "it didn't answer in time" : "it can't be reached";
}
