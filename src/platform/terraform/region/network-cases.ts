// The platforms that the network's tests go through: together they take every turn that the network's code can take.
import type { Blueprint } from "../../../blueprint/blueprint.ts";
import { type Platform, resolve } from "../../../blueprint/platform.ts";
import { buildDirectConnect } from "../global/direct-connect.ts";
import { createStack } from "../language/create-stack.ts";
import type { Argument } from "../language/expression.ts";
import type { Resource, Stack } from "../language/stack.ts";
import { buildPeering } from "../link/peering.ts";
import { buildFlowLogs } from "./flow-logs.ts";
import { buildNetwork, type Network } from "./network.ts";
import { buildOnPremises } from "./on-premises.ts";
import { openSite, type Site } from "./site.ts";

const vpc = (digit: string) => {
  const three = (what: string): [string, string, string] =>
    [0, 1, 2].map((zone) => `subnet-${what}${digit}${zone}0000`) as never;
  return {
    vpcId: `vpc-0000000${digit}`,
    publicSubnetIds: three("aa"),
    privateSubnetIds: three("bb"),
    dataSubnetIds: three("cc"),
    zoneIds: [1, 2, 3].map((zone) => `aps${digit}-az${zone}`) as [string, string, string],
  };
};

const CASES: Readonly<Record<string, Blueprint>> = {
  defaults: {},
  everything: {
    edge: { cdn: { kind: "cloudfront" } },
    webTier: { kind: "nginx" },
    cluster: { mesh: "istio-ambient" },
    data: { stream: { kind: "msk" }, relational: { kind: "aurora-global" }, pooling: { kind: "rds-proxy" } },
    onPremises: {
      kind: "connected",
      cidr: ["192.168.0.0/16", "172.16.0.0/16"],
      vpnAddresses: ["198.51.100.10", "203.0.113.10"],
      connections: { primary: { id: "dxcon-aaaa1111", vlan: 101 }, standby: { id: "dxcon-bbbb2222", vlan: 102 } },
      sqlServer: { host: "sql.corp.example.com", database: "reference" },
    },
  },
  "another delivery network": {
    edge: {
      cdn: {
        kind: "external",
        provider: "akamai",
        originRanges: ["198.51.100.0/24", "203.0.113.0/24"],
        hosts: ["x.example.net"],
      },
    },
    cluster: { identity: "irsa", nodes: { kind: "managed" } },
    secrets: { store: "ssm" },
    network: { flowLogs: { to: "cloud-watch" } },
  },
  "no delivery network, one way out": {
    edge: { cdn: { kind: "none" } },
    network: { natGateways: "single", interfaceEndpoints: "gateway-only" },
  },
  "copies only": { objectives: { rtoSeconds: 28_800, rpoSeconds: 86_400 }, recovery: { approach: "backup-restore" } },
  "small ranges": {
    regions: {
      primary: { name: "ap-south-1", cidr: "10.8.0.0/18" },
      standby: { name: "ap-south-2", cidr: "10.8.64.0/18" },
    },
  },
  "the company's own networks": { existing: { vpcs: { primary: vpc("1"), standby: vpc("2") } } },
};

export type Case = { readonly title: string; readonly platform: Platform };
export const networkCases = (): readonly Case[] =>
  Object.entries(CASES).map(([title, blueprint]) => ({ title, platform: resolve(blueprint) }));

/** The platform of a case by its title. */
export const caseOf = (title: string): Platform => resolve(CASES[title]!);

export type Built = { readonly site: Site; readonly stack: Stack; readonly network: Network };

/** A region's network, the way to the premises and the flow logs: all that this folder's tests look at. */
export function buildRegionNetwork(platform: Platform, configured: "primary" | "standby"): Built {
  const stack = open(platform, `region/${platform.regions[configured].name}`, platform.regions[configured].name);
  const site = openSite(platform, configured, stack);
  const network = buildNetwork(site);
  buildOnPremises(site, network);
  buildFlowLogs(site, network, []);
  return { site, stack, network };
}

export function buildLinkNetwork(platform: Platform): Stack {
  const stack = open(platform, "link", platform.regions.witness.name);
  const { primary, standby } = platform.regions;
  buildPeering({
    platform,
    stack,
    primary: stack.provider("primary", primary.name),
    standby: stack.provider("standby", standby.name),
  });
  return stack;
}

export function buildGlobalNetwork(platform: Platform): Stack {
  const stack = open(platform, "global", platform.regions.witness.name);
  buildDirectConnect(platform, stack);
  return stack;
}

const open = (platform: Platform, name: string, region: string): Stack =>
  createStack({
    name,
    comment: name,
    region,
    accountId: platform.accountId,
    tags: {},
    state: { bucket: "states", key: name, region },
  });

export const ofType = (stack: Stack, type: string): readonly Resource[] =>
  stack.resources.filter((one) => one.type === type && one.mode === "resource");

/** The address that an argument refers to, or the literal itself. */
export const target = (argument: Argument | undefined): string =>
  typeof argument === "object" && argument !== null && "address" in argument
    ? String(argument.address)
    : String(argument);
