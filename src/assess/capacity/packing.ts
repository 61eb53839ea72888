// How many nodes a set of pods needs: first fit, the largest first, over zones that share the pods evenly. It is what a
// scheduler reaches, not the best there is.

import { instanceShape } from "../../blueprint/sizing/instances.ts";
import { allocatable } from "../../blueprint/sizing/nodes.ts";

/** What a node has for pods, beside what runs on every node. */
export type NodeShape = { cpuMillis: number; memoryMib: number; pods: number };

export type PodSet = { name: string; count: number; cpuMillis: number; memoryMib: number };
export type Packed = { nodes: number; perZone: readonly number[]; left: readonly string[] };

const ZONES = 3;

/** Undefined for a type whose size its name doesn't say. */
export function nodeShape(type: string): NodeShape | undefined {
  const shape = instanceShape(type);
  return shape === null ? undefined : allocatable(shape);
}

export function pack(pods: readonly PodSet[], shape: NodeShape, zones: number = ZONES): Packed {
  const perZone: number[] = [];
  const left = new Set<string>();
  for (let zone = 0; zone < zones; zone += 1) {
    const here = pods.map((set) => ({ ...set, count: shareOf(set.count, zone, zones) }));
    const packed = packZone(here, shape);
    perZone.push(packed.nodes);
    for (const name of packed.left) left.add(name);
  }
  return { nodes: perZone.reduce((sum, nodes) => sum + nodes, 0), perZone, left: [...left] };
}

/** Spread evenly: the first zones get what doesn't divide. */
const shareOf = (count: number, zone: number, zones: number): number =>
  Math.floor(count / zones) + (zone < count % zones ? 1 : 0);

function packZone(pods: readonly PodSet[], shape: NodeShape): { nodes: number; left: string[] } {
  const free: { cpuMillis: number; memoryMib: number; pods: number }[] = [];
  const left: string[] = [];
  const bySize = [...pods].sort((a, b) => weight(b, shape) - weight(a, shape));
  for (const set of bySize) {
    if (set.cpuMillis > shape.cpuMillis || set.memoryMib > shape.memoryMib) {
      if (set.count > 0) left.push(set.name);
      continue;
    }
    for (let placed = 0; placed < set.count; placed += 1) {
      let node = free.find((one) => one.cpuMillis >= set.cpuMillis && one.memoryMib >= set.memoryMib && one.pods >= 1);
      if (node === undefined) {
        node = { cpuMillis: shape.cpuMillis, memoryMib: shape.memoryMib, pods: shape.pods };
        free.push(node);
      }
      node.cpuMillis -= set.cpuMillis;
      node.memoryMib -= set.memoryMib;
      node.pods -= 1;
    }
  }
  return { nodes: free.length, left };
}

/** The larger of the shares of a node that a pod takes. */
const weight = (pod: PodSet, shape: NodeShape): number =>
  Math.max(pod.cpuMillis / shape.cpuMillis, pod.memoryMib / shape.memoryMib);
