// Asks the three voters of an installation, all at once and within a limit. A voter that can't be heard abstains.

import { type Installation, linkPort } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { parseRegister, type Register, type Vote } from "../../recovery/register.ts";
import { type Asked, ask, Overdue, tell } from "../http/ask.ts";
import { converse } from "../http/conversation.ts";
import { linkHeaders } from "../http/link-key.ts";

export type Voter = { name: string; port: number };

const PATH = "/register";

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
export function readVote(voter: Voter, linkKey: string, timeoutMs: number): Promise<Vote> {
  return voteIn(voter, ask(voter.port, PATH, linkHeaders(linkKey), timeoutMs));
}

/** `silent`: not heard in time, or it abstains; whether it has set is unknown only where it wasn't heard. */
export type VoterSet = { kind: "set" } | { kind: "differs"; present: Register } | { kind: "silent"; because: string };
type Change = { expected: Register; next: Register };

/** `set` only when this voter now holds `next` on disk. Never throws. */
export function setVote(voter: Voter, linkKey: string, change: Change, timeoutMs: number): Promise<VoterSet> {
  return outcomeIn(voter, tell(voter.port, "PUT", PATH, linkHeaders(linkKey), change, timeoutMs));
}

/** For whoever asks the same voter all day long: the same answers, in a conversation. */
export function converseWithVoter(voter: Voter, linkKey: string, timeoutMs: number) {
  const line = converse(voter.port, linkHeaders(linkKey));
  return {
    read: (): Promise<Vote> => voteIn(voter, line.ask("GET", PATH, undefined, timeoutMs)),
    set: (change: Change): Promise<VoterSet> => outcomeIn(voter, line.ask("PUT", PATH, change, timeoutMs)),
    close: line.close,
  };
}

async function voteIn(voter: Voter, answer: Promise<Asked>): Promise<Vote> {
  try {
    const { status, body } = await answer;
    const told = JSON.parse(body) as { detail?: string };
    if (status !== 200) return abstain(voter, told.detail ?? `it answered ${status}`);
    const register = parseRegister(told);
    return "because" in register ? abstain(voter, register.because) : { kind: "register", register };
  } catch (error) {
    return abstain(voter, reason(error));
  }
}

async function outcomeIn(voter: Voter, answer: Promise<Asked>): Promise<VoterSet> {
  try {
    const { status, body } = await answer;
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
