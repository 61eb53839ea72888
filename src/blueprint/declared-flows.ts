// The declared flows of one platform: the table of flows.ts, filled in from what the platform has and what its workloads
// may touch.
import type { FilledBlueprint } from "./blueprint.ts";
import type { Actor, Flow } from "./flows.ts";
import { PORTS } from "./workload-table.ts";
import type { Workload } from "./workloads.ts";

const tcp = (from: Actor, to: Actor, port: number, why: string): Flow => ({
  from,
  to,
  protocol: "tcp",
  ports: [port, port],
  why,
});
const udp = (from: Actor, to: Actor, port: number, why: string): Flow => ({
  from,
  to,
  protocol: "udp",
  ports: [port, port],
  why,
});

export function flowsOf(blueprint: FilledBlueprint, workloads: readonly Workload[]): Flow[] {
  return [
    ...arriving(blueprint, workloads),
    ...inside(blueprint),
    ...stores(blueprint, workloads),
    ...away(blueprint, workloads),
  ];
}

function arriving(blueprint: FilledBlueprint, workloads: readonly Workload[]): Flow[] {
  const cdn = blueprint.edge.cdn.kind;
  const before: Actor = cdn === "cloudfront" ? "cloudfront" : cdn === "external" ? "external-cdn" : "internet";
  const entering: Flow[] = [
    ...(before === "internet"
      ? []
      : [tcp("internet", before, 443, "Clients reach the platform through the content delivery network.")]),
    tcp(before, "alb", 443, "The load balancer admits nobody but what stands before it."),
    ...(before === "internet"
      ? [tcp("internet", "alb", 80, "Plain HTTP is sent on to HTTPS.")]
      : [tcp("route53-checkers", "alb", 443, "Health checks of `/healthz/active` decide where DNS points.")]),
  ];
  const nginx = blueprint.webTier.kind === "nginx";
  const gateway: Actor = nginx ? "internal-alb" : "alb";
  if (nginx) {
    entering.push(tcp("alb", "nginx", 443, "Nginx serves static files, limits rates and rewrites paths."));
    entering.push(tcp("nginx", "internal-alb", 443, "Dynamic requests go on to the cluster."));
    entering.push(tcp("nginx", "s3", 443, "Static files and packages."));
    entering.push(
      tcp("nginx", ...services(blueprint), 443, "Its configuration, logs, and people's sessions through SSM."),
    );
  }
  for (const workload of workloads.filter(({ entrances }) => entrances.length > 0)) {
    const port = workload.ports.find(({ name }) => name === "http")?.port;
    if (port) entering.push(tcp(gateway, "nodes", port, `Requests and health checks for ${workload.name}.`));
  }
  return entering;
}

/** Who answers for AWS's own services: private endpoints, or the internet where the blueprint has none. */
const services = (blueprint: FilledBlueprint): [to: Actor] => [
  blueprint.network.interfaceEndpoints === "needed" ? "endpoints" : "internet",
];

function inside(blueprint: FilledBlueprint): Flow[] {
  return [
    {
      from: "nodes",
      to: "nodes",
      protocol: "tcp",
      ports: [1024, 65535],
      why: "Pods on different nodes. A node's group can't tell its pods apart: which of them may speak is the network policies' to say.",
    },
    tcp("nodes", "nodes", 53, "Names inside the cluster."),
    udp("nodes", "nodes", 53, "Names inside the cluster."),
    tcp("nodes", "nodes", 443, "Add-ons serve their own interfaces inside the cluster."),
    tcp("nodes", "control-plane", 443, "Nodes and controllers talk to the cluster's API."),
    tcp("control-plane", "nodes", 10250, "Logs, exec and port forwards of the kubelets."),
    // 15017 is Istio's, which runs the inner gateway in every cluster.
    ...[443, 4443, 6443, 8443, 9443, 10251, 15017].map((port) =>
      tcp("control-plane", "nodes", port, "Admission webhooks and the metrics API."),
    ),
    tcp("nodes", "s3", 443, "The lake, images' layers and packages."),
    tcp("nodes", "dynamodb", 443, "The register of who may write, and global tables."),
    ...(blueprint.network.interfaceEndpoints === "needed"
      ? [tcp("nodes", "endpoints", 443, "AWS's own services, without the internet.")]
      : []),
    tcp("nodes", "internet", 443, "Images' mirrors, webhooks and the pager, through the NAT gateway."),
    ...(blueprint.delivery.clusterBootstrap === "codebuild"
      ? [
          tcp("build", "control-plane", 443, "The bootstrap of the cluster, whose endpoint is private."),
          tcp("build", "s3", 443, "Images' layers, and what it keeps between runs."),
          tcp("build", ...services(blueprint), 443, "Its source, its logs and its images."),
          tcp("build", "internet", 443, "The repository of manifests, through the NAT gateway."),
        ]
      : []),
    tcp("operator-host", "control-plane", 443, "People's kubectl: the clusters' endpoints are private."),
    tcp("operator-host", "database", 5432, "A person looks into the catalogue, in a recorded session."),
    tcp("operator-host", "s3", 443, "Its packages."),
    tcp("operator-host", ...services(blueprint), 443, "Sessions come by SSM; nobody connects to it."),
  ];
}

function stores(blueprint: FilledBlueprint, workloads: readonly Workload[]): Flow[] {
  const { data } = blueprint;
  const proxied = data.pooling.kind === "rds-proxy";
  const touches = (to: string) =>
    workloads.filter((one) => one.access.some((access) => access.to === to)).map(({ name }) => name);
  const named = (to: string) => touches(to).join(", ");
  const found: Flow[] = [
    tcp("nodes", "database", 5432, `The catalogue: ${named("database")}; migrations and maintenance go past any pool.`),
  ];
  if (proxied) {
    found.push(tcp("nodes", "database-proxy", 5432, `The catalogue, through the proxy: ${named("database")}.`));
    found.push(tcp("database-proxy", "database", 5432, "The proxy's own connections."));
  }
  if (data.cache.kind === "redis") found.push(tcp("nodes", "cache", 6379, `The cache: ${named("cache")}.`));
  if (data.stream.kind === "msk") {
    found.push(tcp("nodes", "brokers", 9098, `The log of events, by TLS and IAM: ${named("topic")}.`));
    found.push(tcp("nodes", "brokers", 11001, "Metrics of the brokers."));
    found.push(tcp("nodes", "brokers", 11002, "Metrics of the brokers' machines."));
  }
  if (data.search.kind === "opensearch") found.push(tcp("nodes", "search", 443, "Logs go in, and Grafana reads them."));
  return found;
}

function away(blueprint: FilledBlueprint, workloads: readonly Workload[]): Flow[] {
  const found: Flow[] = [];
  const ports = [PORTS.collector, PORTS.mirror, PORTS.guardian, PORTS.recoverer];
  if (workloads.some((one) => one.access.some(({ to }) => to === "peer"))) {
    for (const port of ports) {
      found.push(
        tcp("nodes", "peer-nodes", port, "The other region's workloads: events of class `pair`, the mirror, fencing."),
      );
      found.push(tcp("peer-nodes", "nodes", port, "The same, from the other region."));
    }
    const watching = "Each region's Prometheus reads of the other's guardian whether it holds the lease.";
    found.push(
      tcp("nodes", "peer-nodes", PORTS.metrics, watching),
      tcp("peer-nodes", "nodes", PORTS.metrics, watching),
    );
    if (blueprint.data.stream.kind === "msk") {
      found.push(
        tcp("nodes", "peer-brokers", 9098, "Events of class `pair` and the mirror, in the other region's log."),
      );
      found.push(tcp("peer-nodes", "brokers", 9098, "The same, from the other region."));
    }
  }
  if (blueprint.onPremises.kind === "connected" && blueprint.onPremises.sqlServer) {
    if (blueprint.network.interfaceEndpoints === "needed")
      found.push(
        tcp("on-premises", "endpoints", 443, "The SQL Server's backups go to S3 by the line, not by the internet."),
      );
    found.push(
      tcp(
        "nodes",
        "on-premises",
        blueprint.onPremises.sqlServer.port,
        "Reference data from the SQL Server on the premises.",
      ),
    );
  }
  return found;
}
