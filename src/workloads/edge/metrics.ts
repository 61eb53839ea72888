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
    const { drain } = edge.drains.view(edge.health.regions());
    for (const [peer_region, { answered, drained }] of edge.ingestBy) {
      tell("tandem_edge_ingest_total", { peer_region }, answered);
      tell("tandem_edge_drained_total", { peer_region }, drained);
      const share = drain?.sending && drain.region === peer_region ? drain.sharePercent / 100 : 0;
      tell("tandem_edge_drain_share", { peer_region }, share);
    }
    for (const region of edge.health.regions()) {
      for (const check of ["accepting", "serving", "active"] as const) {
        tell("tandem_edge_region_up", { peer_region: region.name, check }, region[check]);
      }
    }
  });
}
