// What the pages ask of the API about confirmations and passkeys.

import type {
  Confirmation,
  ConfirmationWay,
  Deed,
  NewPasskeyAnswer,
  Passkey,
  PasskeyAnswer,
  PasskeyOffer,
  PasskeyQuestion,
  PasskeysView,
} from "../../../src/core/confirmation.ts";
import { request } from "../api/client.ts";

export const readWay = (deed: Deed) => request<ConfirmationWay>("POST", "/session/confirmation/challenge", { deed });
export const confirmDeed = (deed: Deed, by: { password: string } | { passkey: PasskeyAnswer }) =>
  request<Confirmation>("POST", "/session/confirmation", { deed, ...by });

export const readSignInQuestion = () => request<PasskeyQuestion>("POST", "/session/passkey/challenge");
export const signInByPasskey = (passkey: PasskeyAnswer) => request<unknown>("POST", "/session/passkey", { passkey });

export const readPasskeys = (signal?: AbortSignal) =>
  request<PasskeysView>("GET", "/session/passkeys", undefined, signal);
export const readOffer = () => request<PasskeyOffer>("POST", "/session/passkeys/challenge");
export const addPasskey = (name: string, answer: NewPasskeyAnswer, confirmation: string) =>
  request<Passkey>("POST", "/session/passkeys", { name, answer }, undefined, undefined, confirmation);
export const removePasskey = (id: string, confirmation: string) =>
  request<Passkey>(
    "DELETE",
    `/session/passkeys/${encodeURIComponent(id)}`,
    undefined,
    undefined,
    undefined,
    confirmation,
  );
