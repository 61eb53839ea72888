// What an instance type is: processors and memory from its name. AWS's families keep one ratio of memory to processors,
// so the name says it all; the burstable sizes are listed. A name that can't be read is a problem, never a guess.

export type InstanceShape = { vcpus: number; memoryGib: number; architecture: "arm64" | "amd64" };

const GIB_PER_VCPU: Record<string, number> = { c: 2, m: 4, r: 8, x: 16 };
const SIZES: Record<string, number> = { medium: 1, large: 2, xlarge: 4 };
const BURSTABLE: Record<string, [vcpus: number, memoryGib: number]> = {
  nano: [2, 0.5],
  micro: [2, 1],
  small: [2, 2],
  medium: [2, 4],
  large: [2, 8],
  xlarge: [4, 16],
  "2xlarge": [8, 32],
};

/** "db.t4g.large", "cache.m6g.large", "kafka.m7g.large", "m7g.large.search" and "m7g.large" alike; null when unreadable. */
export function instanceShape(type: string): InstanceShape | null {
  const found = /^(?:db\.|cache\.|kafka\.)?([a-z]+)(\d+)([a-z]*)\.(\w+?)(?:\.search)?$/.exec(type);
  if (!found) return null;
  const [, letter = "", , options = "", size = ""] = found;
  const architecture = options.includes("g") ? "arm64" : "amd64";
  if (letter === "t") {
    const shape = BURSTABLE[size];
    return shape ? { vcpus: shape[0], memoryGib: shape[1], architecture } : null;
  }
  const perVcpu = GIB_PER_VCPU[letter];
  const multiple = /^(\d+)xlarge$/.exec(size)?.[1];
  const vcpus = multiple ? Number(multiple) * 4 : SIZES[size];
  return perVcpu && vcpus ? { vcpus, memoryGib: vcpus * perVcpu, architecture } : null;
}
