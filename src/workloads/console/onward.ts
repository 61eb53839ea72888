// What a request to another process carries of the one that it is made for.

import type { Context } from "hono";
import { TRACEPARENT_HEADER } from "../../core/telemetry/trace-context.ts";

/** The trace goes on there. The server has put its own span into the header where it made one. */
export function onward(c: Context): Record<string, string> {
  const header = c.req.header(TRACEPARENT_HEADER);
  return header === undefined ? {} : { [TRACEPARENT_HEADER]: header };
}
