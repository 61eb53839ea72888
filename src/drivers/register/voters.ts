// Asks the three voters of an installation, all at once and within a limit. A voter that can't be heard abstains.

import { type Installation, linkPort } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { parseRegister, type Register, type Vote } from "../../recovery/register.ts";
import { ask, Overdue, tell } from "../http/ask.ts";
import { linkHeaders } from "../http/link-key.ts";

export type Voter = { name: string; port: number };

/** The voters as `from` reaches them: over its links, its own directly. Without `from`, by somebody who is in no region. */
export function votersOf(installation: Installation, from?: RegionName): Voter[] {
  const { regions, witness } = installation;
  return [
    ...regions.map(({ name, ports }) => {
      const isNear = from === undefined || name === from;
      return { name, port: isNear ? ports.guardian : linkPort(installation, from, name, "guardian") };
    }),
    { name: "witness", port: from === undefined ? witness.port : linkPort(installation, from, "witness", "guardian") },
  ];
}

/** Three votes in the order of `votersOf`: the two regions', then the witness's. Never throws. */
export function readVotes(
  installation: Installation,
  linkKey: string,
  timeoutMs: number,
  from?: RegionName,
): Promise<Vote[]> {
  return Promise.all(votersOf(installation, from).map((voter) => readVote(voter, linkKey, timeoutMs)));
}

/** One voter's answer within `timeoutMs`. Never throws. */
export async function readVote(voter: Voter, linkKey: string, timeoutMs: number): Promise<Vote> {
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

/** `silent`: not heard in time, or it abstains; whether it has set is unknown only where it wasn't heard. */
export type VoterSet = { kind: "set" } | { kind: "differs"; present: Register } | { kind: "silent"; because: string };

/** `set` only when this voter now holds `next` on disk. Never throws. */
export async function setVote(
  voter: Voter,
  linkKey: string,
  change: { expected: Register; next: Register },
  timeoutMs: number,
): Promise<VoterSet> {
  try {
    const { status, body } = await tell(voter.port, "PUT", "/register", linkHeaders(linkKey), change, timeoutMs);
    if (status === 200) return { kind: "set" };
    const told = JSON.parse(body) as { present?: unknown; detail?: string };
    if (status !== 409) return silent(voter, told.detail ?? `it answered ${status}`);
    const present = parseRegister(told.present);
    return "because" in present ? silent(voter, present.because) : { kind: "differs", present };
  } catch (error) {
    return silent(voter, reason(error));
  }
}

function abstain(voter: Voter, because: string): Vote {
  return { kind: "abstains", because: `${voter.name}: ${because}` };
}

function silent(voter: Voter, because: string): VoterSet {
  return { kind: "silent", because: `${voter.name}: ${because}` };
}

function reason(error: unknown): string {
  if ((error as { code?: string }).code === "ECONNREFUSED") return "it isn't running";
  return error instanceof Overdue ? "it didn't answer in time" : "it can't be reached";
}
