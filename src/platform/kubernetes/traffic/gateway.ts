// The inner gateway: what the load balancer sends for `app.` and `api.` comes here, is decrypted, matched by host and path,
// rewritten where a path has a short form, encrypted again and sent to the console. Routes are Gateway API objects, so what
// implements them can change; today it is Istio (decision 0003), which makes the pods and the Service from the Gateway.
import { Certificate } from "@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate";
import { Gateway } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway";
import { DestinationRule } from "@kubernetes-models/istio/networking.istio.io/v1/DestinationRule";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import type { Workload } from "../../../blueprint/workloads.ts";
import { customManifest, type Manifest, manifest, type Place } from "../../manifest/manifest.ts";
import { yamlText } from "../../manifest/yaml-text.ts";
import { hostsOf, ROUTES, type Route, regionOriginHost } from "../../names/dns.ts";
import { targetGroup } from "../../names/edge.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { CERTIFICATE_ISSUER, INNER_GATEWAY, NAMESPACES, PRIORITY_CLASSES, selectorOf } from "../../names/kubernetes.ts";
import { ISTIO_NAMESPACE } from "../addons/namespaces.ts";
import { balancerRule, DNS_RULE, namespacePeer, podPorts, scrapeRule, tcp, to } from "../policies/network.ts";
import { TARGET_GROUP_BINDING } from "../target-group-binding.ts";
import { GRACE_SECONDS } from "../workloads/pod.ts";
import { DIRECT_ROUTES } from "../workloads/services.ts";
import { type KubernetesSite, servedPort } from "../workloads/site.ts";
import { HOST_KEY, ZONE_KEY } from "../workloads/spread.ts";
import { routeManifests } from "./routes.ts";

const GATEWAY_COMPONENT = "gateway";
const gatewayPlace = (why: string): Place => ({ component: GATEWAY_COMPONENT, wave: 4, why });

/** Requests a second that one proxy of half a processor is given: Istio's own figure is 1,000 at about that cost
 *  (istio.io/latest/docs/ops/deployment/performance-and-scalability, from memory). */
const REQUESTS_PER_PROXY = 1_000;
const PROXY = { cpu: "500m", memory: "256Mi", cpuTargetPercent: 70 } as const;
/** Istiod's port for proxies, and a proxy's own port for metrics. */
const ISTIOD_PORT = 15_012;
const PROXY_METRICS_PORT = 15_020;
const TLS_SECRET = "inner-tls";
const PARAMETERS = "inner-parameters";

/** What answers behind the gateway, on whose port the gateway itself listens: the target groups and the security groups
 *  were made for that one. */
function behindGateway({ platform }: Pick<KubernetesSite, "platform">): { workload: Workload; port: number } {
  const workload = platform.workloads.find(({ entrances }) => entrances.includes("app"));
  const port = workload && servedPort(workload)?.port;
  if (!workload || port === undefined)
    throw new Error(`No workload of ${platform.name} answers app.; name one in src/blueprint/workload-table.ts.`);
  return { workload, port };
}

/** Those that don't go straight to a workload. */
const gatewayRoutes: readonly Route[] = ROUTES.filter((route) => !DIRECT_ROUTES.includes(route));

export function gatewayManifests(site: KubernetesSite): readonly Manifest[] {
  if (!site.region.holds.entry) return [];
  return [
    certificate(site),
    parameters(site),
    gateway(site),
    ...gatewayRoutes.map((route) => binding(site, route)),
    backend(site),
    network(site),
    ...routeManifests(site),
  ];
}

const metadata = (name: string) => ({ name, namespace: NAMESPACES.gateway });

const certificate = ({ platform, region }: KubernetesSite): Manifest =>
  manifest(
    gatewayPlace("What the gateway shows the load balancer, and by whose authority it knows what stands behind it."),
    new Certificate({
      metadata: metadata(INNER_GATEWAY.name),
      spec: {
        secretName: TLS_SECRET,
        duration: "2160h",
        renewBefore: "720h",
        privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
        usages: ["server auth", "digital signature"],
        dnsNames: [
          `${INNER_GATEWAY.service}.${NAMESPACES.gateway}.svc`,
          regionOriginHost(platform, region.name),
          ...hostsOf(platform, ...gatewayRoutes),
        ],
        issuerRef: { group: "cert-manager.io", kind: "ClusterIssuer", name: CERTIFICATE_ISSUER },
      },
    }),
  );

const gateway = (site: KubernetesSite): Manifest =>
  manifest(
    gatewayPlace("Where the load balancer's requests for the console and the API arrive."),
    new Gateway({
      metadata: {
        ...metadata(INNER_GATEWAY.name),
        // The load balancer is Terraform's; without this the Service would ask AWS for one of its own.
        annotations: { "networking.istio.io/service-type": "ClusterIP" },
      },
      spec: {
        gatewayClassName: INNER_GATEWAY.className,
        infrastructure: { parametersRef: { group: "", kind: "ConfigMap", name: PARAMETERS } },
        listeners: [
          {
            name: "https",
            port: behindGateway(site).port,
            protocol: "HTTPS",
            // No host here: the load balancer names none when it connects, and the routes look at each request's.
            tls: { mode: "Terminate", certificateRefs: [{ kind: "Secret", name: TLS_SECRET }] },
            allowedRoutes: {
              namespaces: {
                from: "Selector",
                selector: { matchLabels: { "kubernetes.io/metadata.name": WORKLOAD_NAMESPACE } },
              },
            },
          },
        ],
      },
    }),
  );

/** What istiod lays over the objects that it makes for the gateway. */
function parameters({ platform }: KubernetesSite): Manifest {
  const labels = { ...INNER_GATEWAY.podLabels };
  const least = Math.max(
    platform.cluster.replicasMin,
    Math.ceil(platform.objectives.plannedRequestsPerSecond / REQUESTS_PER_PROXY),
  );
  const spread = (topologyKey: string, whenUnsatisfiable: string) => ({
    topologyKey,
    whenUnsatisfiable,
    maxSkew: 1,
    nodeTaintsPolicy: "Honor",
    labelSelector: { matchLabels: labels },
  });
  const overlays = {
    deployment: {
      spec: {
        strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        template: {
          spec: {
            priorityClassName: PRIORITY_CLASSES[1].name,
            // As the workloads: long enough for the load balancer to forget a leaving proxy.
            terminationGracePeriodSeconds: GRACE_SECONDS,
            securityContext: { seccompProfile: { type: "RuntimeDefault" } },
            topologySpreadConstraints: [spread(ZONE_KEY, "DoNotSchedule"), spread(HOST_KEY, "ScheduleAnyway")],
            containers: [
              {
                name: "istio-proxy",
                resources: {
                  requests: { cpu: PROXY.cpu, memory: PROXY.memory },
                  limits: { memory: PROXY.memory },
                },
              },
            ],
          },
        },
      },
    },
    horizontalPodAutoscaler: {
      spec: {
        minReplicas: least,
        maxReplicas: least * 3,
        metrics: [
          {
            type: "Resource",
            resource: { name: "cpu", target: { type: "Utilization", averageUtilization: PROXY.cpuTargetPercent } },
          },
        ],
      },
    },
    ...(least > 1
      ? { podDisruptionBudget: { spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow" } } }
      : {}),
  };
  return manifest(
    gatewayPlace("How many proxies there are, where they stand and what they get."),
    new ConfigMap({
      metadata: metadata(PARAMETERS),
      data: Object.fromEntries(Object.entries(overlays).map(([key, overlay]) => [key, yamlText(overlay)])),
    }),
  );
}

const binding = ({ platform }: KubernetesSite, route: Route): Manifest =>
  customManifest(
    gatewayPlace(`Puts the gateway's proxies into the target group that Terraform made for ${route}.`),
    TARGET_GROUP_BINDING,
    {
      metadata: metadata(targetGroup(platform, route)),
      spec: {
        targetGroupName: targetGroup(platform, route),
        targetType: "ip",
        serviceRef: { name: INNER_GATEWAY.service, port: behindGateway({ platform }).port },
      },
    },
  );

/** The proxies speak TLS to the pods and know them by the region's authority, whose certificate came with their own. */
function backend(site: KubernetesSite): Manifest {
  const { workload } = behindGateway(site);
  const host = `${workload.name}.${WORKLOAD_NAMESPACE}.svc.cluster.local`;
  return manifest(
    gatewayPlace(`The proxies speak TLS to ${workload.name}, and believe only the region's own authority.`),
    new DestinationRule({
      metadata: metadata(workload.name),
      spec: {
        host,
        exportTo: ["."],
        trafficPolicy: {
          tls: { mode: "SIMPLE", credentialName: TLS_SECRET, sni: host, subjectAltNames: [host] },
          connectionPool: { http: { idleTimeout: "60s" } },
        },
      },
    }),
  );
}

function network(site: KubernetesSite): Manifest {
  const { workload, port } = behindGateway(site);
  const callee = namespacePeer(WORKLOAD_NAMESPACE, selectorOf(workload));
  return manifest(
    gatewayPlace("The load balancer comes in, the console is gone to, Istio's control plane is heard: nothing else."),
    new NetworkPolicy({
      metadata: metadata(INNER_GATEWAY.name),
      spec: {
        podSelector: { matchLabels: { ...INNER_GATEWAY.podLabels } },
        policyTypes: ["Ingress", "Egress"],
        ingress: [balancerRule(site, port), scrapeRule(PROXY_METRICS_PORT)],
        egress: [
          DNS_RULE,
          to([callee], podPorts(site.platform, port)),
          to([namespacePeer(ISTIO_NAMESPACE, { app: "istiod" })], tcp(ISTIOD_PORT)),
        ],
      },
    }),
  );
}
