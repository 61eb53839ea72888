// An authenticator in software, for tests: it makes ES256 passkeys without attestation and signs what it is asked to.

import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { NewPasskeyAnswer, PasskeyAnswer, PasskeyOffer, PasskeyQuestion } from "../../core/confirmation.ts";

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

/** `verified` false: it asked for a touch alone. `counter`: what it claims to have signed. */
type Way = { origin: string; verified?: boolean; counter?: number };

export type TestAuthenticator = {
  make(offer: Pick<PasskeyOffer, "challenge" | "host">, way: Way): NewPasskeyAnswer;
  answer(question: Pick<PasskeyQuestion, "challenge" | "host">, way: Way): PasskeyAnswer;
};

export function testAuthenticator(): TestAuthenticator {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credential = randomBytes(32);
  const id = credential.toString("base64url");
  return {
    make({ challenge, host }, way) {
      const key = Buffer.concat([Buffer.from([0, credential.length]), credential, coseKey(publicKey)]);
      const data = Buffer.concat([head(host, way, WITH_KEY), Buffer.alloc(16), key]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        text("fmt"),
        text("none"),
        text("attStmt"),
        Buffer.from([0xa0]),
        text("authData"),
        Buffer.from([0x58, data.length]),
        data,
      ]);
      const clientData = clientDataOf("webauthn.create", challenge, way).toString("base64url");
      return { id, clientData, attestation: attestation.toString("base64url"), transports: ["internal"] };
    },
    answer({ challenge, host }, way) {
      const data = head(host, way, 0);
      const clientData = clientDataOf("webauthn.get", challenge, way);
      const signed = Buffer.concat([data, createHash("sha256").update(clientData).digest()]);
      return {
        id,
        clientData: clientData.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: sign("sha256", signed, privateKey).toString("base64url"),
      };
    },
  };
}

const clientDataOf = (type: string, challenge: string, { origin }: Way): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

function head(host: string, { verified = true, counter = 0 }: Way, more: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const flags = PRESENT | (verified ? VERIFIED : 0) | more;
  return Buffer.concat([createHash("sha256").update(host).digest(), Buffer.from([flags]), count]);
}

/** CBOR: an elliptic key of P-256 for ES256. */
function coseKey(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    Buffer.from(x, "base64url"),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, "base64url"),
  ]);
}

const text = (word: string): Buffer => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
