// Who sent an event, without keeping who it was: the country of the address, and a cookieless visitor id that nobody can
// recompute once the day's salt is destroyed. Addresses stay in memory and are neither stored nor logged.

import { createHmac, randomBytes } from "node:crypto";
import { contextOf, isAnonymous, type ReadBody } from "../../app/events/ingest-body.ts";
import type { IngestHeader } from "../../app/events/ingest-record.ts";
import { type InstantMs, utcDay } from "../../core/time.ts";
import { type CountryOf, plainAddress } from "../../drivers/country.ts";

export type SaltOf = (day: string) => Buffer | undefined;

/** Characters of base64url: 96 bits of HMAC-SHA256. */
const VISITOR_CHARACTERS = 16;

export type Caller = { address: string | undefined; userAgent: string | undefined };
type Place = { country?: string; visitor?: string };

export class Callers {
  private readonly countryOf: CountryOf;
  private readonly saltOf: SaltOf;
  private readonly onMissingSalt: (day: string) => void;
  constructor(countryOf: CountryOf, saltOf: SaltOf, onMissingSalt: (day: string) => void) {
    this.countryOf = countryOf;
    this.saltOf = saltOf;
    this.onMissingSalt = onMissingSalt;
  }

  /** The header's members that tell of the caller: for the whole request, and for events that speak of another one. */
  describe(
    read: Extract<ReadBody, { kind: "events" }>,
    from: { project: string; receivedAt: InstantMs; requestId: string; caller: Caller },
  ): Pick<IngestHeader, "country" | "visitor" | "at"> {
    const { caller } = from;
    const at: Record<number, Place> = {};
    let cookieless = false;
    let others = false;
    const refused = new Set(read.refused.map((refusal) => refusal.index));
    for (let index = 0; index < read.items.length; index += 1) {
      if (refused.size > 0 && refused.has(index)) continue;
      const event = read.items[index] as Record<string, unknown>;
      const anonymous = isAnonymous(event);
      const own = contextOf(event, read.shared);
      const address = own.ip === undefined ? undefined : plainAddress(own.ip);
      const otherAgent = own.userAgent !== undefined && own.userAgent !== caller.userAgent;
      if (address === undefined && !(anonymous && otherAgent)) {
        cookieless ||= anonymous;
        continue;
      }
      const other = { address: address ?? caller.address, userAgent: own.userAgent ?? caller.userAgent };
      at[index] = this.place(from, other, anonymous);
      others = true;
    }
    return { ...this.place(from, caller, cookieless), ...(others ? { at } : {}) };
  }

  private place(
    from: { project: string; receivedAt: InstantMs; requestId: string },
    caller: Caller,
    anonymous: boolean,
  ): Place {
    const country = caller.address === undefined ? undefined : this.countryOf(caller.address);
    const visitor = anonymous ? this.visitor(from, caller) : undefined;
    return { ...(country === undefined ? {} : { country }), ...(visitor === undefined ? {} : { visitor }) };
  }

  /** HMAC-SHA256 over project, address and user agent with the salt of the receipt's UTC day. */
  private visitor(from: { project: string; receivedAt: InstantMs; requestId: string }, caller: Caller): string {
    const day = utcDay(from.receivedAt);
    const salt = this.readSalt(day);
    if (!salt) {
      // The event counts, as a visitor of its own: a salt made here would split visitors between the regions.
      this.onMissingSalt(day);
      return `unsalted-${from.requestId}`;
    }
    const known = `${from.project}\0${caller.address ?? ""}\0${caller.userAgent ?? ""}`;
    return createHmac("sha256", salt).update(known).digest("base64url").slice(0, VISITOR_CHARACTERS);
  }

  /** A salt file that can't be read is as good as none: no fault of the request. */
  private readSalt(day: string): Buffer | undefined {
    try {
      return this.saltOf(day);
    } catch {
      return undefined;
    }
  }
}

/** 96 bits of this process, then a count: no chance to be drawn for each request. */
const PROCESS = randomBytes(12).toString("base64url");
let requests = 0;

/** Made where the edge stamped none. */
export function newRequestId(): string {
  requests += 1;
  return `${PROCESS}-${requests.toString(36)}`;
}
