// What a person confirms, by a passkey or the password once more, before it is done; and what the console and its pages tell
// each other about it. A confirmation holds for one session and one deed.

import type { RegionName } from "./origin.ts";
import type { PlanKind } from "./recovery-view.ts";
import type { InstantMs } from "./time.ts";

export type Deed =
  /** `to`: the region that is to act. */
  | { kind: "start"; plan: PlanKind; to: RegionName }
  | { kind: "approve"; run: string }
  | { kind: "add-passkey" }
  | { kind: "remove-passkey"; passkey: string };

/** Carries a confirmation with the request that does the deed. */
export const CONFIRMATION_HEADER = "x-tandem-confirmation";

/** What an authenticator is asked to sign. Ids, keys and challenges are base64url. */
export type PasskeyQuestion = {
  challenge: string;
  host: string;
  timeoutMs: number;
  passkeys: { id: string; transports: string[] }[];
};
export type PasskeyAnswer = { id: string; clientData: string; authenticatorData: string; signature: string };

/** How a deed is confirmed where it was asked. */
export type ConfirmationWay =
  | { kind: "password"; says: string | null }
  | { kind: "passkey"; question: PasskeyQuestion };
export type Confirmation = { confirmation: string; lastsMs: number };

/** What an authenticator is asked to make. */
export type PasskeyOffer = {
  challenge: string;
  host: string;
  timeoutMs: number;
  user: { id: string; name: string };
  /** COSE numbers, the best first. */
  algorithms: number[];
  /** An authenticator that has one of these makes no second one. */
  present: { id: string; transports: string[] }[];
};
export type NewPasskeyAnswer = { id: string; clientData: string; attestation: string; transports: string[] };

export type Passkey = {
  id: string;
  name: string;
  /** The host name at which it was made, and where alone browsers offer it. */
  host: string;
  createdAt: InstantMs;
};
export type PasskeysView = {
  passkeys: Passkey[];
  /** The host name by which the console was reached; null where it has no passkeys, since it is an address. */
  host: string | null;
};
