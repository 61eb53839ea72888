// Alerts of what the platform stands on: the cluster, delivery, alerting itself, and AWS's stores as YACE copies them. What
// CloudWatch rings for already is only shown here.
import type { Platform } from "../../blueprint/platform.ts";
import { EXPORTERS } from "../../core/telemetry/metric.ts";
import type { Alert, Series } from "./alert.ts";
import { type ClusterMetric, cluster } from "./catalogue.ts";
import { cloudWatch } from "./cloudwatch-metrics.ts";

const kube = { component: "cluster", owner: "platform", dashboard: "overview", incident: "region" } as const;
const stores = { owner: "data", dashboard: "data", incident: "region", told: "by CloudWatch" } as const;
const POD = 'namespace="tandem",pod="collector-1",container="collector"';
const LAKE_VOLUME = 'namespace="tandem",persistentvolumeclaim="log-0"';

/** What must be heard in a region that runs workloads: those of the program that serve metrics, by tier. */
export const heardWorkloads = (platform: Platform, page: boolean): readonly string[] =>
  platform.workloads
    .filter(
      ({ name, ports, tier }) =>
        (tier === 1) === page &&
        ports.some((port) => port.name === "metrics") &&
        (EXPORTERS as readonly string[]).includes(name),
    )
    .map(({ name }) => name);

const GUARDIANS_WANTED = `${cluster("kube_deployment_spec_replicas")}{namespace="tandem",deployment="guardian"}`;
/** How many pods are wanted and not there, with what owns them as `workload`. kube-state-metrics knows nothing of Rollouts:
 *  their own controller tells of them. */
const missingOf = (wanted: ClusterMetric, there: ClusterMetric, owner: string): string => {
  const of = (name: ClusterMetric) => `max by (namespace, ${owner}) (${name}{namespace="tandem"})`;
  return `label_join(${of(wanted)} - ${of(there)}, "workload", "", "${owner}")`;
};
/** The standby of a pilot light wants no pod until recovery wakes it: what is said of pods holds only of a region awake. */
const sleeps = ({ regions }: Platform): boolean =>
  regions.standby.holds.cluster && regions.standby.holds.nodes === "none";
const whileAwake = (platform: Platform, reading: string): string =>
  sleeps(platform) ? `(${reading} unless on () (max(${GUARDIANS_WANTED}) == 0))` : reading;

/** Scraped without an answer, or not even known as a target. */
const silent = (page: boolean) => (platform: Platform) => {
  const names = heardWorkloads(platform, page);
  const up = cluster("up");
  const unknown = names.map((name) => `absent(${up}{job="${name}"})`);
  return whileAwake(platform, `(${[`1 - max by (job) (${up}{job=~"${names.join("|")}"})`, ...unknown].join(" or ")})`);
};
/** All are up but the first, or all. */
const upSeries = (platform: Platform, page: boolean, from: number): Series =>
  Object.fromEntries(
    heardWorkloads(platform, page)
      .slice(from)
      .map((name) => [`up{job="${name}",region="%region%"}`, "1x30"]),
  );
const silentProof = (page: boolean) => (platform: Platform) => {
  const [first = ""] = heardWorkloads(platform, page);
  return {
    everySeconds: 60,
    atSeconds: 900,
    fires: { ...upSeries(platform, page, 1), [`up{job="${first}",region="%region%"}`]: "1x2 0x30" },
    // A region that sleeps isn't heard, and isn't told.
    quiet: sleeps(platform) ? { [GUARDIANS_WANTED]: "0x30" } : upSeries(platform, page, 0),
    labels: { job: first },
  };
};

/** A Deployment with all its pods, beside the one that lacks some. */
const all = (name: string, pods: number): Series => ({
  [`kube_deployment_spec_replicas{namespace="tandem",deployment="${name}"}`]: `${pods}x30`,
  [`kube_deployment_status_replicas_available{namespace="tandem",deployment="${name}"}`]: `${pods}x30`,
});

const KUBE_ALERTS: readonly Alert[] = [
  {
    ...kube,
    id: "workload-silent",
    severity: "page",
    says: "No pod of {{ $labels.job }} is heard in %region%",
    first: "`kubectl get pods -n tandem`: none there, not ready, or only its metrics? Then the newest release of it.",
    reading: silent(true),
    unit: "yes or no",
    comparison: "==",
    threshold: 1,
    formula: "each workload that clients or the lease depend on is heard",
    lastsSeconds: 300,
    because: "a pod that moves to another node is back within minutes",
    proof: silentProof(true),
  },
  {
    ...kube,
    id: "workload-unheard",
    severity: "ticket",
    when: (platform) => heardWorkloads(platform, false).length > 0,
    says: "No pod of {{ $labels.job }}, which works behind the scenes, is heard in %region%",
    first: "`kubectl get pods -n tandem`; its work piles up (lake-late, mirror-late) and is caught up later.",
    reading: silent(false),
    unit: "yes or no",
    comparison: "==",
    threshold: 1,
    formula: "each workload is heard",
    lastsSeconds: 600,
    because: "a pod that moves to another node is back within minutes, and nobody waits for it",
    proof: silentProof(false),
  },
  {
    ...kube,
    id: "pods-crash",
    severity: "ticket",
    says: "{{ $labels.container }} of {{ $labels.namespace }} in %region% is in a crash loop",
    first: "`kubectl logs --previous`; out of memory is told by `kubectl describe pod`.",
    reading: `max by (namespace, pod, container) (max_over_time(${cluster("kube_pod_container_status_waiting_reason")}{reason="CrashLoopBackOff"}[5m]))`,
    unit: "yes or no",
    comparison: "==",
    threshold: 1,
    formula: "the kubelet itself calls it so",
    lastsSeconds: 600,
    because: "a pod that waits for its database starts at the second or third try",
    proof: {
      everySeconds: 60,
      atSeconds: 900,
      fires: { [`kube_pod_container_status_waiting_reason{${POD},reason="CrashLoopBackOff"}`]: "1x30" },
      quiet: { [`kube_pod_container_status_waiting_reason{${POD},reason="ContainerCreating"}`]: "1x30" },
      labels: { namespace: "tandem", pod: "collector-1", container: "collector" },
    },
  },
  {
    ...kube,
    id: "replicas-missing",
    severity: "ticket",
    says: "{{ $labels.workload }} in %region% has fewer pods than it should",
    first: "`kubectl get pods -n tandem`: pending (no node, no quota, spread that can't be met), or not ready?",
    reading: `max by (namespace, workload) (${missingOf(cluster("kube_deployment_spec_replicas"), cluster("kube_deployment_status_replicas_available"), "deployment")} or ${missingOf(cluster("rollout_info_replicas_desired"), cluster("rollout_info_replicas_available"), "name")} or ${missingOf(cluster("kube_statefulset_replicas"), cluster("kube_statefulset_status_replicas_ready"), "statefulset")})`,
    unit: "count",
    comparison: ">",
    threshold: 0,
    formula: "as many as asked for, be it by a Deployment, a Rollout or a StatefulSet",
    lastsSeconds: 900,
    because: "a node takes minutes to come",
    proof: {
      everySeconds: 60,
      atSeconds: 1200,
      // Only the controller of Rollouts that leads knows of any; the one that stands by says nought, or nothing.
      fires: {
        'rollout_info_replicas_desired{namespace="tandem",name="query",pod="argo-rollouts-1"}': "3x30",
        'rollout_info_replicas_available{namespace="tandem",name="query",pod="argo-rollouts-1"}': "3x2 2x30",
        'rollout_info_replicas_desired{namespace="tandem",name="query",pod="argo-rollouts-2"}': "0x30",
        'rollout_info_replicas_available{namespace="tandem",name="query",pod="argo-rollouts-2"}': "0x30",
        ...all("console", 3),
      },
      alsoFires: [
        {
          'kube_deployment_spec_replicas{namespace="tandem",deployment="query"}': "3x30",
          'kube_deployment_status_replicas_available{namespace="tandem",deployment="query"}': "3x2 2x30",
          ...all("console", 3),
        },
        {
          'kube_statefulset_replicas{namespace="tandem",statefulset="query"}': "3x30",
          'kube_statefulset_status_replicas_ready{namespace="tandem",statefulset="query"}': "3x2 2x30",
          ...all("console", 3),
        },
      ],
      // A canary has more pods than are asked for, and one that is away for minutes comes back.
      quiet: {
        'rollout_info_replicas_desired{namespace="tandem",name="query"}': "3x30",
        'rollout_info_replicas_available{namespace="tandem",name="query"}': "3x2 4x9 3x2 2x5 3x30",
        'kube_deployment_spec_replicas{namespace="tandem",deployment="worker"}': "3x30",
        'kube_deployment_status_replicas_available{namespace="tandem",deployment="worker"}': "3x2 2x9 3x30",
      },
      labels: { namespace: "tandem", workload: "query" },
    },
  },
  {
    ...kube,
    id: "autoscaler-at-end",
    severity: "ticket",
    says: "{{ $labels.horizontalpodautoscaler }} in %region% has as many pods as it may have",
    first: "Real load, or slow answers? Raise the blueprint's sizes by its formula, not by hand.",
    reading: `${cluster("kube_horizontalpodautoscaler_status_current_replicas")}{namespace="tandem"} / ${cluster("kube_horizontalpodautoscaler_spec_max_replicas")}{namespace="tandem"}`,
    unit: "share",
    comparison: ">=",
    threshold: 1,
    formula: "the maximum is the planned load with a zone lost",
    lastsSeconds: 900,
    because: "a peak is over by then",
    proof: {
      everySeconds: 60,
      atSeconds: 1200,
      fires: {
        'kube_horizontalpodautoscaler_status_current_replicas{namespace="tandem",horizontalpodautoscaler="query"}':
          "6x2 12x30",
        'kube_horizontalpodautoscaler_spec_max_replicas{namespace="tandem",horizontalpodautoscaler="query"}': "12x30",
      },
      quiet: {
        'kube_horizontalpodautoscaler_status_current_replicas{namespace="tandem",horizontalpodautoscaler="query"}':
          "11x30",
        'kube_horizontalpodautoscaler_spec_max_replicas{namespace="tandem",horizontalpodautoscaler="query"}': "12x30",
      },
      labels: { namespace: "tandem", horizontalpodautoscaler: "query" },
    },
  },
  {
    ...kube,
    id: "disruption-blocked",
    severity: "ticket",
    says: "No pod of {{ $labels.poddisruptionbudget }} in %region% may be moved: nodes can't be replaced",
    first: "Which of its pods isn't ready? Upgrades and consolidation of nodes wait for it.",
    // A budget of no pods allows none.
    reading: (platform) =>
      whileAwake(
        platform,
        `max by (namespace, poddisruptionbudget) (${cluster("kube_poddisruptionbudget_status_pod_disruptions_allowed")}{namespace="tandem"})`,
      ),
    unit: "count",
    comparison: "<",
    threshold: 1,
    formula: "each budget allows one",
    lastsSeconds: 1800,
    because: "a rolling update uses the budget up for minutes",
    proof: {
      everySeconds: 60,
      atSeconds: 2400,
      fires: {
        'kube_poddisruptionbudget_status_pod_disruptions_allowed{namespace="tandem",poddisruptionbudget="query"}':
          "1x2 0x60",
      },
      quiet: {
        'kube_poddisruptionbudget_status_pod_disruptions_allowed{namespace="tandem",poddisruptionbudget="query"}':
          "1x2 0x20 1x60",
      },
      labels: { namespace: "tandem", poddisruptionbudget: "query" },
    },
  },
  {
    ...kube,
    id: "node-not-ready",
    severity: "ticket",
    says: "Node {{ $labels.node }} of %region% isn't ready",
    first: "`kubectl describe node`; Karpenter replaces it: does it get capacity?",
    reading: `max by (node) (${cluster("kube_node_status_condition")}{condition="Ready",status="true"})`,
    unit: "yes or no",
    comparison: "<",
    threshold: 1,
    formula: "ready",
    lastsSeconds: 600,
    because: "a new node takes minutes to become ready",
    proof: {
      everySeconds: 60,
      atSeconds: 900,
      fires: { 'kube_node_status_condition{node="n1",condition="Ready",status="true"}': "1x2 0x30" },
      quiet: { 'kube_node_status_condition{node="n1",condition="Ready",status="true"}': "0x4 1x30" },
      labels: { node: "n1" },
    },
  },
  {
    ...kube,
    id: "volume-full",
    severity: "page",
    says: "The volume {{ $labels.persistentvolumeclaim }} of %region% is nearly full",
    first:
      "The collector's log keeps what the lake hasn't got: is the lake writer at work? Then grow the volume; it grows without a restart.",
    reading: `min by (namespace, persistentvolumeclaim) (${cluster("kubelet_volume_stats_available_bytes")} / ${cluster("kubelet_volume_stats_capacity_bytes")})`,
    unit: "share",
    comparison: "<",
    threshold: 0.1,
    formula: "a tenth: at the planned rate that is hours",
    lastsSeconds: 300,
    because: "files come and go within minutes",
    proof: {
      everySeconds: 60,
      atSeconds: 900,
      fires: {
        [`kubelet_volume_stats_available_bytes{${LAKE_VOLUME}}`]: "5x30",
        [`kubelet_volume_stats_capacity_bytes{${LAKE_VOLUME}}`]: "100x30",
      },
      quiet: {
        [`kubelet_volume_stats_available_bytes{${LAKE_VOLUME}}`]: "11x30",
        [`kubelet_volume_stats_capacity_bytes{${LAKE_VOLUME}}`]: "100x30",
      },
      labels: { namespace: "tandem", persistentvolumeclaim: "log-0" },
    },
  },
  {
    ...kube,
    id: "job-failed",
    severity: "ticket",
    says: "The job {{ $labels.job_name }} of %region% failed",
    first: "`kubectl logs -n tandem job/...`; the next one runs by its schedule.",
    reading: `max by (namespace, job_name) (${cluster("kube_job_status_failed")}{namespace="tandem"})`,
    unit: "count",
    comparison: ">",
    threshold: 0,
    formula: "any, after its own retries",
    lastsSeconds: 300,
    because: "its own retries take less",
    proof: {
      everySeconds: 60,
      atSeconds: 900,
      fires: { 'kube_job_status_failed{namespace="tandem",job_name="drill-1"}': "0x2 1x30" },
      quiet: { 'kube_job_status_failed{namespace="tandem",job_name="drill-1"}': "0x30" },
      labels: { namespace: "tandem", job_name: "drill-1" },
    },
  },
  {
    ...kube,
    id: "certificate-not-renewed",
    severity: "ticket",
    says: "cert-manager can't renew {{ $labels.name }} in %region%",
    first: "`kubectl describe certificate`; the region's own authority: its secret, its own end?",
    reading: `min by (namespace, name) (${cluster("certmanager_certificate_ready_status")}{condition="True"})`,
    unit: "yes or no",
    comparison: "<",
    threshold: 1,
    formula: "ready",
    lastsSeconds: 3600,
    because: "it tries again with growing pauses",
    proof: {
      everySeconds: 60,
      atSeconds: 4200,
      fires: { 'certmanager_certificate_ready_status{namespace="tandem",name="query",condition="True"}': "0x90" },
      quiet: { 'certmanager_certificate_ready_status{namespace="tandem",name="query",condition="True"}': "0x30 1x60" },
      labels: { namespace: "tandem", name: "query" },
    },
  },
  {
    ...kube,
    id: "secret-not-copied",
    severity: "ticket",
    when: ({ secrets }) => secrets.intoPods === "external-secrets",
    says: "A secret isn't copied into %region%'s cluster: {{ $labels.name }}",
    first: "`kubectl describe externalsecret`: was it ever filled in, in this region? Running pods keep the old one.",
    reading: `min by (namespace, name) (${cluster("externalsecret_status_condition")}{condition="Ready",status="True"})`,
    unit: "yes or no",
    comparison: "<",
    threshold: 1,
    formula: "ready",
    lastsSeconds: 900,
    because: "it tries again each minute",
    proof: {
      everySeconds: 60,
      atSeconds: 1200,
      fires: {
        'externalsecret_status_condition{namespace="tandem",name="link-key",condition="Ready",status="True"}': "0x30",
      },
      quiet: {
        'externalsecret_status_condition{namespace="tandem",name="link-key",condition="Ready",status="True"}':
          "0x10 1x30",
      },
      labels: { namespace: "tandem", name: "link-key" },
    },
  },
  {
    ...kube,
    id: "delivery-stuck",
    component: "delivery",
    severity: "ticket",
    says: "What runs in %region% isn't what Git says: {{ $labels.name }}",
    first: "Argo CD's page of the application: refused by a policy, a failing hook, or changed by hand?",
    reading: `max by (name) (${cluster("argocd_app_info")}{sync_status!="Synced"})`,
    unit: "yes or no",
    comparison: "==",
    threshold: 1,
    formula: "synced",
    lastsSeconds: 1800,
    because: "a canary takes its time",
    proof: {
      everySeconds: 60,
      atSeconds: 2400,
      fires: { 'argocd_app_info{name="collector",sync_status="OutOfSync"}': "1x60" },
      quiet: { 'argocd_app_info{name="collector",sync_status="Synced"}': "1x60" },
      labels: { name: "collector" },
    },
  },
];

const WATCHING_ALERTS: readonly Alert[] = [
  {
    ...kube,
    id: "watchdog",
    component: "alerting",
    severity: "none",
    says: "Alerting of %region% lives",
    first: "Nothing. When this stops, CloudWatch rings (alerting-silent).",
    reading: "vector(1)",
    unit: "yes or no",
    comparison: "==",
    threshold: 1,
    formula: "always",
    lastsSeconds: 0,
    because: "it is the dead man's switch",
    proof: { everySeconds: 60, atSeconds: 60, fires: {}, quiet: null },
  },
  {
    ...kube,
    id: "alerts-undelivered",
    component: "alerting",
    severity: "page",
    says: "Alertmanager of %region% can't deliver by {{ $labels.integration }}",
    first:
      "Its log: the key (a new one in the secret?), the way out through the NAT gateway, PagerDuty's own status page.",
    reading: `sum by (integration) (increase(${cluster("alertmanager_notifications_failed_total")}[5m]))`,
    unit: "count",
    comparison: ">",
    threshold: 2,
    formula: "it tries again by itself; more than two is no single failure",
    lastsSeconds: 300,
    because: "a provider's hiccup is over by then",
    proof: {
      everySeconds: 60,
      atSeconds: 1200,
      fires: { 'alertmanager_notifications_failed_total{integration="sns"}': "0+3x30" },
      quiet: { 'alertmanager_notifications_failed_total{integration="sns"}': "0x5 1x30" },
      labels: { integration: "sns" },
    },
  },
  {
    ...kube,
    id: "rules-fail",
    component: "alerting",
    severity: "ticket",
    says: "Prometheus of %region% can't evaluate its rules",
    first: "Its page of rules names the one and the error.",
    reading: `sum(increase(${cluster("prometheus_rule_evaluation_failures_total")}[10m]))`,
    unit: "count",
    comparison: ">",
    threshold: 0,
    formula: "none",
    lastsSeconds: 600,
    because: "a restart fails once",
    proof: {
      everySeconds: 60,
      atSeconds: 1800,
      fires: { 'prometheus_rule_evaluation_failures_total{rule_group="x"}': "0+1x60" },
      quiet: { 'prometheus_rule_evaluation_failures_total{rule_group="x"}': "3x60" },
    },
  },
  {
    ...kube,
    id: "telemetry-lost",
    component: "alerting",
    severity: "ticket",
    says: "The collector of %region% can't hand on traces or metrics",
    first:
      "Its log: permission, throttling, or X-Ray and CloudWatch themselves? Prometheus's own alerts don't go this way.",
    reading: `sum(increase(${cluster("otelcol_exporter_send_failed_spans")}[10m])) + sum(increase(${cluster("otelcol_exporter_send_failed_metric_points")}[10m]))`,
    unit: "count",
    comparison: ">",
    threshold: 100,
    formula: "a batch or two may fail",
    lastsSeconds: 900,
    because: "it tries again for minutes",
    proof: {
      everySeconds: 60,
      atSeconds: 2400,
      fires: {
        otelcol_exporter_send_failed_spans: "0+100x60",
        otelcol_exporter_send_failed_metric_points: "0x60",
      },
      quiet: { otelcol_exporter_send_failed_spans: "0x5 90x60", otelcol_exporter_send_failed_metric_points: "0x60" },
    },
  },
  {
    ...kube,
    id: "logs-lost",
    component: "alerting",
    dashboard: "logs",
    severity: "ticket",
    says: "Fluent Bit of %region% drops log lines on their way to {{ $labels.name }}",
    first:
      "Its own log: permission, throttling, or an index that refuses a field? Files on the nodes keep them for a while.",
    reading: `sum by (name) (increase(${cluster("fluentbit_output_dropped_records_total")}[10m]))`,
    unit: "count",
    comparison: ">",
    threshold: 0,
    formula: "none is dropped before its retries are used up",
    lastsSeconds: 300,
    because: "they are counted when given up",
    proof: {
      everySeconds: 60,
      atSeconds: 1200,
      fires: { 'fluentbit_output_dropped_records_total{name="opensearch"}': "0+5x30" },
      quiet: { 'fluentbit_output_dropped_records_total{name="opensearch"}': "5x30" },
      labels: { name: "opensearch" },
    },
  },
];

const STORE_ALERTS: readonly Alert[] = [
  {
    ...stores,
    id: "queue-age",
    component: "queues",
    owner: "platform",
    severity: "ticket",
    when: ({ data }) => data.queues.kind === "sqs",
    says: "Tasks wait too long in %region%",
    first: "Do workers scale (KEDA reads this queue)? Do they get capacity, or do they fail and put tasks back?",
    reading: ({ name }) =>
      `max(${cloudWatch("aws_sqs_approximate_age_of_oldest_message_maximum")}{dimension_QueueName="${name}-tasks"})`,
    unit: "seconds",
    comparison: ">",
    threshold: ({ data }) => (data.queues.kind === "sqs" ? 2 * data.queues.visibilitySeconds : 600),
    formula: "twice the visibility: a task that one worker lost has by then been given to another",
    lastsSeconds: 300,
    because: "as CloudWatch's own alarm",
    proof: ({ name, data }) => {
      const age = data.queues.kind === "sqs" ? data.queues.visibilitySeconds : 300;
      const series = `aws_sqs_approximate_age_of_oldest_message_maximum{dimension_QueueName="${name}-tasks"}`;
      return {
        everySeconds: 60,
        atSeconds: 900,
        fires: { [series]: `${3 * age}x30` },
        quiet: { [series]: `${age}x30` },
      };
    },
  },
  {
    ...stores,
    id: "queue-dead",
    component: "queues",
    owner: "platform",
    severity: "ticket",
    when: ({ data }) => data.queues.kind === "sqs",
    says: "Tasks of %region% failed so often that they were set aside",
    first: "Read one (the console shows its body): a broken task, or a broken worker? Then redrive.",
    reading: ({ name }) =>
      `max(${cloudWatch("aws_sqs_approximate_number_of_messages_visible_maximum")}{dimension_QueueName="${name}-tasks-dead"})`,
    unit: "count",
    comparison: ">",
    threshold: 0,
    formula: "any: none comes back by itself",
    lastsSeconds: 60,
    because: "they stay",
    proof: ({ name }) => {
      const series = `aws_sqs_approximate_number_of_messages_visible_maximum{dimension_QueueName="${name}-tasks-dead"}`;
      const work = `aws_sqs_approximate_number_of_messages_visible_maximum{dimension_QueueName="${name}-tasks"}`;
      return { everySeconds: 60, atSeconds: 300, fires: { [series]: "0x1 2x30" }, quiet: { [work]: "50x30" } };
    },
  },
  {
    ...stores,
    id: "backup-none",
    component: "backups",
    owner: "safety",
    severity: "ticket",
    says: "Not one backup was finished in %region% in a day",
    first: "AWS Backup's jobs of the last day: failed, never begun, or nothing with the tag `importance`?",
    reading: `sum(sum_over_time(${cloudWatch("aws_backup_number_of_backup_jobs_completed_sum")}[26h:1h]))`,
    unit: "count",
    comparison: "<",
    threshold: 1,
    formula: "the rarest plan saves daily; two hours for its window",
    lastsSeconds: 3600,
    because: "AWS publishes hourly",
    proof: {
      everySeconds: 300,
      atSeconds: 3 * 3600,
      fires: { aws_backup_number_of_backup_jobs_completed_sum: "0x40" },
      quiet: { aws_backup_number_of_backup_jobs_completed_sum: "0x5 3x12 0x40" },
    },
  },
  {
    ...stores,
    id: "database-lag",
    component: "database",
    severity: "page",
    when: ({ data }) => data.relational.kind === "rds",
    says: "A replica is so far behind that a loss of the region would cost more than allowed",
    first: "Writes in bulk at the writer? A long query on the replica? The link between the regions?",
    reading: `max(${cloudWatch("aws_rds_replica_lag_maximum")})`,
    unit: "seconds",
    comparison: ">",
    threshold: ({ objectives }) => objectives.rpoSeconds,
    formula: "the blueprint's RPO",
    lastsSeconds: 180,
    because: "as CloudWatch's own alarm",
    proof: ({ objectives }) => ({
      everySeconds: 60,
      atSeconds: 600,
      fires: { aws_rds_replica_lag_maximum: `${objectives.rpoSeconds + 5}x30` },
      quiet: { aws_rds_replica_lag_maximum: `${objectives.rpoSeconds - 1}x30` },
    }),
  },
  {
    ...stores,
    id: "database-global-lag",
    component: "database",
    severity: "page",
    when: ({ data }) => data.relational.kind === "aurora-global",
    says: "Aurora's other region is so far behind that its loss would cost more than allowed",
    first: "AWS Health of both regions; then the writer's volume of writes.",
    reading: `max(${cloudWatch("aws_rds_aurora_global_dbreplication_lag_maximum")})`,
    unit: "milliseconds",
    comparison: ">",
    threshold: ({ objectives }) => objectives.rpoSeconds * 1_000,
    formula: "the blueprint's RPO; usual is below a second",
    lastsSeconds: 180,
    because: "as CloudWatch's own alarm",
    proof: ({ objectives }) => ({
      everySeconds: 60,
      atSeconds: 600,
      fires: { aws_rds_aurora_global_dbreplication_lag_maximum: `${objectives.rpoSeconds * 1_000 + 5}x30` },
      quiet: { aws_rds_aurora_global_dbreplication_lag_maximum: `${objectives.rpoSeconds * 1_000 - 5}x30` },
    }),
  },
  {
    ...kube,
    id: "exporter-silent",
    component: "alerting",
    severity: "ticket",
    says: "CloudWatch's metrics don't reach Prometheus in %region%",
    first: "YACE's log: permission, throttling, or the pod itself? CloudWatch's own alarms ring without it.",
    reading: `absent(${cloudWatch("aws_rds_cpuutilization_average")})`,
    unit: "yes or no",
    comparison: "==",
    threshold: 1,
    formula: "each platform has a database, and its processor is always measured",
    lastsSeconds: 1800,
    because: "CloudWatch is minutes late by itself",
    proof: {
      everySeconds: 60,
      atSeconds: 2400,
      fires: {},
      quiet: { 'aws_rds_cpuutilization_average{dimension_DBInstanceIdentifier="x"}': "5x60" },
    },
  },
];

export const PLATFORM_ALERTS: readonly Alert[] = [...KUBE_ALERTS, ...WATCHING_ALERTS, ...STORE_ALERTS];
