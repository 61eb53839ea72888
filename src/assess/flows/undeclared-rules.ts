// What the network makes possible against what is declared, in both directions.
import { ACTORS, type Actor } from "../../blueprint/flows.ts";
import { type AddressRange, contains } from "../../platform/terraform/refusals/address-range.ts";
import type { Rule, Violation } from "../finding.ts";
import type { GroupRule } from "./groups.ts";
import { actorNamed, type Host } from "./hosts.ts";
import { either, isNone, type PortSet, portsText, without } from "./ports.ts";
import { type Network, type RegionSurvey, type Survey, surveyOf } from "./survey.ts";

const inEachRegion = (network: Network, find: (region: RegionSurvey, survey: Survey) => readonly Violation[]) => {
  const survey = surveyOf(network);
  return survey.regions.flatMap((region) => find(region, survey));
};

export const POSSIBLE_IS_DECLARED: Rule<Network> = {
  id: "FLOW-1",
  title: "Nothing is possible that isn't declared",
  severity: "error",
  why: "Whoever gets into one part of the platform goes on from there by exactly these ways.",
  mend: "Declare the flow in src/blueprint/declared-flows.ts with its reason, or take away the rule, the route or the entry that opens it.",
  find: (network) =>
    inEachRegion(network, ({ vpc, possible }) =>
      possible
        .filter(({ undeclared }) => !isNone(undeclared))
        .map(({ from, to, undeclared }) => ({
          address: `${vpc.stack} ${from} -> ${to}`,
          says: `${from} can reach ${to} on ${portsText(undeclared)}, which no flow declares`,
        })),
    ),
};

const stoppedOn = (leg: "there" | "back") => (network: Network) =>
  inEachRegion(network, ({ vpc, declared }) =>
    declared.flatMap(({ flow, kept }) =>
      kept.kind === "stopped" && kept.stop.leg === leg
        ? [
            {
              address: `${vpc.stack} ${flow.from} -> ${flow.to} ${flow.ports.join("-")}`,
              says: `${leg === "there" ? "it stops" : "its answers stop"}: ${kept.stop.at}`,
            },
          ]
        : [],
    ),
  );

export const DECLARED_IS_POSSIBLE: Rule<Network> = {
  id: "FLOW-2",
  title: "Every declared flow can pass",
  severity: "error",
  why: "What is declared is needed: the workload behind it waits for a time-out, and nobody sees why.",
  mend: "Open the place that it stops at, or take the flow out of src/blueprint/declared-flows.ts.",
  find: stoppedOn("there"),
};

export const ANSWERS_COME_BACK: Rule<Network> = {
  id: "FLOW-3",
  title: "Every declared flow's answers come back",
  severity: "error",
  why: "A connection whose answers are dropped looks like a dead server; ACLs and routes judge each direction alone.",
  mend: "Add the entry for ports 1024 to 65535, or the route back, that is named.",
  find: stoppedOn("back"),
};

/** The other side of a rule as actors; a range may be several, or none. */
function named(rule: GroupRule, region: RegionSurvey, survey: Survey): readonly Actor[] {
  const { other } = rule;
  if (other.kind === "list") return other.actor ? [other.actor] : [];
  if (other.kind === "group") {
    const carrying = region.hosts.filter(({ groups }) => groups.some(({ key }) => key === other.key));
    const actors = [...new Set(carrying.flatMap(({ actor }) => actor ?? []))];
    const byName = actorNamed(other.key.replace(/^aws_security_group\./, ""));
    return actors.length > 0 || byName === undefined ? actors : [byName];
  }
  if (other.kind === "unknown") return [];
  return ACTORS.filter((actor) => rangesOf(actor, region, survey).some((range) => contains(range, other.range)));
}

function rangesOf(actor: Actor, region: RegionSurvey, survey: Survey): readonly AddressRange[] {
  const peer = survey.regions.find((one) => one !== region);
  const standing = (hosts: readonly Host[] | undefined, name: Actor) =>
    (hosts ?? []).filter((host) => host.actor === name).flatMap(({ subnets }) => subnets.map(({ range }) => range));
  if (actor === "peer-nodes") return joined(standing(peer?.hosts, "nodes"));
  if (actor === "peer-brokers") return joined(standing(peer?.hosts, "brokers"));
  // What AWS keeps a list of is named by the list; a range that happens to hold it is the internet.
  const places = survey.places.get(actor)?.filter(({ isPublic }) => !isPublic || actor === "internet");
  return places?.map(({ range }) => range) ?? standing(region.hosts, actor);
}

/** A rule for a tier names the range that holds all its subnets, so that is what they count as. */
function joined(ranges: readonly AddressRange[]): readonly AddressRange[] {
  if (ranges.length === 0) return [];
  const first = Math.min(...ranges.map((one) => one.first));
  const last = Math.max(...ranges.map((one) => one.last));
  let size = 1;
  while (Math.floor(first / size) * size + size <= last) size *= 2;
  const start = Math.floor(first / size) * size;
  return [{ first: start, last: start + size - 1, prefix: 32 - Math.log2(size) }];
}

export const NO_HALF_OPEN_DOORS: Rule<Network> = {
  id: "FLOW-4",
  title: "No security group rule allows more than is declared",
  severity: "error",
  why: "A rule with nobody on its other side yet is a door that the next change opens unseen.",
  mend: "Take the rule away, or narrow it to the declared ports and the declared other side.",
  find: (network) =>
    inEachRegion(network, (region, survey) =>
      [...region.vpc.groups.values()].flatMap((group) => {
        const carriers = region.hosts.filter(({ groups }) => groups.includes(group));
        const byName = actorNamed(group.address.replace(/^aws_security_group\./, ""));
        const actors = new Set(carriers.length > 0 ? carriers.map(({ actor }) => actor) : [byName]);
        return [...actors].flatMap((actor) =>
          (["in", "out"] as const).flatMap((way) =>
            group[way].flatMap((rule): readonly Violation[] => {
              // The group that EKS makes isn't ours to narrow.
              if (rule.address === group.key && !group.key.startsWith("aws_security_group.")) return [];
              const more = excess(actor, way, rule, region, survey);
              if (isNone(more)) return [];
              const other = rule.other.kind === "group" ? rule.other.key : rule.other.text;
              return [
                {
                  address: `${region.vpc.stack} ${rule.address}`,
                  says: `it lets ${actor ?? group.address} ${way === "in" ? "be reached from" : "reach"} ${other} on ${portsText(more)}, which no flow declares`,
                },
              ];
            }),
          ),
        );
      }),
    ),
};

function excess(
  actor: Actor | undefined,
  way: "in" | "out",
  rule: GroupRule,
  region: RegionSurvey,
  { declaredPorts, ...survey }: Survey,
): PortSet {
  if (actor === undefined) return rule.ports;
  const others = named(rule, region, { declaredPorts, ...survey });
  const allowed = others.map((other) => (way === "in" ? declaredPorts(other, actor) : declaredPorts(actor, other)));
  return without(rule.ports, either(...allowed));
}

export const EVERYTHING_IS_SOMEBODY: Rule<Network> = {
  id: "FLOW-5",
  title: "Every network interface belongs to a declared actor, in a subnet and behind a security group",
  severity: "error",
  why: "What is nobody in the declared flows is judged by nobody.",
  mend: "Name it after its actor, add the actor to src/blueprint/flows.ts, or give it the subnets and the group that it lacks.",
  find: (network) =>
    inEachRegion(network, ({ vpc, hosts }) =>
      hosts.flatMap((host) => {
        const lacks = [
          ...(host.actor === undefined ? ["an actor of the declared flows"] : []),
          ...(host.subnets.length === 0 ? ["subnets that are in the graph"] : []),
          ...(host.groups.length === 0 ? ["a security group: AWS would put it into the VPC's default one"] : []),
        ];
        return lacks.map((what) => ({
          address: `${vpc.stack} ${host.address}`,
          says: `it has no ${what.replace(/^an? /, "")}`,
        }));
      }),
    ),
};
