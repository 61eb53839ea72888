// Verifies what authenticators answer (WebAuthn level 2, 7.1 and 7.2). The library checks signatures, flags and encodings;
// here is what we ask of it: the person verified (a finger, a PIN), the challenge ours, the place the one that they came to.

import type { PasskeyRecord } from "../../app/catalogue/port.ts";
import type { NewPasskeyAnswer, PasskeyAnswer } from "../../core/confirmation.ts";

/** Where the console was reached: the origin as browsers write it, and its host name. */
export type PasskeyPlace = { origin: string; host: string };
type Refused = { kind: "refused"; because: string };

/** EdDSA, ES256, RS256: what current platforms and security keys make. */
export const PASSKEY_ALGORITHMS = [-8, -7, -257];

/** Half a second of loading, which no start of a console has to pay. */
const library = () => import("@simplewebauthn/server");

export async function verifyNewPasskey(
  { id, clientData, attestation, transports }: NewPasskeyAnswer,
  isOurs: (challenge: string) => boolean,
  { origin, host }: PasskeyPlace,
): Promise<{ kind: "made"; id: string; publicKey: string } | Refused> {
  const response = { clientDataJSON: clientData, attestationObject: attestation, transports: transports as never[] };
  try {
    const { verifyRegistrationResponse } = await library();
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId: id, type: "public-key", response, clientExtensionResults: {} },
      expectedChallenge: isOurs,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    });
    if (!verified || !registrationInfo) return { kind: "refused", because: "its attestation isn't valid" };
    const { credential } = registrationInfo;
    return { kind: "made", id: credential.id, publicKey: Buffer.from(credential.publicKey).toString("hex") };
  } catch (error) {
    return { kind: "refused", because: (error as Error).message };
  }
}

export async function verifyPasskey(
  { id, clientData, authenticatorData, signature }: PasskeyAnswer,
  passkey: PasskeyRecord,
  isOurs: (challenge: string) => boolean,
  { origin, host }: PasskeyPlace,
): Promise<{ kind: "verified" } | Refused> {
  try {
    const { verifyAuthenticationResponse } = await library();
    const { verified } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: "public-key",
        response: { clientDataJSON: clientData, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: isOurs,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "hex")),
        // A counter can't be kept where it is asked: a standby isn't written, and passkeys that are copied between a person's
        // devices always count 0. A cloned security key is therefore not noticed.
        counter: 0,
      },
    });
    return verified ? { kind: "verified" } : { kind: "refused", because: "its signature isn't valid" };
  } catch (error) {
    return { kind: "refused", because: (error as Error).message };
  }
}
