// Which request of the gateway's goes to which workload, and under which path.
import { HTTPRoute } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute";
import type { IHTTPRouteMatch } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRouteMatch";
import type { IHTTPRouteRule } from "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRouteRule";
import { API_VERSION } from "../../../core/entrance.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { HEALTH, hostsOf, type Route } from "../../names/dns.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { INNER_GATEWAY } from "../../names/kubernetes.ts";
import { type KubernetesSite, servedPort } from "../workloads/site.ts";

/** Longer than the longest question may take, shorter than the load balancer's own patience. */
const REQUEST_TIMEOUT = "35s";
const HEALTH_TIMEOUT = "5s";

const prefix = (value: string): IHTTPRouteMatch => ({ path: { type: "PathPrefix", value } });
const exact = (value: string): IHTTPRouteMatch => ({ path: { type: "Exact", value } });
const rewrite = (replacePrefixMatch: string): Pick<IHTTPRouteRule, "filters"> => ({
  filters: [{ type: "URLRewrite", urlRewrite: { path: { type: "ReplacePrefixMatch", replacePrefixMatch } } }],
});

type Row = {
  readonly name: string;
  readonly why: string;
  /** None: whatever host is asked for. */
  readonly hosts: (site: KubernetesSite) => readonly string[];
  readonly rules: readonly Omit<IHTTPRouteRule, "backendRefs">[];
};

const HEALTH_RULE = {
  matches: [exact(HEALTH.accepting.path), exact(HEALTH.active.path)],
  timeouts: { request: HEALTH_TIMEOUT },
} as const satisfies Row["rules"][number];

/** The longest prefix wins, whichever order they stand in. Paths that processes keep for each other never get here: the load
 *  balancer, or Nginx before it, answers 404. */
const ROWS: readonly Row[] = [
  {
    name: "health",
    why: "The load balancer asks each target by its address, and Route 53 each region by its own name: whatever the host, the health is told.",
    hosts: () => [],
    rules: [HEALTH_RULE],
  },
  {
    name: "app",
    why: "The console's pages, and the API below /api/ on the same host.",
    hosts: ({ platform }) => hostsOf(platform, "app"),
    rules: [{ matches: [prefix("/")], timeouts: { request: REQUEST_TIMEOUT } }],
  },
  {
    name: "api",
    why: `The API: under its full path, and on its own hosts under /${API_VERSION} too, which is rewritten.`,
    hosts: ({ platform }) => hostsOf(platform, "api"),
    rules: [
      // The route without a host answers only for hosts that no other route names, and from outside these are asked too.
      // (gateway-api.sigs.k8s.io/concepts/hostnames: the more precise name wins.)
      HEALTH_RULE,
      { matches: [prefix("/api"), prefix("/problems")], timeouts: { request: REQUEST_TIMEOUT } },
      {
        matches: [prefix(`/${API_VERSION}`)],
        ...rewrite(`/api/${API_VERSION}`),
        timeouts: { request: REQUEST_TIMEOUT },
      },
    ],
  },
];

/** The workload that answers a route's requests. */
function answering({ platform }: KubernetesSite, route: Route) {
  const workload = platform.workloads.find(({ entrances }) => entrances.includes(route));
  const port = workload && servedPort(workload)?.port;
  if (!workload || port === undefined)
    throw new Error(`No workload of ${platform.name} answers ${route}.; name one in src/blueprint/workload-table.ts.`);
  return { name: workload.name, port };
}

export const routeManifests = (site: KubernetesSite): readonly Manifest[] =>
  ROWS.map(({ name, why, hosts, rules }) => {
    const hostnames = hosts(site);
    const backend = answering(site, name === "api" ? "api" : "app");
    return manifest(
      { component: "gateway", wave: 4, why },
      new HTTPRoute({
        metadata: { name, namespace: WORKLOAD_NAMESPACE },
        spec: {
          parentRefs: [{ name: INNER_GATEWAY.name, namespace: INNER_GATEWAY.namespace, sectionName: "https" }],
          ...(hostnames.length > 0 ? { hostnames: [...hostnames] } : {}),
          rules: rules.map((rule) => ({ ...rule, backendRefs: [{ name: backend.name, port: backend.port }] })),
        },
      }),
    );
  });
