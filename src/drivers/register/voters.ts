// Asks the three voters of an installation, all at once and within a limit. A voter that can't be heard abstains.

import type { Installation } from "../../core/installation.ts";
import { parseRegister, type Register, type Vote } from "../../recovery/register.ts";
import { linkHeaders } from "../http/serve.ts";

export type Voter = { name: string; url: string };

export function votersOf(installation: Installation): Voter[] {
  const at = (port: number) => `http://127.0.0.1:${port}/register`;
  return [
    ...installation.regions.map((region) => ({ name: region.name, url: at(region.ports.guardian) })),
    { name: "witness", url: at(installation.witness.port) },
  ];
}

/** Three votes in the order of `votersOf`: the two regions', then the witness's. Never throws. */
export function readVotes(installation: Installation, linkKey: string, timeoutMs: number): Promise<Vote[]> {
  return Promise.all(votersOf(installation).map((voter) => readVote(voter, linkKey, timeoutMs)));
}

async function readVote(voter: Voter, linkKey: string, timeoutMs: number): Promise<Vote> {
  try {
    const response = await fetch(voter.url, {
      headers: linkHeaders(linkKey),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = (await response.json()) as { detail?: string };
    if (response.status !== 200) return abstain(voter, body.detail ?? `it answered ${response.status}`);
    const register = parseRegister(body);
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
  const cause = (error as { cause?: { code?: string } }).cause;
  if (cause?.code === "ECONNREFUSED") return "it isn't running";
  return error instanceof Error && error.name === "TimeoutError" ? "it didn't answer in time" : "it can't be reached";
}
