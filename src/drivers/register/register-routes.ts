// GET and PUT /register: the voter as guardian and witness serve it. Both ask for the link key.

import { LINK_KEY_HEADER } from "../../core/installation.ts";
import { parseRegister } from "../../recovery/register.ts";
import { hasLinkKey } from "../http/serve.ts";
import type { RegisterFile } from "./register-file.ts";

const BODY_BYTES_MAX = 8_192;

/** Answers 200 with the register (GET, PUT), 409 with the present one, 503 when the voter abstains; undefined elsewhere. */
export async function registerRoute(
  request: Request,
  register: RegisterFile,
  linkKey: string,
): Promise<Response | undefined> {
  if (new URL(request.url).pathname !== "/register") return undefined;
  if (!hasLinkKey(request.headers.get(LINK_KEY_HEADER), linkKey))
    return refuse(401, "The link key is missing or wrong.");
  if (request.method === "GET") {
    const vote = await register.read();
    return vote.kind === "register" ? Response.json(vote.register) : refuse(503, vote.because);
  }
  if (request.method !== "PUT") return refuse(405, "A register is read with GET and set with PUT.");
  const change = await readChange(request);
  if (typeof change === "string") return refuse(400, change);
  const outcome = await register.set(change.expected, change.next);
  if (outcome.kind === "abstains") return refuse(503, outcome.because);
  if (outcome.kind === "differs") return Response.json({ present: outcome.present }, { status: 409 });
  return Response.json(outcome.register);
}

async function readChange(request: Request) {
  const text = await request.text();
  if (text.length > BODY_BYTES_MAX) return `The body may have ${BODY_BYTES_MAX} bytes.`;
  let body: { expected?: unknown; next?: unknown } | null;
  try {
    body = JSON.parse(text);
  } catch {
    return "The body isn't JSON.";
  }
  const expected = parseRegister(body?.expected);
  const next = parseRegister(body?.next);
  if ("because" in expected) return `\`expected\` isn't a register: ${expected.because}.`;
  if ("because" in next) return `\`next\` isn't a register: ${next.because}.`;
  return { expected, next };
}

function refuse(status: number, detail: string): Response {
  const body = { type: "about:blank", title: "The register wasn't given", status, detail };
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/problem+json" } });
}
