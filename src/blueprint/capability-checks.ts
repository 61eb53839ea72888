// What a blueprint asks of each region, held against the table of capabilities: refused where a region doesn't offer
// it, with the nearest choice that it does; a warning where nobody established it.
import type { FilledBlueprint, Problem } from "./blueprint.ts";
import { CAPABILITIES, CAPABILITIES_AS_OF, type Capability, type CapabilityName, offerOf } from "./capabilities.ts";
import type { Warning } from "./platform.ts";

type Where = "primary" | "standby" | "witness";
type Need = { name: CapabilityName; field: string; value: unknown; where: readonly Where[] };

const BOTH: readonly Where[] = ["primary", "standby"];

/** One that AWS may offer and Tandem doesn't build: no reference blueprint could prove it in the briefs' own regions. */
const NOT_BUILT: readonly CapabilityName[] = ["dynamodb-strong", "msk-replicator", "grafana"];

/** Everything that this blueprint needs, and of which region. A standby of copies only needs it too: it is restored there. */
function needsOf(blueprint: FilledBlueprint): Need[] {
  const { data, observability, security, recovery, backups, delivery, onPremises } = blueprint;
  const needs: (Need | false)[] = [
    { name: "eks", field: "cluster", value: undefined, where: BOTH },
    { name: data.relational.kind, field: "data.relational.kind", value: data.relational.kind, where: BOTH },
    data.pooling.kind === "rds-proxy" && {
      name: "rds-proxy",
      field: "data.pooling.kind",
      value: "rds-proxy",
      where: BOTH,
    },
    data.globalTables && {
      name: data.globalTablesConsistency === "strong" ? "dynamodb-strong" : "dynamodb-eventual",
      field: data.globalTablesConsistency === "strong" ? "data.globalTablesConsistency" : "data.globalTables",
      value: data.globalTablesConsistency,
      where: [...BOTH, ...(data.globalTablesConsistency === "strong" ? (["witness"] as const) : [])],
    },
    data.cache.kind === "redis" && { name: "elasticache", field: "data.cache.kind", value: "redis", where: BOTH },
    data.stream.kind === "msk" && { name: "msk", field: "data.stream.kind", value: "msk", where: BOTH },
    data.stream.kind === "msk" &&
      data.stream.replicator === "msk-replicator" && {
        name: "msk-replicator",
        field: "data.stream.replicator",
        value: "msk-replicator",
        where: BOTH,
      },
    data.queues.kind === "sqs" && { name: "sqs", field: "data.queues.kind", value: "sqs", where: BOTH },
    data.search.kind === "opensearch" && {
      name: "opensearch",
      field: "data.search.kind",
      value: "opensearch",
      where: BOTH,
    },
    data.buckets.replicationTimeControl && {
      name: "s3-replication-time",
      field: "data.buckets.replicationTimeControl",
      value: true,
      where: BOTH,
    },
    observability.grafana === "managed" && {
      name: "grafana",
      field: "observability.grafana",
      value: "managed",
      where: BOTH,
    },
    observability.tracing === "x-ray" && { name: "x-ray", field: "observability.tracing", value: "x-ray", where: BOTH },
    observability.canaries && {
      name: "synthetics",
      field: "observability.canaries",
      value: true,
      where: [...BOTH, "witness"],
    },
    security.guardDuty && { name: "guard-duty", field: "security.guardDuty", value: true, where: BOTH },
    recovery.faultExperiments && { name: "fis", field: "recovery.faultExperiments", value: true, where: BOTH },
    backups.restoreTests !== "none" && {
      name: "restore-testing",
      field: "backups.restoreTests",
      value: backups.restoreTests,
      where: BOTH,
    },
    delivery.mirror === "codecommit" && {
      name: "codecommit",
      field: "delivery.mirror",
      value: "codecommit",
      where: BOTH,
    },
    onPremises.kind === "connected" && {
      name: "direct-connect",
      field: "onPremises.kind",
      value: "connected",
      where: BOTH,
    },
  ];
  return needs.filter((need) => need !== false);
}

export function checkCapabilities(blueprint: FilledBlueprint): { problems: Problem[]; warnings: Warning[] } {
  const problems: Problem[] = [];
  const unknown = new Map<string, { need: Need; regions: string[] }>();
  for (const need of needsOf(blueprint)) {
    const capability: Capability = CAPABILITIES[need.name];
    const regions = need.where.map((where) => blueprint.regions[where].name);
    const missing = regions.filter((region) => offerOf(need.name, region) === "no");
    const { field, value } = need;
    if (missing.length > 0)
      problems.push({
        field,
        value,
        wrong: `${capability.service} isn't offered in ${missing.join(" and ")} (${capability.source}; ${CAPABILITIES_AS_OF})`,
        instead: `Use ${capability.instead}`,
      });
    else if (NOT_BUILT.includes(need.name))
      problems.push({
        field,
        value,
        wrong: `${capability.service} isn't built, since none of the reference blueprints' regions could prove it`,
        instead: `Use ${capability.instead}`,
      });
    const open = regions.filter((region) => offerOf(need.name, region) === "unknown");
    if (open.length > 0 && missing.length === 0) unknown.set(need.name, { need, regions: open });
  }
  const warnings = [...unknown].map(([name, { need, regions }]): Warning => {
    const capability: Capability = CAPABILITIES[name as CapabilityName];
    return {
      field: need.field,
      says: `whether ${regions.join(" and ")} offer${regions.length === 1 ? "s" : ""} ${capability.service} isn't established (${CAPABILITIES_AS_OF})`,
      instead: `Ask with \`tandem doctor --aws\`; if not, ${capability.instead}`,
    };
  });
  return { problems, warnings };
}
