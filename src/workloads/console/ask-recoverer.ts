// Questions and commands to the recoverers and to the process that runs drills. What they refuse comes back in their words,
// and a silence says what else can be done at that moment: nobody should be left with an error at three in the morning.

import { linkPort, networkPort, type RegionLayout, regionOf } from "../../core/installation.ts";
import { insideOrigin } from "../../drivers/http/inside.ts";
import { linkHeaders } from "../../drivers/http/serve.ts";
import type { ConsoleParts } from "./endpoint.ts";
import { ProblemError } from "./problem.ts";

/** A recoverer answers a command when it has written it down, before it acts. */
const COMMAND_MS_MAX = 5_000;
const QUESTION_MS_MAX = 1_500;

type Told = Record<string, unknown>;
type Taken = { region: string; run: string | null; says: string };

/** A region by the name in a request. */
export function regionNamed(parts: ConsoleParts, name: string): RegionLayout {
  const found = parts.installation.regions.find((region) => region.name === name);
  if (found) return found;
  const names = parts.installation.regions.map((region) => region.name).join(" and ");
  throw new ProblemError("bad-request", `There is no region "${name}"; there are ${names}.`, { pointer: "/to" });
}

/** `trace`: of the request that asks for it. Gives a command to a region's recoverer, which writes down who asked for what and why before anything happens. */
export async function command(
  parts: ConsoleParts,
  region: string,
  id: string,
  body: Told,
  trace: Record<string, string>,
): Promise<Taken> {
  const headers = { ...trace, "idempotency-key": id };
  const answer = await send(parts, recovererPort(parts, region), "POST", "/commands", COMMAND_MS_MAX, body, headers);
  if (answer === undefined) {
    throw new ProblemError(
      "recovery-unavailable",
      `The recoverer of ${region} doesn't answer ${parts.region.name}, so whether it took this isn't known. Look at the run ` +
        "before you ask again; on the machine itself, `tandem status` and `tandem failover` do the same without the console.",
    );
  }
  const { status, told } = answer;
  if (status < 300 && told?.kind !== "refused") {
    return {
      region,
      run: typeof told?.run === "string" ? told.run : null,
      says: typeof told?.says === "string" ? told.says : "Taken.",
    };
  }
  if (status >= 500) {
    throw new ProblemError("recovery-unavailable", `The recoverer of ${region} answered ${status}. ${why(told)}`);
  }
  throw new ProblemError("recovery-refused", why(told));
}

/** A recoverer's answer to a question; undefined when it is silent or has no such thing. */
export async function askRecoverer(parts: ConsoleParts, region: string, path: string): Promise<unknown> {
  const answer = await send(parts, recovererPort(parts, region), "GET", path, QUESTION_MS_MAX);
  return answer && answer.status < 300 ? answer.told : undefined;
}

export async function askDrills(parts: ConsoleParts, body?: Told): Promise<{ status: number; told: Told }> {
  const method = body ? "POST" : "GET";
  const answer = await send(parts, networkPort(parts.installation), method, "/drills", COMMAND_MS_MAX, body);
  if (answer?.told === undefined || answer.status === 404 || answer.status >= 500) {
    throw new ProblemError(
      "drills-unavailable",
      "The process that starts drills doesn't answer. `tandem drill SCENARIO` starts one on the machine itself; evidence is kept in both regions' buckets.",
    );
  }
  return { status: answer.status, told: answer.told };
}

function recovererPort({ installation, region }: ConsoleParts, to: string): number {
  return to === region.name
    ? regionOf(installation, to).ports.recoverer
    : linkPort(installation, region.name, to, "recoverer");
}

/** undefined when nobody answers in time; `told` is undefined for an answer that isn't a JSON object. */
async function send(
  parts: ConsoleParts,
  port: number,
  method: "GET" | "POST",
  path: string,
  msMax: number,
  body?: Told,
  headers: Record<string, string> = {},
): Promise<{ status: number; told: Told | undefined } | undefined> {
  const init: RequestInit = {
    method,
    headers: { ...linkHeaders(parts.linkKey), "content-type": "application/json", ...headers },
    signal: AbortSignal.timeout(msMax),
    ...(body ? { body: JSON.stringify(body) } : {}),
  };
  try {
    const response = await parts.fetch(`${insideOrigin(port)}${path}`, init);
    const told: unknown = await response.json().catch(() => undefined);
    return { status: response.status, told: typeof told === "object" && told !== null ? (told as Told) : undefined };
  } catch {
    return undefined;
  }
}

const why = (told: Told | undefined): string =>
  [told?.because, told?.detail, told?.says].find((one): one is string => typeof one === "string" && one !== "") ??
  "It gave no reason.";
