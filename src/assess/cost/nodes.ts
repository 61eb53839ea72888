// The nodes that Karpenter makes are in no Terraform: they follow from the pods. Counted at the replicas that always run.

import type { Platform, Region } from "../../blueprint/platform.ts";
import { nodeShape, type PodSet, pack } from "../capacity/packing.ts";
import { HOURS, type Quantity } from "./quantity.ts";

export function karpenterNodes(platform: Platform): Quantity[] {
  const { nodes } = platform.cluster;
  if (nodes.kind !== "karpenter" || platform.existing.clusters !== undefined) return [];
  const family = nodes.families.find((name) => name.startsWith("m")) ?? nodes.families[0] ?? "m7g";
  const type = `${family}.large`;
  const shape = nodeShape(type);
  if (shape === undefined) return [];
  return [platform.regions.primary, platform.regions.standby].flatMap((region) => {
    if (region.holds.nodes === "none" || !region.holds.cluster) return [];
    const pods = podsOf(platform, region);
    const spot = pods.filter(({ spot }) => spot);
    // Of what may be interrupted, a share runs on spot; the rest is on demand beside what may not.
    const onSpot = Math.floor(pack(spot, shape).nodes * platform.cluster.spotShare);
    const steady = Math.max(0, pack(pods, shape).nodes - onSpot);
    const line = (count: number, saving: Quantity["saving"], says: string): Quantity => ({
      component: "compute",
      region: region.name,
      address: `karpenter ${region.name}`,
      sku: `ec2.${type}.linux.ondemand`,
      perMonth: count * HOURS,
      basis: "provisioned",
      why: `${count} × ${type} for the replicas that always run, ${says}`,
      saving,
    });
    const volume: Quantity = {
      ...line(steady + onSpot, null, ""),
      sku: "ebs.gp3.storage",
      perMonth: (steady + onSpot) * platform.cluster.volumeGib,
      why: `${steady + onSpot} × ${platform.cluster.volumeGib} GiB gp3`,
    };
    return [
      line(steady, "compute", "on demand"),
      ...(onSpot > 0 ? [line(onSpot, "compute-spot", "on spot")] : []),
      ...(steady + onSpot > 0 ? [volume] : []),
    ];
  });
}

export function podsOf({ workloads }: Platform, { configured }: Region): (PodSet & { spot: boolean })[] {
  return workloads.map(({ name, replicas, pod, spot }) => ({ name, count: replicas[configured].min, ...pod, spot }));
}
