// Alarms of what makes recovery possible, from the program's own metrics. The collector agent writes them into CloudWatch
// under these names, so that they are still seen when the cluster's Prometheus is gone.
import { METRICS_NAMESPACE } from "../names/safety.ts";
import { type AlarmRule, AT_ONCE, type Metric, SUSTAINED, type Subject } from "./alarm-rule.ts";
import type { RecoveryMetric } from "./recovery-metrics.ts";

const metric = (name: RecoveryMetric, statistic: Metric["statistic"]) => ({
  kind: "metric" as const,
  metric: { namespace: METRICS_NAMESPACE, name, statistic },
});
const ofRegion = ({ regionName }: Subject) => ({ Region: regionName });
const runsHere = ({ region }: Subject): boolean => region?.holds.cluster === true && region.holds.nodes !== "none";

const line = (rest: Omit<AlarmRule, "on" | "component" | "owner" | "when" | "dimensions" | "ill">): AlarmRule => ({
  ...rest,
  on: "region",
  component: "recovery",
  owner: "recovery",
  when: runsHere,
  dimensions: ofRegion,
  ill: false,
});

export const RECOVERY_ALARMS: readonly AlarmRule[] = [
  line({
    id: "voters-few",
    says: "One of the three voters doesn't answer: the next loss would stop writes",
    reading: metric("VotersAnswering", "Minimum"),
    periodSeconds: 60,
    datapoints: { beyond: 5, of: 5 },
    comparison: "<",
    threshold: () => 3,
    unit: "voters",
    formula: "being active takes two of three",
    missing: "missing",
    severity: "page",
    first: "`tandem status` names the voter. Its region's DynamoDB, its table, the guardian's permission?",
  }),
  line({
    id: "relational-lag",
    says: "The standby's database is further behind than the RPO: the active region refuses writes",
    reading: metric("RelationalLagSeconds", "Maximum"),
    periodSeconds: 60,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: ({ platform }) => Math.max(1, Math.round(0.8 * platform.objectives.rpoSeconds)),
    unit: "s",
    formula: "80 % of the blueprint's RPO, so that a person sees it before writes are refused",
    missing: "missing",
    severity: "page",
    first: "database-lag tells whether it is the replica; else the link between the regions.",
  }),
  line({
    id: "mirror-late",
    says: "Events accepted here have not reached the other region for minutes",
    reading: metric("MirrorLagSeconds", "Maximum"),
    periodSeconds: 60,
    datapoints: { beyond: 5, of: 5 },
    comparison: ">",
    threshold: () => 60,
    unit: "s",
    formula: "a minute; a batch is mirrored within a second when all is well",
    missing: "missing",
    severity: "ticket",
    first: "The mirror's log in the other region, then the peering between the two networks.",
  }),
  line({
    id: "events-at-risk",
    says: "Events were acknowledged for both regions, and only this one has them",
    reading: metric("EventsAtRisk", "Maximum"),
    periodSeconds: 300,
    datapoints: SUSTAINED,
    comparison: ">",
    threshold: () => 0,
    unit: "events",
    formula: "any for a quarter of an hour: the project's policy is to degrade, and its clients were told so",
    missing: "missing",
    severity: "ticket",
    first: "mirror-late names the cause; a loss of this region now would lose these.",
  }),
  line({
    id: "tail-unread",
    says: "Writes of a former active region wait for a person",
    reading: metric("RecoveryTailWrites", "Maximum"),
    periodSeconds: 3600,
    datapoints: AT_ONCE,
    comparison: ">",
    threshold: () => 0,
    unit: "writes",
    formula: "any: its old data directory is kept until somebody has exported the list",
    missing: "notBreaching",
    severity: "ticket",
    first: "`tandem recovery tail` lists and exports them.",
  }),
  line({
    id: "drill-old",
    says: "No drill was passed for longer than the blueprint allows",
    reading: metric("DrillAgeSeconds", "Maximum"),
    periodSeconds: 86_400,
    datapoints: AT_ONCE,
    comparison: ">",
    threshold: ({ platform }) => platform.recovery.drillEveryDays * 86_400,
    unit: "s",
    formula: "the blueprint's drillEveryDays",
    missing: "missing",
    severity: "ticket",
    first: "The last drill's evidence: did it fail, or did nobody run one?",
  }),
];
