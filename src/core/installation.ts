// Where everything of one installation on one machine lives: one JSON file, read by every process, written by `tandem up`.

import type { RegionName } from "./origin.ts";

export type Configured = "primary" | "standby";

/** Loopback ports of one region's processes. */
export type RegionPorts = {
  console: number;
  collector: number;
  query: number;
  guardian: number;
  mirror: number;
  lakeWriter: number;
  postgres: number;
  recoverer: number;
  watchdog: number;
};

export type RegionLayout = {
  name: RegionName;
  configured: Configured;
  /** Absolute; holds register.json, salts/, log/own, log/mirror, bucket/, aside/, cache/, run/. */
  directory: string;
  /** Absolute; apart from `directory` when PostgreSQL's unprivileged user can't enter that. */
  postgresDirectory: string;
  ports: RegionPorts;
};

export type Installation = {
  format: 1;
  /** Absolute path of the data directory. */
  directory: string;
  edgePort: number;
  witness: { directory: string; port: number };
  regions: [RegionLayout, RegionLayout];
  /** Owner-only file with the hex key that links between regions authenticate with. */
  linkKeyFile: string;
  /** Traffic between regions goes through the links, which can be cut and slowed; absent: from port to port. */
  links?: true;
};

/** An installation takes the edge's port and those after it, this many in all. */
export const PORTS_TAKEN = 50;

/** The ports of an installation follow from the edge's: one number to choose, one range to keep free. */
export function portsFrom(edgePort: number): { edge: number; witness: number; regions: [RegionPorts, RegionPorts] } {
  const region = (first: number): RegionPorts => ({
    console: first,
    collector: first + 1,
    query: first + 2,
    guardian: first + 3,
    mirror: first + 4,
    lakeWriter: first + 5,
    postgres: first + 6,
    recoverer: first + 7,
    watchdog: first + 8,
  });
  return { edge: edgePort, witness: edgePort + 1, regions: [region(edgePort + 10), region(edgePort + 20)] };
}

/** Asked within one region, as they stand here, of the other; the witness has a guardian only (its register). */
export const LINK_SERVICES = [
  "console",
  "collector",
  "guardian",
  "mirror",
  "postgres",
  "recoverer",
  "query",
  "lakeWriter",
] as const;
export type LinkService = (typeof LINK_SERVICES)[number];

/** A place that links join. */
export type Place = RegionName | "witness";

/** The port of the process that holds the links between regions and is told which of them to cut or slow. */
export const networkPort = (installation: Installation): number => installation.edgePort + 2;

/** One way that traffic takes: whoever in `from` asks `service` of `to` connects to `port`, and reaches `target`. */
export type Link = { from: RegionName; to: Place; service: LinkService; port: number; target: number };

/** Links of the first region begin here after the edge's port, those of the second ten later. */
const FIRST_LINK = 30;
const LINKS_TAKEN = 10;

/** All links of an installation: each region's to the services of the other, and to the witness. */
export function linksOf(installation: Installation): Link[] {
  return installation.regions.flatMap((region, index) => {
    const peer = peerOf(installation, region.name);
    const first = installation.edgePort + FIRST_LINK + LINKS_TAKEN * index;
    const links = LINK_SERVICES.map(
      (service, offset): Link => ({
        from: region.name,
        to: peer.name,
        service,
        port: first + offset,
        target: peer.ports[service],
      }),
    );
    const port = first + LINK_SERVICES.length;
    links.push({ from: region.name, to: "witness", service: "guardian", port, target: installation.witness.port });
    return links;
  });
}

/**
 * The port on which `from` reaches a service of `to`. All traffic between regions and to the witness goes this way, and
 * nothing else does: within a region, and from outside of all regions (edge, commands), ports are asked directly.
 */
export function linkPort(installation: Installation, from: RegionName, to: Place, service: LinkService): number {
  const link = linksOf(installation).find((one) => one.from === from && one.to === to && one.service === service);
  if (!link) throw new RangeError(`There is no link from "${from}" to the ${service} of "${to}".`);
  return installation.links === true ? link.port : link.target;
}

export function regionOf(installation: Installation, name: RegionName): RegionLayout {
  const found = installation.regions.find((region) => region.name === name);
  if (!found) {
    const names = installation.regions.map((region) => region.name).join(", ");
    throw new RangeError(`There is no region "${name}" in this installation; it has ${names}.`);
  }
  return found;
}

export function peerOf(installation: Installation, name: RegionName): RegionLayout {
  const [first, second] = installation.regions;
  return regionOf(installation, name) === first ? second : first;
}

/** Every cross-region and process-internal request carries the installation's key in this header. */
export const LINK_KEY_HEADER = "x-tandem-link";
/** Stamped by the edge on an ingest request before its first try, so that a retry derives the same event ids. */
export const REQUEST_ID_HEADER = "x-tandem-request-id";
/** When the edge received it, in milliseconds since 1970: a retry then gives events without a timestamp the same day. */
export const RECEIVED_AT_HEADER = "x-tandem-received-at";
/** The caller's address as the edge saw it; believed only together with the link key. */
export const CLIENT_ADDRESS_HEADER = "x-tandem-client-address";
/** On an ingest answer: `region`, `pair`, or `pair; degraded`. */
export const ACKNOWLEDGED_HEADER = "tandem-acknowledged";
