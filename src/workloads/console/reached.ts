// How a caller reached the console: the host it typed, and its address. What a proxy says is believed only with the link key.

import { CLIENT_ADDRESS_HEADER, LINK_KEY_HEADER } from "../../core/installation.ts";
import { hasLinkKey } from "../../drivers/http/serve.ts";

const HOST = /^[a-z0-9.-]{1,255}(?::\d{1,5})?$|^\[[0-9a-f:]{2,45}\](?::\d{1,5})?$/i;

export type Reached = { origin: string; secure: boolean; address: string };

export function reached(request: Request, linkKey: string): Reached {
  const { headers } = request;
  const trusted = hasLinkKey(headers.get(LINK_KEY_HEADER), linkKey);
  const given = (trusted && headers.get("x-forwarded-host")) || headers.get("host") || new URL(request.url).host;
  const host = HOST.test(given) ? given : new URL(request.url).host;
  const secure = trusted && headers.get("x-forwarded-proto") === "https";
  const address = (trusted && headers.get(CLIENT_ADDRESS_HEADER)) || "direct";
  return { origin: `${secure ? "https" : "http"}://${host}`, secure, address };
}

/**
 * A request that a process of this installation made itself. The edge sends the link key with what it forwards, so a
 * forwarded request is never one: else anyone at the edge could ask for a sign-in link.
 */
export function isFromInside(request: Request, linkKey: string): boolean {
  const { headers } = request;
  const forwarded = ["x-forwarded-host", "x-forwarded-for", "x-forwarded-proto", "forwarded", CLIENT_ADDRESS_HEADER];
  return hasLinkKey(headers.get(LINK_KEY_HEADER), linkKey) && !forwarded.some((name) => headers.has(name));
}
