// Part 7: observability, disaster recovery, cost.
import { by, file, type Row, resource, row, source } from "./row.ts";

const RULES = by("P0", "npm run proof:observability");
const RECOVERY = by("P3", "test/scenarios/recovery.test.ts");
const TERRAFORM = by("P0", "npm run proof:terraform");

export const OPERATION_ROWS: readonly Row[] = [
  row(
    96,
    "A-E",
    "CloudWatch: logs, metrics, alarms, dashboards",
    resource("A", "aws_cloudwatch_metric_alarm", "aws_cloudwatch_dashboard", "aws_cloudwatch_composite_alarm"),
    [...by("P0", "src/platform/observability/alarms.test.ts", "src/platform/terraform/region/watch.test.ts")],
  ),
  row(
    97,
    "A, C, D",
    "Prometheus over pods, cluster and CloudWatch, with alerts",
    file("A", "observability/rules/*.yaml"),
    [...RULES, ...by("P3", "npm run proof:observability")],
    { lacks: "Live, the program's own metrics were scraped: none of a cluster's, none of CloudWatch's." },
  ),
  row(98, "A, C, E", "Grafana dashboards", file("A", "observability/dashboards/*.json"), RULES),
  row(
    99,
    "B, C, D",
    "Pods' logs to CloudWatch and OpenSearch",
    file("C", "gitops/rendered/*/*/*/application.fluent-bit-chart.yaml"),
    RULES,
    {
      instead: "Fluent Bit in place of Fluentd.",
    },
  ),
  row(
    100,
    "D",
    "X-Ray",
    [...resource("D", "aws_xray_sampling_rule"), ...source("src/core/telemetry/spans.ts")],
    by("P3", "test/scenarios/telemetry.test.ts"),
    {
      instead: "OpenTelemetry, with X-Ray as one of its exporters: X-Ray's own libraries end in February 2027.",
      lacks: "Spans were sent to a stand-in for the collector; nothing went on to X-Ray.",
    },
  ),
  row(101, "D", "Zabbix for the SQL Server", file("D", "observability/zabbix/*"), RULES),
  row(102, "D", "Pingdom", file("D", "observability/pingdom/*"), RULES),
  row(
    103,
    "D",
    "PagerDuty as the one funnel",
    [...resource("D", "aws_lambda_function"), ...file("D", "observability/alertmanager/*.yaml")],
    [...by("P0", "src/platform/observability/pager-script.test.ts"), ...by("P3", "npm run proof:observability")],
    { lacks: "A sink stood where PagerDuty stands." },
  ),
  row(
    104,
    "A",
    "The five steps of a fail-over",
    source("src/recovery/plan/plans.ts"),
    [...by("P1", "npm run simulate"), ...RECOVERY],
    { instead: "Fence, promote, verify, then route: the brief's order sends clients to a database that can't write." },
  ),
  row(
    105,
    "B",
    "A database that fails over by itself",
    source("src/recovery/run", "src/workloads/recoverer"),
    RECOVERY,
  ),
  row(
    106,
    "B, D",
    "RTO and RPO",
    source("src/recovery/history", "bench/drills.ts"),
    by("P3", "test/scenarios/drills.test.ts", "npm run bench"),
  ),
  row(
    107,
    "B",
    "Runbooks",
    file("B", "runbooks/*.md"),
    [...by("P3", "test/scenarios/runbook.test.ts"), ...by("P2", "npm run proof:runbooks")],
    {
      lacks: "P3 is the fail-over between local regions; of a platform's pages some were carried out, on an emulator.",
    },
  ),
  row(
    108,
    "B",
    "Regular drills",
    [...file("B", "gitops/drills/*/*.json"), ...source("src/drills")],
    by("P3", "test/scenarios/drills.test.ts"),
  ),
  row(109, "B, D", "An environment built anew, quickly", source("src/assess/recoverability/cold-rebuild.ts"), [
    ...by("P0", "src/assess/recoverability/recoverability.test.ts"),
    ...by("P2", "npm run proof:emulator"),
  ]),
  row(
    110,
    "B",
    "Who says what to whom in a disaster",
    [...file("B", "runbooks/communications.md"), ...source("src/drivers/recovery/messages.ts")],
    by("P3", "src/drivers/recovery/messages.test.ts"),
  ),
  row(
    111,
    "B",
    "Regular backups, copied to the other region",
    resource("B", "aws_backup_plan", "aws_backup_selection"),
    TERRAFORM,
  ),
  row(112, "B", "Restores that are tested", resource("B", "aws_backup_restore_testing_plan"), TERRAFORM, {
    lacks: "The lake's and the catalogue's own restore from a backup isn't drilled here.",
  }),
  row(
    113,
    "B",
    "Velero",
    file("B", "gitops/rendered/*/*/velero/application.*.yaml"),
    by("P0", "src/platform/kubernetes/crds/velero.test.ts"),
  ),
  row(
    114,
    "A",
    "Evidence for those who must see it",
    source("src/drills/evidence.ts"),
    by("P3", "src/drivers/evidence/evidence-files.test.ts", "test/scenarios/drills.test.ts"),
  ),
  row(115, "C", "Savings plans and reservations", source("src/assess/cost"), by("P0", "src/assess/cost/cost.test.ts")),
  row(
    116,
    "C",
    "Sizes mended all the time",
    source("src/assess/cost/right-sizing.ts"),
    by("P0", "src/assess/cost/cost.test.ts"),
  ),
  row(
    117,
    "D",
    "Trade-offs, said",
    source("docs/manual/architecture-explained.md"),
    by("P0", "test/coverage/coverage.test.ts"),
    {
      instead: "Each as a number with the command that measured it.",
    },
  ),
  row(
    118,
    "A",
    "The architecture explained; Well-Architected",
    source("docs/manual/architecture-explained.md"),
    by("P0", "test/coverage/coverage.test.ts"),
  ),
];
