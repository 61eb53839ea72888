// Fields that are right one by one and can't be built, or can't keep their promise, together.
import type { FilledBlueprint, Problem } from "./blueprint.ts";

const HOUR_S = 3_600;

/**
 * The shortest time in which each approach brings relational writes back, on AWS: a restore of 100 GB takes up to an
 * hour after the cluster and its network were made; a pilot light waits for nodes, images and a promotion.
 */
export const RTO_SECONDS_MIN = { "backup-restore": 4 * HOUR_S, "pilot-light": 900, "warm-standby": 120 } as const;

/** After a fail-over, consumers must still find what arrived meanwhile, and the time to work it off: as long again. */
const DRAIN_FACTOR = 2;
/** Cold storage is billed for 90 days at least, and AWS refuses a plan that deletes earlier. */
const COLD_DAYS_MIN = 90;
const HOSTS_TAKEN = ["app", "api", "collect", "static", "origin", "www"];

export function checkCombinations(blueprint: FilledBlueprint): Problem[] {
  return [...recovering(blueprint), ...databases(blueprint), ...entrances(blueprint), ...keeping(blueprint)];
}

function recovering({ recovery, objectives, backups, data }: FilledBlueprint): Problem[] {
  const problems: Problem[] = [];
  const least = RTO_SECONDS_MIN[recovery.approach];
  if (objectives.rtoSeconds < least)
    problems.push({
      field: "objectives.rtoSeconds",
      value: objectives.rtoSeconds,
      wrong: `recovery.approach "${recovery.approach}" takes ${least} s or more`,
      instead: `Allow ${least} s, or choose ${recovery.approach === "backup-restore" ? '"pilot-light" or ' : ""}"warm-standby"`,
    });
  const critical = backups.plans.find(({ importance }) => importance === "critical");
  const backupSeconds = (critical?.everyHours ?? 24) * HOUR_S;
  if (recovery.approach === "backup-restore" && objectives.rpoSeconds < backupSeconds)
    problems.push({
      field: "objectives.rpoSeconds",
      value: objectives.rpoSeconds,
      wrong: `with "backup-restore" what was written since the last copy is lost, and copies are ${backupSeconds} s apart`,
      instead: `Allow ${backupSeconds} s, or choose "pilot-light" or "warm-standby", which replicate`,
    });
  if (recovery.approach === "backup-restore" && !critical?.copyToOtherRegion)
    problems.push({
      field: "backups.plans",
      value: critical,
      wrong: '"backup-restore" lives on copies in the other region, and the critical plan makes none',
      instead: 'Give the plan of importance "critical" copyToOtherRegion: true',
    });
  const outlast = objectives.rtoSeconds * DRAIN_FACTOR;
  if (data.stream.kind === "msk" && data.stream.retentionHours * HOUR_S < outlast)
    problems.push({
      field: "data.stream.retentionHours",
      value: data.stream.retentionHours,
      wrong: `records must outlast the recovery time and as long again to work them off: ${outlast} s`,
      instead: `Keep them ${Math.ceil(outlast / HOUR_S)} hours`,
    });
  return problems;
}

function databases({ data, recovery }: FilledBlueprint): Problem[] {
  const { relational, pooling } = data;
  const problems: Problem[] = [];
  if (relational.kind === "aurora" && recovery.approach !== "backup-restore")
    problems.push({
      field: "data.relational.kind",
      value: "aurora",
      wrong: `an Aurora cluster of one region leaves nothing in the other one for "${recovery.approach}" to promote`,
      instead: 'Use "aurora-global" or "rds", or recovery.approach "backup-restore"',
    });
  if (relational.kind === "rds" && pooling.kind === "rds-proxy" && recovery.approach !== "backup-restore")
    problems.push({
      field: "data.pooling.kind",
      value: "rds-proxy",
      wrong: "AWS puts no RDS Proxy before a replica, so the standby region could have none until it is promoted",
      instead: 'Use "pgbouncer", or data.relational.kind "aurora-global"',
    });
  return problems;
}

function entrances({ edge, recovery, onPremises, observability, secrets }: FilledBlueprint): Problem[] {
  const problems: Problem[] = [];
  const names = edge.audiences.map(({ name }) => name);
  edge.audiences.forEach(({ name, answer }, index) => {
    const field = `edge.audiences.${index}`;
    if (HOSTS_TAKEN.includes(name) || names.indexOf(name) !== index)
      problems.push({
        field: `${field}.name`,
        value: name,
        wrong: "the host is taken",
        instead: "Choose a name that no other entrance has",
      });
    if (answer.kind !== "fail-over" && recovery.approach !== "warm-standby")
      problems.push({
        field: `${field}.answer.kind`,
        value: answer.kind,
        wrong: `it sends clients to the other region, where nothing answers under "${recovery.approach}"`,
        instead: 'Use "fail-over", or recovery.approach "warm-standby"',
      });
  });
  if (observability.chat !== "none" && secrets.intoPods !== "external-secrets")
    problems.push({
      field: "observability.chat",
      value: observability.chat,
      wrong: "its address reaches Alertmanager by External Secrets only",
      instead: 'Use secrets.intoPods "external-secrets", or choose "none"',
    });
  if (observability.onPremisesMonitor === "zabbix" && !(onPremises.kind === "connected" && onPremises.sqlServer))
    problems.push({
      field: "observability.onPremisesMonitor",
      value: "zabbix",
      wrong: "it watches the SQL Server on the premises, and there is none",
      instead: 'Describe it in onPremises.sqlServer, or choose "none"',
    });
  return problems;
}

function keeping({ backups }: FilledBlueprint): Problem[] {
  const importances = backups.plans.map(({ importance }) => importance);
  return backups.plans.flatMap(({ importance, keepDays, coldAfterDays }, index) => {
    const problems: Problem[] = [];
    if (importances.indexOf(importance) !== index)
      problems.push({
        field: `backups.plans.${index}.importance`,
        value: importance,
        wrong: "two plans would save the same resources",
        instead: "Keep one plan per importance",
      });
    if (coldAfterDays !== undefined && keepDays < coldAfterDays + COLD_DAYS_MIN)
      problems.push({
        field: `backups.plans.${index}.coldAfterDays`,
        value: coldAfterDays,
        wrong: `a backup stays in cold storage for ${COLD_DAYS_MIN} days at least, and this one is kept ${keepDays}`,
        instead: `Keep it ${coldAfterDays + COLD_DAYS_MIN} days, or leave coldAfterDays out`,
      });
    return problems;
  });
}
