// Whether the sizes carry the plan: on a good day, without a zone, and in the standby.

import type { Platform } from "../../blueprint/platform.ts";
import type { Rule, Violation } from "../finding.ts";
import { course, PROFILES } from "./course.ts";
import { type Loss, limits } from "./limits.ts";

const short = (platform: Platform, loss: Loss): Violation[] =>
  limits(platform, loss)
    .filter(({ multiple }) => multiple < 1)
    .map(({ what, carries, unit, multiple, because }) => ({
      address: what,
      says: `carries ${Math.floor(carries)} ${unit}, ${Math.floor(multiple * 100)} % of the planned load (${because})`,
    }));

const serving = ({ workloads }: Platform) => workloads.filter(({ scaling }) => scaling.kind === "cpu");

export const CAPACITY_RULES: readonly Rule<Platform>[] = [
  {
    id: "CAP-1",
    title: "Everything carries the planned load",
    severity: "error",
    why: "What saturates first turns requests away however much the rest could carry.",
    mend: "Enlarge what is named, or lower objectives.requestsPerSecond or growthPerYear.",
    find: (platform) => short(platform, "nothing"),
  },
  {
    id: "CAP-2",
    title: "Everything carries the planned load without one zone",
    severity: "error",
    why: "A zone is lost about once in some years, at no quiet hour of choice.",
    mend: "One zone more, or a half more of it: 15 pods needed are 23 that survive a zone.",
    find: (platform) => short(platform, "a zone"),
  },
  {
    id: "CAP-3",
    title: "The standby grows to carry the planned load",
    severity: "error",
    why: "A fail-over into a region that can't carry the load is a second outage.",
    mend: "Raise the standby's limits: its most is the primary's.",
    find: (platform) => short(platform, "a region"),
  },
  {
    id: "CAP-4",
    title: "After the loss of a region the standby carries the busiest hour within the RTO",
    severity: "error",
    why: "The RTO counts until clients are answered, not until a database is promoted.",
    mend: "Raise recovery.standbyShare, choose a warmer approach, or give the RTO the minutes that nodes take.",
    find: (platform) => {
      if (platform.regions.standby.holds.nodes === "none") return [];
      return serving(platform).flatMap((workload) => {
        const { shortUntilSecond } = course(platform, workload, PROFILES.busiest, { kind: "region-lost", atSecond: 0 });
        const tookSeconds = (shortUntilSecond ?? -1) + 1;
        if (tookSeconds <= platform.objectives.rtoSeconds) return [];
        const says = `turns requests away for ${tookSeconds} s after a fail-over at the busiest hour; the RTO is ${platform.objectives.rtoSeconds} s`;
        return [{ address: workload.name, says }];
      });
    },
  },
  {
    id: "CAP-5",
    title: "The loss of a zone at the busiest hour turns nobody away",
    severity: "warning",
    why: "Pods of the lost zone are replaced in a minute or three; until then the others carry their share, or don't.",
    mend: "Keep half as many replicas again as the load needs (cluster.replicasMin, podsPerService), or a lower cluster.cpuTargetPercent.",
    find: (platform) =>
      serving(platform).flatMap((workload) => {
        const { shortUntilSecond, unansweredShare } = course(platform, workload, PROFILES.busiest, {
          kind: "zone-lost",
          atSecond: 300,
        });
        if (shortUntilSecond === null) return [];
        const says = `turns requests away for ${shortUntilSecond - 299} s, ${(unansweredShare * 100).toFixed(1)} % of the half hour's`;
        return [{ address: workload.name, says }];
      }),
  },
];
