// What the process that holds the links is told: which of them to cut or slow, who shall stand still, and to heal.

import { EXIT, Refused } from "../../core/errors.ts";
import { type Installation, type LinkService, networkPort, type Place } from "../../core/installation.ts";
import type { LinksStatus, LinkTrouble } from "../../core/link.ts";
import { insideOrigin } from "../http/inside.ts";
import { linkHeaders } from "../http/link-key.ts";
import type { ProcessIdentity } from "../process/identity.ts";

/** Stopping a region's processes one by one takes a moment. */
const ANSWER_MS_MAX = 5_000;

type Timed = { id: string; forMs: number };

export type AskNetwork = {
  status(): Promise<LinksStatus>;
  trouble(
    asked: Timed & { ways: { from: Place; to: Place }[]; services: LinkService[] | null; trouble: LinkTrouble },
  ): Promise<void>;
  pause(asked: Timed & { what: string; processes: ProcessIdentity[] }): Promise<void>;
  /** One by its id, or everything. */
  heal(id?: string): Promise<void>;
};

/** Each throws `Refused` with a sentence when the network isn't running or doesn't take it. */
export function askNetwork(installation: Installation, linkKey: string): AskNetwork {
  const ask = async (method: string, path: string, body?: unknown): Promise<LinksStatus> => {
    let response: Response;
    try {
      response = await fetch(`${insideOrigin(networkPort(installation))}${path}`, {
        method,
        headers: { ...linkHeaders(linkKey), "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      });
    } catch (cause) {
      throw new Refused(
        "The network process, which holds the links between the regions, doesn't answer. 'tandem status' says whether " +
          "the installation runs.",
        EXIT.missing,
        { cause },
      );
    }
    const told = (await response.json()) as LinksStatus & { because?: string };
    if (!response.ok) throw new Refused(`The network refused: ${told.because ?? `it answered ${response.status}`}`);
    return told;
  };
  return {
    status: () => ask("GET", "/links"),
    trouble: async (asked) => void (await ask("PUT", "/links", asked)),
    pause: async (asked) => void (await ask("PUT", "/pauses", asked)),
    heal: async (id) => void (await ask("DELETE", id === undefined ? "/links" : `/links?id=${encodeURIComponent(id)}`)),
  };
}
