// The routes of the processes that have few, as the label `route` names them. The console's come from its endpoints, the edge's are
// its kinds of request, the collector's stand beside its table of calls.

import type { Exporter } from "./metric.ts";

const OWN = ["/healthz", "/internal/status"] as const;
const REGISTER = ["/register", "/register/readmit"] as const;

export const ROUTES = {
  witness: [...OWN, ...REGISTER],
  network: [...OWN, "/links", "/pauses", "/drills"],
  query: [...OWN, "/query/:project", "/trace/:project/:message"],
  guardian: [...OWN, ...REGISTER, "/votes", "/lease", "/lease/:command", "/salts/:day"],
  mirror: [...OWN, "/link/bucket", "/link/bucket/:key*"],
  "lake-writer": [...OWN, "/internal/steps", "/internal/flush"],
  recoverer: [
    ...OWN,
    "/commands",
    "/runs",
    "/runs/:run",
    "/runs/:run/journal",
    "/tail",
    "/tail/exported",
    "/tail/drop",
  ],
  watchdog: [...OWN, "/until", "/stop"],
} as const satisfies Partial<Record<Exporter, readonly string[]>>;

export type RoutedExporter = keyof typeof ROUTES;
