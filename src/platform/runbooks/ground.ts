// What a runbook is about: one platform, the region that people act in, and the other one. The role is data, so every page is
// written for both regions, and whoever is woken picks the page that names the region that still lives.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { personRole } from "../names/identity.ts";
import { type RunbookCommand, reads } from "./command.ts";
import type { PageRole } from "./page.ts";

export type Ground = {
  readonly platform: Platform;
  /** Where people act: the survivor, or the region that takes over. */
  readonly here: Region;
  readonly other: Region;
};

export const groundIn = (platform: Platform, configured: Region["configured"]): Ground =>
  configured === "primary"
    ? { platform, here: platform.regions.primary, other: platform.regions.standby }
    : { platform, here: platform.regions.standby, other: platform.regions.primary };

/** Of the fail-over that is expected, and of the one after a change of roles. */
export const grounds = (platform: Platform): readonly [toStandby: Ground, toPrimary: Ground] => [
  groundIn(platform, "standby"),
  groundIn(platform, "primary"),
];

/** A call of the AWS command line: everything in it is understood by version 1 and by version 2. */
export const awsArgv = (
  region: string,
  service: string,
  operation: string,
  ...rest: readonly string[]
): readonly string[] => [service, operation, "--region", region, ...rest];

/** One value as text, without a pager in the way. */
export const asText = (query: string): readonly string[] => ["--query", query, "--output", "text"];

/** A lost region isn't waited for. */
export const BRIEFLY = ["--cli-connect-timeout", "5", "--cli-read-timeout", "10"] as const;

export const asOnCall = (platform: Platform): PageRole => ({ kind: "on-call", name: personRole(platform, "on-call") });

/** First of all: who am I, and in which account? */
export const whoAmI = ({ platform, here }: Ground): RunbookCommand =>
  reads("aws", awsArgv(here.name, "sts", "get-caller-identity", ...asText("[Account,Arn]")), {
    why: "Which account and which role do you act as?",
    expect: `\`${platform.accountId}\` and a role of it; anything else: stop, and sign in anew.`,
    like: `^${platform.accountId}\\s+arn:aws:`,
  });

/** The directory of a stack, from where the platform was synthesized into; a test holds it against the synthesis. */
export const rootOf = (stack: string): string => `terraform/${stack}`;
