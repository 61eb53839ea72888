// What the edge tells of the requests that it carried and of the regions as its health checks see them.

import type { MetricsRegistry } from "../../drivers/telemetry/registry.ts";
import type { Edge } from "./carry.ts";

export function tellOfEdge(metrics: MetricsRegistry, edge: Edge): void {
  metrics.onScrape((tell) => {
    const { counts } = edge;
    for (const kind of ["ingest", "read", "write"] as const) tell("tandem_edge_carried_total", { kind }, counts[kind]);
    tell("tandem_edge_retries_total", {}, counts.retried);
    tell("tandem_edge_unanswered_total", {}, counts.unanswered);
    tell("tandem_edge_held_writes", {}, edge.heldWrites);
    for (const region of edge.health.regions()) {
      for (const check of ["accepting", "serving", "active"] as const) {
        tell("tandem_edge_region_up", { peer_region: region.name, check }, region[check]);
      }
    }
  });
}
