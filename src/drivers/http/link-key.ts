// The installation's link key on requests between its processes.

import { timingSafeEqual } from "node:crypto";
import { LINK_KEY_HEADER } from "../../core/installation.ts";

/** Whether a request carries the installation's link key; compared in constant time. */
export function hasLinkKey(header: string | null | undefined, linkKey: string): boolean {
  // Bytes are counted, not characters: a header may hold some that take two, and the comparison throws on unequal lengths.
  const given = Buffer.from(header ?? "");
  const wanted = Buffer.from(linkKey);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The header that shows the link key to the other side. */
export function linkHeaders(linkKey: string): Record<string, string> {
  return { [LINK_KEY_HEADER]: linkKey };
}
