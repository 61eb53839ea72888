// What usually lies behind an alarm or an alert, and when it is no longer one person's business. One row per sign; a sign that has
// no row fails a test, and so does a row whose sign is gone.

export type Sign = {
  /** Likely causes, the likeliest first. */
  readonly causes: readonly [string, ...string[]];
  readonly escalate: string;
};

const data = "It isn't better within half an hour, or clients notice: the owner of the data stores.";
const platform = "It isn't better within half an hour, or pods that answer clients are hit: the platform team.";
const commander = "At once: the incident commander.";
const morning = "Not at night; the team that answers for it, in the morning.";

export const SIGNS: Readonly<Record<string, Sign>> = {
  // The way in.
  "entry-errors": {
    causes: [
      "a release: its canary was too small to see it",
      "the database or the lease: all entrances fail alike",
      "one workload: only its target group fails",
    ],
    escalate: commander,
  },
  "entry-slow": {
    causes: [
      "pods at their processors' limit while nodes are awaited",
      "a slow statement in the database",
      "a cold cache after a release or a fail-over",
    ],
    escalate: platform,
  },
  "entry-refuses": {
    causes: [
      "a flood that the firewall's rate rules don't see yet",
      "real growth beyond what the load balancer had reserved",
    ],
    escalate: "If it is an attack: the security contact and AWS support.",
  },
  "entry-targets-gone": {
    causes: [
      "pods that aren't ready, all of them: a bad release or a missing secret",
      "the TargetGroupBinding or its controller",
      "health checks that the security group doesn't let through",
    ],
    escalate: commander,
  },
  "entry-targets-sick": {
    causes: ["a rollout that hangs", "one zone's nodes", "a pod without memory"],
    escalate: platform,
  },
  "entry-target-errors": {
    causes: ["the newest release of that workload", "its store: the database, the brokers, the query's bucket"],
    escalate: platform,
  },
  "nginx-busy": {
    causes: [
      "more traffic than the group may grow to",
      "a rule that costs more than it should after a change of the configuration",
    ],
    escalate: platform,
  },
  "nginx-few": {
    causes: [
      "AWS refuses capacity for the instance type",
      "instances fail their boot: the configuration's object or the image",
    ],
    escalate: platform,
  },
  "nat-ports": {
    causes: ["many short connections to one address outside", "a service without an endpoint of its own"],
    escalate: platform,
  },
  "nat-drops": {
    causes: ["trouble of AWS in that zone"],
    escalate: "AWS support, if the health dashboard says nothing.",
  },
  "health-check": {
    causes: [
      "a region that isn't active (then it is meant so)",
      "its load balancer or firewall turns the checkers away",
      "the region itself",
    ],
    escalate: commander,
  },
  "active-regions": {
    causes: [
      "a fail-over under way: look again in a minute",
      "fewer than two voters",
      "automatic fail-over paused",
      "both active: a broken promise of the lease",
    ],
    escalate: commander,
  },
  "cdn-errors": {
    causes: ["the origin's name or certificate", "the region that DNS prefers", "a behaviour that was changed"],
    escalate: commander,
  },
  "certificate-old": {
    causes: ["a validation record that somebody deleted", "a name in the zone that no longer points to AWS"],
    escalate: morning,
  },
  // The clusters.
  "nodes-failed": { causes: ["a full disk or no memory", "AWS is taking the machine back"], escalate: platform },
  "cluster-silent": {
    causes: ["the metrics agent, not the cluster: entrances still answer", "a zone is gone", "the control plane"],
    escalate: commander,
  },
  "alerting-silent": {
    causes: ["Prometheus out of memory or disk", "Alertmanager may not publish", "the cluster is gone: cluster-silent"],
    escalate: platform,
  },
  "nodes-busy": {
    causes: ["Karpenter at its limits", "AWS refuses capacity", "requests smaller than what pods use"],
    escalate: platform,
  },
  "nodes-memory": { causes: ["one workload that grew", "requests smaller than what pods use"], escalate: platform },
  "nodes-disk": {
    causes: ["logs that aren't rotated", "images of many releases", "a pod that writes to its empty directory"],
    escalate: platform,
  },
  "pods-restart": {
    causes: [
      "a release that can't start",
      "memory: the last state says OOMKilled",
      "a secret or a store that isn't there",
    ],
    escalate: platform,
  },
  "log-errors": {
    causes: ["a store that answers slowly or not at all", "a release", "one client that sends what nobody sent before"],
    escalate: platform,
  },
  "workload-silent": {
    causes: [
      "no pod is ready: a release, a secret, a policy that refused it",
      "Prometheus can't reach them: a network policy",
    ],
    escalate: commander,
  },
  "workload-unheard": {
    causes: ["the same, of a workload that nobody waits for", "its queue or its log is away"],
    escalate: platform,
  },
  "pods-crash": {
    causes: ["a release", "memory", "a configuration that it refuses: its first line says so"],
    escalate: platform,
  },
  "replicas-missing": {
    causes: ["no node for it", "spread over zones that can't be met while one is gone", "a quota of the namespace"],
    escalate: platform,
  },
  "autoscaler-at-end": { causes: ["real load beyond the plan", "slow answers that keep pods busy"], escalate: morning },
  "disruption-blocked": {
    causes: ["a pod that isn't ready keeps its budget used up", "a budget larger than its replicas"],
    escalate: morning,
  },
  "node-not-ready": { causes: ["the machine", "its disk or memory", "the zone's network"], escalate: platform },
  "volume-full": {
    causes: ["the lake writer stands, so the log keeps everything", "more events than the volume was made for"],
    escalate: "Before it is full: the platform team. A full log takes no events.",
  },
  "job-failed": { causes: ["what it asks wasn't there at that moment", "a permission"], escalate: morning },
  "certificate-not-renewed": {
    causes: ["the region's authority or its secret", "cert-manager itself"],
    escalate: "A day before the end: the platform team, at any hour.",
  },
  "certificate-short": {
    causes: ["cert-manager didn't renew it", "the process didn't read the new one"],
    escalate: morning,
  },
  "certificate-ends": { causes: ["the same, and nobody looked for weeks"], escalate: platform },
  "secret-not-copied": {
    causes: ["nobody filled it in, in this region", "the role of External Secrets", "Secrets Manager's copy lags"],
    escalate: platform,
  },
  "delivery-stuck": {
    causes: ["a policy refused an object", "somebody changed it by hand", "Git or the registry isn't reachable"],
    escalate: morning,
  },
  "process-restarts": {
    causes: ["memory", "a probe that is too strict under load", "an error at start"],
    escalate: platform,
  },
  "process-saturated": {
    causes: ["load", "one expensive question or event", "a guardian on a busy node: its lease is at risk"],
    escalate: platform,
  },
  // Stores.
  "database-cpu": {
    causes: ["a statement whose plan changed", "a missing index after a release", "a job at a bad hour"],
    escalate: data,
  },
  "database-connections": {
    causes: ["pods that scaled without the pool", "transactions that were left open"],
    escalate: data,
  },
  "database-memory": { causes: ["too many connections", "sorts in memory of many statements at once"], escalate: data },
  "database-credits": { causes: ["its normal load is more than its class gives"], escalate: morning },
  "database-storage": {
    causes: ["WAL kept for a replica that is away", "a table that nobody trims", "storage that may not grow further"],
    escalate: "Below a tenth: at any hour; a full database takes no writes.",
  },
  "database-iops": {
    causes: ["the working set no longer fits in memory", "a job that rewrites a table"],
    escalate: data,
  },
  "database-lag": {
    causes: ["writes in bulk", "a long query at the replica", "the link between the regions"],
    escalate: "Beyond the objective the active region refuses writes: the incident commander.",
  },
  "database-global-lag": {
    causes: ["writes in bulk", "trouble of AWS between the regions"],
    escalate: "Beyond the objective the active region refuses writes: the incident commander.",
  },
  "database-proxy-waits": {
    causes: ["sessions pinned by a client that sets state", "too small a share of connections"],
    escalate: data,
  },
  "cache-cpu": { causes: ["one expensive command", "all traffic on one key"], escalate: data },
  "cache-memory": { causes: ["keys without a time to live", "growth"], escalate: data },
  "cache-evictions": { causes: ["too small a node", "a time to live longer than needed"], escalate: morning },
  "queue-evictions": {
    causes: ["the parameter group: it must evict nothing", "memory"],
    escalate: "At once: tasks are lost. The owner of the data stores.",
  },
  "cache-hits": { causes: ["a release that changed the keys", "a fail-over that was never warmed"], escalate: morning },
  "brokers-controller": { causes: ["AWS's maintenance by turns", "a broker that is gone"], escalate: data },
  "brokers-offline": { causes: ["two brokers away at once", "a full disk"], escalate: commander },
  "brokers-under-replicated": { causes: ["one broker: disk, processor, zone"], escalate: data },
  "brokers-disk": {
    causes: ["retention longer than the disk", "more events than planned"],
    escalate: "Below a tenth: at any hour; a full broker takes no events.",
  },
  "brokers-cpu": { causes: ["leaders unevenly spread", "too small a type"], escalate: morning },
  "brokers-throughput": { causes: ["growth", "a consumer that reads everything again"], escalate: morning },
  "queue-age": {
    causes: ["workers don't scale", "workers fail and put tasks back", "no capacity on spot"],
    escalate: platform,
  },
  "queue-dead": {
    causes: ["a task that can't succeed", "a release of the worker", "what the task needs was away for too long"],
    escalate: morning,
  },
  "table-throttled": { causes: ["one hot item", "somebody reads the whole table"], escalate: data },
  "table-lag": { causes: ["trouble of AWS between the regions"], escalate: data },
  "search-red": { causes: ["a node that is gone", "a full disk"], escalate: morning },
  "search-full": { causes: ["more logs than planned", "a policy that doesn't delete old days"], escalate: morning },
  "search-memory": { causes: ["too many shards", "one heavy search"], escalate: morning },
  "bucket-copies-fail": {
    causes: ["the copying role's permission", "a key that was disabled"],
    escalate: "Within the day: what isn't copied is lost with its region.",
  },
  "bucket-copies-late": { causes: ["a mass of new objects", "trouble of AWS between the regions"], escalate: data },
  // Recovery.
  "region-ill": {
    causes: ["a release that reached one region", "one of its stores", "AWS in that region"],
    escalate: commander,
  },
  "region-lost": {
    causes: ["the region", "the link between the two: the witness then still sees both", "the watcher itself"],
    escalate: commander,
  },
  "region-lost-lately": {
    causes: ["a loss within the last half hour"],
    escalate: "Nobody: it only keeps others quiet.",
  },
  "active-none": {
    causes: [
      "a fail-over under way",
      "fewer than two voters",
      "a mark `solo` that a person has to decide about",
      "automatic fail-over paused",
    ],
    escalate: commander,
  },
  "active-two": { causes: ["a broken promise of the lease: no known cause is allowed"], escalate: commander },
  "active-lost": {
    causes: ["no region is active", "DNS or the delivery network, while a region is", "the canary itself"],
    escalate: commander,
  },
  "lease-flaps": {
    causes: ["a slow disk or a busy node under a guardian", "a link that comes and goes"],
    escalate: commander,
  },
  "lease-lapsed": {
    causes: ["two voters didn't answer within the lease", "the guardian stood still: memory, disk, processor"],
    escalate: platform,
  },
  "voters-few": {
    causes: ["the voter's region or its DynamoDB", "the guardian's permission", "the link"],
    escalate: "After an hour: the platform team. The next loss would stop writes.",
  },
  "voter-abstains": {
    causes: ["its item was deleted or restored", "its table was made anew"],
    escalate: "Within the hour: the platform team.",
  },
  "recovery-waits": { causes: ["it asks before something may be lost"], escalate: commander },
  "recovery-late": {
    causes: ["the promotion by AWS", "no capacity", "a step that waits for a store"],
    escalate: commander,
  },
  "recovery-manual": { causes: ["somebody paused it for work and forgot", "the work goes on"], escalate: morning },
  "recoverability-fails": {
    causes: ["the standby is behind", "too few pods there", "a voter is away"],
    escalate: platform,
  },
  "relational-lag": {
    causes: ["the replica", "the link between the regions", "writes in bulk"],
    escalate: "Beyond the objective the active region refuses writes: the incident commander.",
  },
  "relational-down": {
    causes: ["the database itself: its events", "its password after a rotation", "a network policy"],
    escalate: commander,
  },
  solo: {
    causes: ["the standby is away", "it is being rebuilt after a fail-over"],
    escalate: "After a day: the platform team. A loss now would lose changes.",
  },
  "watchdog-stopped": { causes: ["the guardian didn't renew in time"], escalate: platform },
  "writes-unknown": { causes: ["a slow voter", "a guardian that stands still"], escalate: platform },
  "mirror-late": { causes: ["the mirror's processor or disk", "the link's bandwidth"], escalate: data },
  "mirror-deaf": { causes: ["the mirror", "the collector there", "the peering of the networks"], escalate: data },
  "mirror-hole": { causes: ["the other region's log was released or lost before it was copied"], escalate: commander },
  "events-at-risk": { causes: ["the mirror", "the other region is away"], escalate: data },
  "tail-unread": {
    causes: ["a fail-over whose lost region has come back"],
    escalate: "Within days: the owners of the projects named in the list.",
  },
  "drill-old": { causes: ["nobody ran one", "the last one failed"], escalate: morning },
  // Events, the lake, answers.
  "ingest-closed": { causes: ["the log's disk: full, read-only, slow", "the brokers"], escalate: commander },
  "log-slow": { causes: ["the disk's credits", "a neighbour on the node"], escalate: platform },
  "rate-limited": {
    causes: ["a client's new release", "a quota that is too small for a project that grew"],
    escalate: morning,
  },
  "keys-old": { causes: ["collectors don't reach the catalogue", "the console"], escalate: platform },
  "lake-late": { causes: ["the lake writer", "its bucket or key"], escalate: platform },
  "lake-fails": {
    causes: ["a permission on bucket or key", "a full disk", "a record that it can't take"],
    escalate: platform,
  },
  "lake-set-aside": { causes: ["a field of a kind that nobody sent before"], escalate: morning },
  "lake-damaged": { causes: ["a disk or a hand: objects are never changed by the program"], escalate: commander },
  "query-queue": {
    causes: ["a panel that reloads too often", "one heavy question", "too few replicas"],
    escalate: platform,
  },
  "answers-stale": { causes: ["the lake writer of a region", "the mirror between them"], escalate: platform },
  "ingest-availability": {
    causes: ["a release of the collector", "its log or the brokers", "a client whose requests are refused"],
    escalate: commander,
  },
  "api-availability": {
    causes: ["a release of the console or the query", "the database", "the lease"],
    escalate: commander,
  },
  "ingest-latency": {
    causes: ["the disk under the log", "the other region, for events of class pair"],
    escalate: platform,
  },
  "query-latency": { causes: ["cold caches", "pods at their limit", "one heavy question"], escalate: platform },
  freshness: {
    causes: ["the lake writer", "the mirror", "a lost region: its events are late, not lost"],
    escalate: platform,
  },
  // What watches and saves.
  "canary-failed": { causes: ["the region", "the way to it", "the canary's own role or code"], escalate: commander },
  "backup-none": {
    causes: ["no store carries the tag", "the type isn't opted in", "jobs fail: the event backup-failed says why"],
    escalate: "Within the day: the platform team.",
  },
  "pager-undelivered": {
    causes: ["an empty or wrong routing key", "PagerDuty itself"],
    escalate: "At once, by telephone: pages aren't getting through.",
  },
  "pager-errors": {
    causes: ["the secret", "PagerDuty itself"],
    escalate: "At once, by telephone: pages may not get through.",
  },
  "trail-page": {
    causes: ["somebody used root on purpose: ask", "a break-in"],
    escalate: "At once: the security contact.",
  },
  "trail-ticket": {
    causes: ["a person's or a tool's refused calls", "a change that wasn't announced"],
    escalate: "If nobody knows of it: the security contact.",
  },
  watchdog: { causes: ["alerting lives"], escalate: "Nobody. When it stops, CloudWatch rings." },
  "alerts-undelivered": {
    causes: ["the routing key", "the way out of the network", "PagerDuty itself"],
    escalate: "At once, by telephone: pages aren't getting through.",
  },
  "rules-fail": {
    causes: ["a rule that reached the cluster past its test", "memory of Prometheus"],
    escalate: platform,
  },
  "telemetry-lost": { causes: ["a permission", "throttling by AWS"], escalate: morning },
  "logs-lost": { causes: ["throttling", "an index that refuses a field"], escalate: morning },
  "exporter-silent": { causes: ["its role", "throttling", "the pod"], escalate: morning },
};

/** An objective's four speeds are one matter. */
const SPEED = /-(fast|steady|slow|creeping)$/;
export const signKey = (id: string): string => (id in SIGNS ? id : id.replace(SPEED, ""));
