// Reads User-Agent headers with ua-parser-js and isbot, and remembers the answers: real traffic repeats a few thousand.

import { isbotMatch } from "isbot";
import { UAParser } from "ua-parser-js";
import { NO_USER_AGENT, type ParseUserAgent, type UserAgentFacts } from "../app/events/user-agent.ts";

const REMEMBERED_MAX = 20_000;
/** Longer headers are cut before parsing: the libraries' expressions are not linear in bad input. */
const LENGTH_MAX = 512;

const DEVICES: Record<string, string> = { mobile: "Mobile", wearable: "Mobile", tablet: "Tablet" };

export function userAgentParser(): ParseUserAgent {
  const remembered = new Map<string, UserAgentFacts>();
  return (header) => {
    const userAgent = header.slice(0, LENGTH_MAX);
    const known = remembered.get(userAgent);
    if (known) return known;
    const facts = parse(userAgent);
    // Bounded by starting over: cheaper than keeping an order, and refilled within a second.
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(userAgent, facts);
    return facts;
  };
}

function parse(userAgent: string): UserAgentFacts {
  if (userAgent.trim() === "" || userAgent === "-") return NO_USER_AGENT;
  const { browser, os, device } = new UAParser(userAgent).getResult();
  const bot = isbotMatch(userAgent);
  const deviceType = DEVICES[device.type ?? ""] ?? (device.type || !os.name ? null : "Desktop");
  return {
    browser: browser.name ?? null,
    browserVersion: cut(browser.version),
    os: os.name ?? null,
    osVersion: cut(os.version),
    deviceType,
    botReason: bot === null ? null : `user agent contains "${bot}"`,
  };
}

/** "32.0.1700.77" → "32.0". */
function cut(version: string | undefined): string | null {
  return version ? version.split(".").slice(0, 2).join(".") : null;
}
