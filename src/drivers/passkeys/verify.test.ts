import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { testAuthenticator } from "./test-authenticator.ts";
import { type PasskeyPlace, verifyNewPasskey, verifyPasskey } from "./verify.ts";

const PLACE: PasskeyPlace = { origin: "http://localhost:24600", host: "localhost" };
const asked = (host = PLACE.host) => ({ challenge: randomBytes(32).toString("base64url"), host });

async function kept() {
  const authenticator = testAuthenticator();
  const offer = asked();
  const made = await verifyNewPasskey(authenticator.make(offer, PLACE), (one) => one === offer.challenge, PLACE);
  assert.ok(made.kind === "made", JSON.stringify(made));
  const { id, publicKey } = made;
  return { authenticator, passkey: { id, publicKey, host: PLACE.host, name: "laptop", transports: [], createdAt: 0 } };
}

test("what a passkey signs is verified by the key that was kept when it was made", async () => {
  const { authenticator, passkey } = await kept();
  const question = asked();
  const isOurs = (one: string) => one === question.challenge;
  const verified = await verifyPasskey(authenticator.answer(question, PLACE), passkey, isOurs, PLACE);
  assert.deepEqual(verified, { kind: "verified" });
});

test("a signature counter decides nothing: a region that can't write couldn't keep it", async () => {
  const { authenticator, passkey } = await kept();
  for (const counter of [7, 0, 3]) {
    const question = asked();
    const answer = authenticator.answer(question, { ...PLACE, counter });
    const isOurs = (one: string) => one === question.challenge;
    assert.equal((await verifyPasskey(answer, passkey, isOurs, PLACE)).kind, "verified", `counter ${counter}`);
  }
});

test("an answer of another key, place, question, or without the person verified is refused", async () => {
  const { authenticator, passkey } = await kept();
  const question = asked();
  const isOurs = (one: string) => one === question.challenge;
  const right = authenticator.answer(question, PLACE);
  const wrong: [string, typeof right][] = [
    ["another key", { ...testAuthenticator().answer(question, PLACE), id: right.id }],
    ["another question", authenticator.answer(asked(), PLACE)],
    ["another origin", authenticator.answer(question, { origin: "http://localhost:1" })],
    ["another host", authenticator.answer({ ...question, host: "evil.example" }, PLACE)],
    ["a touch alone", authenticator.answer(question, { ...PLACE, verified: false })],
    ["a changed signature", { ...right, signature: right.signature.replace(/.{4}$/, "AAAA") }],
  ];
  for (const [name, answer] of wrong) {
    assert.equal((await verifyPasskey(answer, passkey, isOurs, PLACE)).kind, "refused", name);
  }
});

test("a passkey that was offered by somebody else, made elsewhere, or without the person verified isn't kept", async () => {
  const authenticator = testAuthenticator();
  const offer = asked();
  const isOurs = (one: string) => one === offer.challenge;
  const wrong = [
    authenticator.make(asked(), PLACE),
    authenticator.make(offer, { origin: "http://evil.example" }),
    authenticator.make({ ...offer, host: "evil.example" }, PLACE),
    authenticator.make(offer, { ...PLACE, verified: false }),
    { ...authenticator.make(offer, PLACE), attestation: "oA" },
  ];
  for (const [index, answer] of wrong.entries()) {
    assert.equal((await verifyNewPasskey(answer, isOurs, PLACE)).kind, "refused", String(index));
  }
});
