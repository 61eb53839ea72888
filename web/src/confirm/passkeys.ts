// What the browser's authenticators are asked: to sign a question, or to make a passkey. Bytes travel as base64url.

import type { NewPasskeyAnswer, PasskeyAnswer, PasskeyOffer, PasskeyQuestion } from "../../../src/core/confirmation.ts";
import { ApiProblem } from "../api/client.ts";

/** Missing on pages that came over plain HTTP from anywhere but this machine. */
export const hasPasskeys = (): boolean => typeof PublicKeyCredential !== "undefined";

export async function askPasskey({ challenge, host, timeoutMs, passkeys }: PasskeyQuestion): Promise<PasskeyAnswer> {
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytesOf(challenge),
        rpId: host,
        timeout: timeoutMs,
        userVerification: "required",
        allowCredentials: passkeys.map(described),
      },
    }),
  );
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    id: credential.id,
    clientData: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
  };
}

export async function makePasskey(offer: PasskeyOffer): Promise<NewPasskeyAnswer> {
  const { challenge, host, timeoutMs, user, algorithms, present } = offer;
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytesOf(challenge),
        rp: { id: host, name: "Tandem" },
        user: { id: bytesOf(user.id), name: user.name, displayName: user.name },
        pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
        excludeCredentials: present.map(described),
        authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
        attestation: "none",
        timeout: timeoutMs,
      },
    }),
  );
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    id: credential.id,
    clientData: textOf(response.clientDataJSON),
    attestation: textOf(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  };
}

async function asked(work: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await work();
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (error) {
    throw failed(error instanceof DOMException ? error.name : String(error));
  }
  throw failed("no answer");
}

const WORDS: Record<string, string> = {
  NotAllowedError: "It was cancelled, or took too long. Try again.",
  InvalidStateError: "This device has a passkey of yours already.",
  SecurityError: "Browsers have passkeys only for names, over HTTPS or on localhost.",
};

function failed(what: string): ApiProblem {
  const title = "No passkey was used";
  const detail = WORDS[what] ?? `The browser says: ${what}.`;
  return new ApiProblem(0, title, { type: "/problems/passkey-refused", title, status: 0, detail }, null);
}

const described = ({ id, transports }: { id: string; transports: string[] }): PublicKeyCredentialDescriptor => ({
  type: "public-key",
  id: bytesOf(id),
  transports: transports as AuthenticatorTransport[],
});

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
  const characters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
