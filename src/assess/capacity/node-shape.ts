// What a node really has for pods: its memory as the system sees it, less what the kubelet keeps, less what runs on every node.

/** Visible memory: Vantage's benchmarks of 2025-12-10; by size for the families, whose ratios are 2, 4 and 8 GiB per processor. */
const VISIBLE_MIB: Readonly<Record<string, number>> = {
  "m5.large": 7_811,
  "m6g.large": 7_735,
  "m7g.large": 7_767,
  "m7g.xlarge": 15_677,
  "c7g.large": 3_811,
  "t4g.medium": 3_835,
};

const PROCESSORS: Readonly<Record<string, number>> = { medium: 2, large: 2, xlarge: 4, "2xlarge": 8, "4xlarge": 16 };
/** GiB per processor. */
const RATIO: Readonly<Record<string, number>> = { c: 2, m: 4, r: 8, t: 2 };

/** What the add-ons ask for on every node: network plug-in, proxy, storage driver, logs, node metrics, identity agent. */
const EVERY_NODE = { cpuMillis: 330, memoryMib: 480, pods: 6 } as const;
/** Below 30 processors a managed node takes 110 pods with prefix delegation (EKS user guide). */
const PODS_MAX = 110;
const EVICTION_MIB = 100;

export type NodeShape = { type: string; cpuMillis: number; memoryMib: number; pods: number };

/** Undefined for a type whose size isn't known. */
export function nodeShape(type: string): NodeShape | undefined {
  const [family = "", size = ""] = type.split(".");
  const processors = PROCESSORS[size];
  const ratio = RATIO[family.charAt(0)];
  if (processors === undefined || ratio === undefined) return undefined;
  // 5 % of nominal memory never shows (firmware, kernel) in the types that were measured.
  const visibleMib = VISIBLE_MIB[type] ?? processors * ratio * 1_024 * 0.95;
  const reservedMib = 255 + 11 * PODS_MAX + EVICTION_MIB;
  return {
    type,
    cpuMillis: processors * 1_000 - reservedCpuMillis(processors) - EVERY_NODE.cpuMillis,
    memoryMib: Math.floor(visibleMib - reservedMib - EVERY_NODE.memoryMib),
    pods: PODS_MAX - EVERY_NODE.pods,
  };
}

export const processorsOf = (type: string): number => PROCESSORS[type.split(".")[1] ?? ""] ?? 2;

/** The kubelet's share: 6 % of the first processor, 1 % of the second, 0.5 % of two more, 0.25 % of the rest (Amazon EKS AMI). */
function reservedCpuMillis(processors: number): number {
  const shares = [60, 10, 5, 5];
  let millis = 0;
  for (let index = 0; index < processors; index += 1) millis += shares[index] ?? 2.5;
  return millis;
}
