// Who of this region is called from the other one: whoever the blueprint's flows admit on its port.
import type { Platform } from "../../blueprint/platform.ts";
import { PORTS } from "../../blueprint/workload-table.ts";
import type { Workload } from "../../blueprint/workloads.ts";
import { regionsAreJoined } from "./network.ts";

export const calledByPeer = (platform: Platform, workload: Workload): boolean =>
  regionsAreJoined(platform) &&
  platform.flows.some(
    ({ from, to, ports }) =>
      from === "peer-nodes" &&
      to === "nodes" &&
      workload.ports.some(({ name, port }) => name === "http" && port === ports[0]),
  );

/** The ports of the other region's workloads that ours may call. Metrics are Prometheus's to read, not theirs. */
export const peerPorts = (platform: Platform): readonly number[] =>
  regionsAreJoined(platform)
    ? platform.flows
        .filter(({ from, to, ports }) => from === "nodes" && to === "peer-nodes" && ports[0] !== PORTS.metrics)
        .map(({ ports }) => ports[0])
    : [];

/** Whether the other region's Prometheus reads this workload's metrics: of the guardian it reads the lease. */
export const watchedByPeer = (platform: Platform, workload: Pick<Workload, "name">): boolean =>
  regionsAreJoined(platform) && workload.name === "guardian";
