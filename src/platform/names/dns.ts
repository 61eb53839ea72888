// Host names. Clients use `<entrance>.<domain>`. What answers them is found through `<entrance>.origin.<domain>`, which
// health checks steer, and which leads to `<region>.origin.<domain>`, a region's own load balancer. Only the last is
// made by a region's stack; the edge knows regions by these names alone.
import type { Platform } from "../../blueprint/platform.ts";

/** What an entrance's clients want: changes and answers from the active region, or an event's receipt from any region. */
export type Route = "app" | "api" | "collect";
export const ROUTES = ["app", "api", "collect"] as const satisfies readonly Route[];

type Audience = Platform["edge"]["audiences"][number];
/** How DNS chooses the region that answers. */
export type Answer = Audience["answer"];

export type Entrance = {
  /** The first label of its host. */
  readonly name: string;
  readonly route: Route;
  readonly answer: Answer;
};

/** The three public entrances, and one for each kind of client that the blueprint gives an answer of its own. */
export function entrances(platform: Platform): readonly Entrance[] {
  return [
    { name: "app", route: "app", answer: { kind: "fail-over" } },
    { name: "api", route: "api", answer: { kind: "fail-over" } },
    // Events commute, so the nearest region that can durably accept takes them.
    { name: "collect", route: "collect", answer: { kind: "latency" } },
    ...platform.edge.audiences.map(({ name, route, answer }) => ({ name, route, answer })),
  ];
}

/** What clients type. */
export const entranceHost = (platform: Platform, entrance: Pick<Entrance, "name">): string =>
  `${entrance.name}.${platform.domain}`;

/** The hosts whose requests are of these routes, in the order of `entrances`. */
export const hostsOf = (platform: Platform, ...routes: readonly Route[]): readonly string[] =>
  entrances(platform)
    .filter(({ route }) => routes.includes(route))
    .map((entrance) => entranceHost(platform, entrance));

/** What a content delivery network asks for an entrance: the region that may answer it now. */
export const entranceOriginHost = (platform: Platform, entrance: Pick<Entrance, "name">): string =>
  `${entrance.name}.origin.${platform.domain}`;

/** The region that isn't active: the second try of reads, while DNS hasn't noticed yet. */
export const passiveOriginHost = (platform: Platform): string => `passive.origin.${platform.domain}`;

/** A region's public load balancer. */
export const regionOriginHost = (platform: Platform, regionName: string): string =>
  `${regionName}.origin.${platform.domain}`;

/** Below it, ExternalDNS of a region's cluster names what the other region's workloads call; nothing in a cluster may name anything else. */
export const clusterDomain = (platform: Platform, regionName: string): string =>
  `${regionName}.cluster.${platform.domain}`;
export const clusterHost = (platform: Platform, regionName: string, workload: string): string =>
  `${workload}.${clusterDomain(platform, regionName)}`;

/** The one wildcard that covers every origin's name. */
export const originWildcard = (platform: Platform): string => `*.origin.${platform.domain}`;

/** The names on every certificate, us-east-1's and the regions' alike, so that the same records validate all of them. */
export const certificateNames = (platform: Platform): readonly string[] => [
  ...entrances(platform).map((entrance) => entranceHost(platform, entrance)),
  originWildcard(platform),
];

/** Seconds that resolvers keep a record that health checks steer: no more than sixty, or fail-over waits for them. */
export const steeredTtlSeconds = (platform: Platform): number => Math.min(platform.edge.recordTtlSeconds, 60);

/** What the health checkers ask each region's load balancer for, and what a healthy answer begins with. */
export const HEALTH = {
  /** 200 only under a valid lease, after the region was verified. */
  active: { path: "/healthz/active", says: '"ok":true' },
  /** 200 while the collector's log takes records durably. */
  accepting: { path: "/healthz", says: '"ok":true' },
} as const;
