// How many of a thing it takes to carry a load, also after the loss of one of three zones.

const ZONES = 3;

/**
 * Replicas that carry `load` when each takes `perReplica` at full load and is kept at `target` of it.
 * Source: the horizontal autoscaler's own rule, desired = ceil(current × metric / target). 500 requests/s at 50 each
 * and 70 %: 500 / 35 = 14.3, so 15, not 10.
 */
export const replicasFor = (load: number, perReplica: number, target = 1): number =>
  Math.ceil(rounded(load / (perReplica * target)));

/**
 * Fewest replicas, spread evenly over three zones, of which `needed` are left when the fullest zone is lost.
 * 15 needed: 23, since 23 lie 8, 8, 7 and 15 remain; 22 leave 14.
 */
export function replicasSurvivingZone(needed: number): number {
  let replicas = Math.ceil((needed * ZONES) / (ZONES - 1));
  while (leftAfterZone(replicas) < needed) replicas += 1;
  return replicas;
}

/** How many of `replicas`, spread evenly, remain after the fullest of three zones is gone. */
export const leftAfterZone = (replicas: number): number => replicas - Math.ceil(replicas / ZONES);

export const upToMultiple = (value: number, of: number): number => Math.ceil(value / of) * of;

/** Growth compounded over months: what a load of 1 becomes. */
export const growth = (perYear: number, months: number): number => (1 + perYear) ** (months / 12);

// Binary fractions make 500 / (50 × 0.7) × … land a hair above a whole number; a millionth isn't a replica.
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
