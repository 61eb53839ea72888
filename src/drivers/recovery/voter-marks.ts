// What a person may do at the voters themselves, past a guardian that doesn't listen: mark a sick holder as wanted, and let a
// voter that abstains vote again.

import { Refused, Unavailable } from "../../core/errors.ts";
import { type Installation, linkPort, regionOf } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import { agreed, MAJORITY, parseRegister, type Register, type Vote } from "../../recovery/register.ts";
import { ask, tell } from "../http/ask.ts";
import { linkHeaders } from "../http/link-key.ts";
import { reasonIn } from "./ask-guardian.ts";

const VOTER_MS_MAX = 700;
/** A holder renews twice a second, so a compare-and-set may meet a newer beat several times in a row. */
const TRIES_MAX = 10;

type Voter = { name: string; port: number };

/** In the order of the registers: the regions, then the witness; the own one directly, the others through their links. */
function votersFrom(installation: Installation, from: RegionName): Voter[] {
  const regions = installation.regions.map(({ name }) => ({
    name,
    port: name === from ? regionOf(installation, name).ports.guardian : linkPort(installation, from, name, "guardian"),
  }));
  return [...regions, { name: "witness", port: linkPort(installation, from, "witness", "guardian") }];
}

async function readVoter({ name, port }: Voter, linkKey: string): Promise<Vote> {
  try {
    const { status, body } = await ask(port, "/register", linkHeaders(linkKey), VOTER_MS_MAX);
    if (status !== 200) return { kind: "abstains", because: `${name}: ${reasonIn(body) ?? `it answered ${status}`}` };
    const register = parseRegister(JSON.parse(body));
    return "because" in register
      ? { kind: "abstains", because: `${name}: ${register.because}` }
      : { kind: "register", register };
  } catch (error) {
    return { kind: "abstains", because: `${name}: ${(error as Error).message}` };
  }
}

/** Marks the epoch of `holder` as wanted at every voter that can be heard; two are needed. */
export async function markWanted(
  installation: Installation,
  from: RegionName,
  holder: RegionName,
  epoch: number,
  linkKey: string,
): Promise<string> {
  const marked = await Promise.all(
    votersFrom(installation, from).map((voter) => markOne(voter, holder, epoch, linkKey)),
  );
  const count = marked.filter((one) => one).length;
  if (count >= MAJORITY) return `${count} voters carry the mark`;
  throw new Unavailable(`Only ${count} of the three voters took the mark; two are needed.`);
}

async function markOne(voter: Voter, holder: RegionName, epoch: number, linkKey: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const vote = await readVoter(voter, linkKey);
    if (vote.kind === "abstains") return false;
    const { register } = vote;
    if (register.holder !== holder || register.epoch < epoch) return false;
    if (register.marks.wanted) return true;
    const next: Register = { ...register, marks: { ...register.marks, wanted: true } };
    const body = { expected: register, next };
    const { status } = await tell(voter.port, "PUT", "/register", linkHeaders(linkKey), body, VOTER_MS_MAX).catch(
      () => ({
        status: 0,
      }),
    );
    if (status === 200) return true;
    if (status !== 409) return false;
  }
  return false;
}

/** Gives an abstaining voter the record that the two others agree on. */
export async function readmitVoter(
  installation: Installation,
  from: RegionName,
  index: number,
  linkKey: string,
): Promise<string> {
  const voters = votersFrom(installation, from);
  const voter = voters[index];
  if (!voter)
    throw new Refused(`There is no voter ${index}; the three are ${voters.map(({ name }) => name).join(", ")}.`);
  const votes = await Promise.all(voters.map((one) => readVoter(one, linkKey)));
  const majority = agreed(votes.filter((_, at) => at !== index));
  if (!majority) throw new Unavailable("The two other voters don't agree, so there is no record to give.");
  const records = votes.flatMap((vote, at) =>
    at !== index && vote.kind === "register" && vote.register.epoch === majority.epoch ? [vote.register] : [],
  );
  // The newest beat of the two: an older one would look like a voter that moved backwards.
  const register = records.sort((a, b) => b.beat - a.beat)[0];
  const { status, body } = await tell(
    voter.port,
    "POST",
    "/register/readmit",
    linkHeaders(linkKey),
    { register },
    VOTER_MS_MAX,
  );
  if (status >= 200 && status < 300) return `${voter.name} votes again, with epoch ${majority.epoch}`;
  throw new Unavailable(`${voter.name} didn't take the record: ${reasonIn(body) ?? `it answered ${status}`}`);
}
