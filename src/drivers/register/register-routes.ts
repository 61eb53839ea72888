// GET and PUT /register, POST /register/readmit: the voter as guardian and witness serve it, behind the link key.

import { parseRegister } from "../../recovery/register.ts";
import { type InternalAnswer, type InternalRequest, jsonObject, refusal } from "../http/serve-internal.ts";
import type { RegisterFile } from "./register-file.ts";

/**
 * Answers 200 with the register (GET, PUT), 409 with the present one, 503 when the voter abstains; undefined elsewhere. A
 * register that can't be written (a full disk) abstains, too: nobody may count on it.
 */
export async function registerRoute(
  { method, url, body }: InternalRequest,
  register: RegisterFile,
): Promise<InternalAnswer | undefined> {
  if (url.pathname === "/register/readmit") return await readmit(method, body, register);
  if (url.pathname !== "/register") return undefined;
  if (method === "GET") {
    const vote = await register.read();
    return vote.kind === "register" ? { status: 200, json: vote.register } : refusal(503, vote.because);
  }
  if (method !== "PUT") return refusal(405, "A register is read with GET and set with PUT.");
  const change = jsonObject(body);
  if (!change) return refusal(400, "The body isn't a JSON object.");
  const expected = parseRegister(change.expected);
  const next = parseRegister(change.next);
  if ("because" in expected) return refusal(400, `\`expected\` isn't a register: ${expected.because}.`);
  if ("because" in next) return refusal(400, `\`next\` isn't a register: ${next.because}.`);
  try {
    const outcome = await register.set(expected, next);
    if (outcome.kind === "abstains") return refusal(503, outcome.because);
    if (outcome.kind === "differs") return { status: 409, json: { present: outcome.present } };
    return { status: 200, json: outcome.register };
  } catch (error) {
    return refusal(503, `The register can't be written: ${(error as Error).message}.`);
  }
}

async function readmit(method: string, body: string, register: RegisterFile): Promise<InternalAnswer> {
  if (method !== "POST") return refusal(405, "A voter is re-admitted with POST.");
  const given = parseRegister(jsonObject(body)?.register);
  if ("because" in given) return refusal(400, `\`register\` isn't one: ${given.because}.`);
  try {
    const outcome = await register.readmit(given);
    if (outcome.kind === "readmitted") return { status: 200, json: given };
    return { status: 409, json: { because: "This voter votes; nothing was changed.", present: outcome.present } };
  } catch (error) {
    return refusal(503, `The register can't be written: ${(error as Error).message}.`);
  }
}
