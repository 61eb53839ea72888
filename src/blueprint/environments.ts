// The four environments by one small override each. `prod` is the blueprint as written; uat is the same in small, qa is
// one region's worth of it, and dev is one engineer's: cheap, never a different shape, only less of it.
import { type Blueprint, type EnvironmentName, merge, type Override } from "./blueprint.ts";

type Overrides = NonNullable<Blueprint["environments"]>;
type Overriding = NonNullable<Overrides[EnvironmentName]>;

/** Regions' ranges by environment, so that even environments that are joined one day don't overlap. */
const RANGES = {
  uat: ["10.16.0.0/16", "10.17.0.0/16"],
  qa: ["10.32.0.0/16", "10.33.0.0/16"],
  dev: ["10.48.0.0/16", "10.49.0.0/16"],
} as const;

const networkOf = (environment: "uat" | "qa" | "dev") => ({
  primary: { cidr: RANGES[environment][0] },
  standby: { cidr: RANGES[environment][1] },
});

/** What is neither watched around the clock nor kept for long. */
const UNWATCHED = {
  edge: { shield: "standard" },
  network: { natGateways: "single", flowLogs: { retentionDays: 14 } },
  security: { trailDays: 90 },
  observability: { logDays: 7, canaries: false, externalProbe: "none", onPremisesMonitor: "none" },
  backups: {
    plans: [{ importance: "critical", everyHours: 24, keepDays: 7, copyToOtherRegion: true }],
    vaultLock: "none",
    restoreTests: "none",
  },
} as const satisfies Overriding;

/** Half a day without it is bearable, so nothing but copies stands in the other region. */
const RESTORED = {
  recovery: { approach: "backup-restore", drillEveryDays: 90 },
  objectives: { rtoSeconds: 43_200, rpoSeconds: 86_400, growthPerYear: 0, surviveZone: false },
  cost: { commitment: { kind: "none" } },
} as const satisfies Overriding;

const UAT: Overriding = {
  objectives: { requestsPerSecond: 100, eventsPerSecond: 400 },
  cost: { commitment: { kind: "none" }, monthlyBudgetUsd: 6_000 },
};

const QA: Overriding = {
  objectives: { requestsPerSecond: 50, eventsPerSecond: 200 },
  cost: { monthlyBudgetUsd: 2_500 },
};

const DEV: Overriding = {
  network: { interfaceEndpoints: "gateway-only" },
  objectives: { requestsPerSecond: 5, eventsPerSecond: 20, eventRetentionDays: 30 },
  cluster: { replicasMin: 1, podsPerService: 1, spotShare: 1, pod: { cpuMillis: 250, memoryMib: 512 } },
  recovery: { faultExperiments: false },
  cost: { monthlyBudgetUsd: 1_000 },
};

/**
 * What dev, qa and uat change. Databases, cache and brokers keep their kind and take a small type that the blueprint
 * names, since an override that changed the kind would test something else than what prod runs.
 */
export function smallerEnvironments(of: {
  name: string;
  domain: string;
  /** For qa and dev. */
  small: Override<Blueprint>;
  /** For qa alone. */
  qa?: Override<Blueprint>;
}): Overrides {
  const named = (environment: "uat" | "qa" | "dev"): Overriding => ({
    name: `${of.name}-${environment}`,
    domain: `${environment}.${of.domain}`,
    regions: networkOf(environment),
  });
  const small = [of.small, UNWATCHED, RESTORED];
  return {
    uat: all(named("uat"), UAT),
    qa: all(named("qa"), ...small, QA, of.qa ?? {}),
    dev: all(named("dev"), ...small, DEV),
  };
}

const all = (...overrides: readonly unknown[]): Overriding =>
  overrides.reduce((merged, one) => merge(merged, one)) as Overriding;
