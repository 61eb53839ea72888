// One sentence about an installation: who serves, whether anything is wrong, and what to do about it.

import type { InstallationStatus, RegionStatus } from "../../core/resources.ts";

/** A standby or a mirror that is behind by more than this is worth a word. */
const BEHIND_MS_MAX = 10_000;

export type Unjudged = Omit<InstallationStatus, "verdict">;

/** Whether everything is as it should be: `tandem status` exits 1 otherwise. */
export function isHealthy(status: Unjudged): boolean {
  return faults(status).length === 0;
}

export function verdict(status: Unjudged): string {
  const active = status.regions.find((region) => region.name === status.holder);
  const found = faults(status);
  if (!status.edge.reachable && !status.witness.reachable && !status.regions.some((region) => region.reachable)) {
    return "Nothing of this installation answers, so it isn't running: tandem up starts it.";
  }
  if (!active) {
    return `No region takes changes, since two of three voters don't agree; events ${accepting(status)}. ${toRestore(status)}`;
  }
  const serves = active.reachable && active.serving !== false;
  const serving = `${active.name} ${serves ? "is active" : "is named by the voters"} (epoch ${status.epoch})`;
  if (found.length === 0) return `${serving}; the other region is in step, and nothing is wrong.`;
  const rest = found.length > 1 ? ` (and ${found.length - 1} more)` : "";
  // What a process says of itself may be a sentence with its own full stop.
  return `${serving}, but ${found[0]?.replace(/\.$/, "")}${rest}.`;
}

function accepting(status: Unjudged): string {
  const names = status.regions.filter((region) => region.accepting).map((region) => region.name);
  return names.length === 0 ? "are refused too" : `are still accepted by ${names.join(" and ")}`;
}

/** What gives two voters again: nobody need guess at which of five processes to look. */
function toRestore({ regions, witness }: Unjudged): string {
  const lost = [
    ...(witness.reachable ? [] : ["witness"]),
    ...regions.filter((one) => !one.reachable).map((one) => one.name),
  ];
  if (lost.length === 0) return "Look at the witness and the guardians.";
  const names = lost.map((name) => (name === "witness" ? "the witness" : name)).join(" and ");
  return `${names.replace(/^the/, "The")} can't be reached; one of them back is enough: ${lost.map((name) => `tandem start ${name}`).join(", or ")}.`;
}

/** The gravest first. */
function faults(status: Unjudged): string[] {
  const { holder, regions, edge, witness } = status;
  const active = regions.find((region) => region.name === holder);
  const found: string[] = [];
  if (active?.reachable && active.serving === false) {
    found.push("takes no changes at the moment: its lease has run out or isn't open yet");
  }
  if (!active) found.push("no region takes changes: two of three voters don't agree");
  for (const region of regions) {
    if (!region.reachable)
      found.push(`${region.name} can't be reached: start it again with tandem start ${region.name}`);
  }
  if (!edge.reachable) found.push("the edge can't be reached: use the regions' own addresses until it is back");
  if (!witness.reachable) found.push("the witness can't be reached: roles can't change until it is back");
  for (const { voter, says } of status.abstaining ?? []) {
    const whose = voter === "witness" ? "the witness" : `the voter of ${voter}`;
    found.push(
      `${whose} doesn't vote, so nothing else may be lost: ${says.replace(/\.$/, "")}; see to its disk, then tandem readmit ${voter} --reason …`,
    );
  }
  for (const region of regions.filter((one) => one.reachable))
    found.push(...regionFaults(region, region.name === holder));
  return found;
}

function regionFaults(region: RegionStatus, active: boolean): string[] {
  const { name, database, mirror, lake, events } = region;
  const found: string[] = [];
  const wanted = active ? "primary" : "standby";
  if (!region.accepting) found.push(`${name} accepts no events: ${region.health.detail ?? "see its collector"}`);
  if (database.state !== wanted) found.push(`the database of ${name} is ${database.state} and should be ${wanted}`);
  if (active && database.solo)
    found.push(`${name} goes on alone: changes aren't in the other region yet (marked solo)`);
  if ((database.lagMs ?? 0) > BEHIND_MS_MAX) found.push(`the standby database is ${seconds(database.lagMs)} behind`);
  if ((mirror.behindMs ?? 0) > BEHIND_MS_MAX) {
    found.push(`${name} lacks the other region's events of the last ${seconds(mirror.behindMs)}`);
  }
  if (events.atRisk > 0) found.push(`${events.atRisk} events answered as degraded lie in ${name} alone`);
  for (const process of region.processes) {
    if (process.state === "running") continue;
    found.push(`${process.name} of ${name} is ${process.state}${process.detail ? ` (${process.detail})` : ""}`);
  }
  if (!region.health.ok && found.length === 0)
    found.push(`${name} isn't well: ${region.health.detail ?? "no reason told"}`);
  if (lake.damaged > 0) found.push(`${name} holds ${lake.damaged} damaged objects: run tandem lake verify`);
  return found;
}

function seconds(ms: number | null): string {
  return `${Math.round((ms ?? 0) / 1000)} s`;
}
