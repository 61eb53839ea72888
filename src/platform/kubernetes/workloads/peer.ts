// Who of this region is called from the other one: whoever the blueprint's flows admit on its port.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Workload } from "../../../blueprint/workloads.ts";
import { regionsAreJoined } from "../../names/network.ts";

export const calledByPeer = (platform: Platform, workload: Workload): boolean =>
  regionsAreJoined(platform) &&
  platform.flows.some(
    ({ from, to, ports }) =>
      from === "peer-nodes" &&
      to === "nodes" &&
      workload.ports.some(({ name, port }) => name === "http" && port === ports[0]),
  );

/** The ports of the other region's workloads that ours may call. */
export const peerPorts = (platform: Platform): readonly number[] =>
  regionsAreJoined(platform)
    ? platform.flows.filter(({ from, to }) => from === "nodes" && to === "peer-nodes").map(({ ports }) => ports[0])
    : [];
