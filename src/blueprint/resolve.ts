// From a filled-in blueprint to a platform: sizes derived, combinations checked, all problems told at once.
import {
  type Blueprint,
  BlueprintError,
  type EnvironmentName,
  type FilledBlueprint,
  fill,
  type Problem,
} from "./blueprint.ts";
import { checkBlueprint } from "./checks.ts";
import { flowsOf } from "./declared-flows.ts";
import type { Platform, Region, Zone } from "./platform.ts";
import { KNOWN_REGIONS } from "./regions.ts";
import { sizeCluster } from "./size-cluster.ts";
import { sizeData } from "./size-data.ts";
import { firewallOf, sizeWebTier } from "./size-edge.ts";
import { subnetsOf } from "./sizing/addresses.ts";
import { growth } from "./sizing/replicas.ts";
import { Tally } from "./tally.ts";
import { type Load, workloadsOf } from "./workload-table.ts";
import type { Configured, SecretName } from "./workloads.ts";

/** The platform of one environment. Throws a BlueprintError that names every problem. */
export function resolve(blueprint: Blueprint, environment?: EnvironmentName): Platform {
  const filled = fill(blueprint, environment);
  if (filled.kind === "refused") throw new BlueprintError(filled.problems);
  return resolveFilled(filled.blueprint);
}

function resolveFilled(blueprint: FilledBlueprint): Platform {
  const checked = checkBlueprint(blueprint);
  if (checked.problems.length > 0) throw new BlueprintError(checked.problems);
  const tally = new Tally(checked.warnings);
  const load = loadOf(blueprint, tally);
  const workloads = workloadsOf(blueprint, load);
  tally.servings(workloads, blueprint);
  const { edge, objectives, ...rest } = blueprint;
  const platform: Platform = {
    ...rest,
    regions: {
      primary: regionOf(blueprint, "primary"),
      standby: regionOf(blueprint, "standby"),
      witness: {
        name: blueprint.regions.witness.name,
        optIn: KNOWN_REGIONS[blueprint.regions.witness.name]?.optIn ?? false,
      },
    },
    objectives: {
      ...objectives,
      plannedRequestsPerSecond: load.plannedRequestsPerSecond,
      plannedEventsPerSecond: load.plannedEventsPerSecond,
    },
    edge: { ...edge, firewall: firewallOf(blueprint, tally) },
    webTier: sizeWebTier(blueprint, load, tally),
    cluster: sizeCluster(blueprint, workloads, load, tally),
    workloads,
    data: sizeData(blueprint, load, tally),
    secrets: { ...blueprint.secrets, entries: secretEntries(blueprint) },
    flows: flowsOf(blueprint, workloads),
    sizing: tally.lines,
    warnings: tally.warnings,
  };
  if (tally.problems.length > 0) throw new BlueprintError(tally.problems satisfies readonly Problem[]);
  return platform;
}

function loadOf(blueprint: FilledBlueprint, tally: Tally): Load {
  const { objectives, recovery } = blueprint;
  const grown = growth(objectives.growthPerYear, objectives.planningMonths);
  const load: Load = {
    requestsPerSecond: objectives.requestsPerSecond,
    eventsPerSecond: objectives.eventsPerSecond,
    plannedRequestsPerSecond: Math.ceil(objectives.requestsPerSecond * grown),
    plannedEventsPerSecond: Math.ceil(objectives.eventsPerSecond * grown),
    standbyShare: recovery.approach === "warm-standby" ? recovery.standbyShare : 0,
  };
  tally.derived(
    "planned requests",
    load.plannedRequestsPerSecond,
    "requests/s",
    "requests × (1 + growth) ^ (months / 12)",
    "objectives",
  );
  tally.derived(
    "planned events",
    load.plannedEventsPerSecond,
    "events/s",
    "events × (1 + growth) ^ (months / 12)",
    "objectives",
  );
  return load;
}

function regionOf(blueprint: FilledBlueprint, configured: Configured): Region {
  const { name, cidr } = blueprint.regions[configured];
  const known = KNOWN_REGIONS[name];
  const zone = (index: 0 | 1 | 2, letter: Zone["letter"]): Zone => ({
    letter,
    id: known?.zoneIds[index] ?? "",
    subnets: subnetsOf(cidr, index),
  });
  return {
    name,
    configured,
    cidr,
    zones: [zone(0, "a"), zone(1, "b"), zone(2, "c")],
    optIn: known?.optIn ?? false,
    ...standing(blueprint, configured),
  };
}

/** What stands in a region before anything has happened. */
function standing(blueprint: FilledBlueprint, configured: Configured): Pick<Region, "holds" | "share"> {
  const { approach, standbyShare } = blueprint.recovery;
  if (configured === "primary") return { holds: { data: true, cluster: true, entry: true, nodes: "full" }, share: 1 };
  if (approach === "pilot-light") return { holds: { data: true, cluster: true, entry: true, nodes: "none" }, share: 0 };
  if (approach === "backup-restore")
    return { holds: { data: false, cluster: false, entry: false, nodes: "none" }, share: 0 };
  return {
    holds: { data: true, cluster: true, entry: true, nodes: standbyShare < 1 ? "reduced" : "full" },
    share: standbyShare,
  };
}

function secretEntries(blueprint: FilledBlueprint): Platform["secrets"]["entries"] {
  const made = (name: SecretName) => ({ name, filledBy: "made", rotates: true }) as const;
  const person = (name: SecretName) => ({ name, filledBy: "person", rotates: false }) as const;
  const { data, edge, observability, onPremises } = blueprint;
  return [
    made("database-owner"),
    made("database-application"),
    ...(data.cache.kind === "redis" ? [made("cache-password")] : []),
    made("link-key"),
    made("session-key"),
    ...(observability.pager.kind === "pagerduty" ? [person("pager-key")] : []),
    ...(edge.cdn.kind === "none" ? [] : [made("edge-key")]),
    ...(onPremises.kind === "connected" && onPremises.sqlServer ? [person("sql-server")] : []),
  ];
}
