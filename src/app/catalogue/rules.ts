// How long things of the catalogue live, how many there may be, and how names and ids are made.

import type { UserRole } from "../../core/resources.ts";
import type { InstantMs } from "../../core/time.ts";

export const SIGN_IN_LINK_MS = 60 * 60_000;
/** Absolute: using a session doesn't prolong it, so that checking one needs no write. */
export const SESSION_MS = 30 * 86_400_000;
export const IDEMPOTENCY_MS = 24 * 60 * 60_000;
export const IDEMPOTENCY_KEY_CHARACTERS_MAX = 200;

export const NAME_CHARACTERS_MAX = 80;
/** Of one user. */
export const PASSKEYS_MAX = 20;
export const PROJECT_ID = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;
/** Of the user that the first sign-in link lets in. */
export const OWNER_NAME = "owner";

/** An owner may do what an operator may, an operator what an analyst may. */
const RANK = { analyst: 0, operator: 1, owner: 2 } satisfies Record<UserRole, number>;

export const mayAs = (has: UserRole, needed: UserRole): boolean => RANK[has] >= RANK[needed];

/** A project's id from its name: "My Shop!" → "my-shop"; `chance` (hex digits) follows where that is taken or empty. */
export function projectId(name: string, taken: (id: string) => boolean, chance: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 24)
    .replace(/-+$/, "");
  if (slug !== "" && !taken(slug)) return slug;
  return `${slug || "project"}-${chance.slice(0, 6)}`;
}

/** Whether the runtime's time zone data knows the name. Offsets such as "+05:30" aren't zones: they have no rules. */
export function isTimeZone(name: string): boolean {
  if (/^[+-]|^etc\/gmt[+-]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export function hasEnded(expiresAt: InstantMs, at: InstantMs): boolean {
  return at >= expiresAt;
}
