// Where passkeys belong to. A browser ties each to a host name and has none for an address: "127.0.0.1" can't have passkeys,
// "localhost" can, of whatever port (WebAuthn level 2, 5.1.3: the effective domain must be a valid domain).

import { isIP } from "node:net";
import type { Context } from "hono";
import type { PasskeyPlace } from "../../drivers/passkeys/verify.ts";
import type { ConsoleParts } from "./endpoint.ts";
import { ProblemError } from "./problem.ts";
import { reached } from "./reached.ts";

export function passkeyPlace(c: Context, parts: ConsoleParts): PasskeyPlace | undefined {
  const { origin } = reached(c.req.raw, parts.linkKey);
  const { hostname: host } = new URL(origin);
  return isIP(host) !== 0 || host.startsWith("[") ? undefined : { origin, host };
}

export function passkeyPlaceOr403(c: Context, parts: ConsoleParts): PasskeyPlace {
  const place = passkeyPlace(c, parts);
  if (place) return place;
  throw new ProblemError(
    "passkey-refused",
    "Browsers have no passkeys for an address made of numbers. Open the console by a name: on this machine, http://localhost " +
      "with the same port.",
  );
}
