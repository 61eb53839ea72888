// Alerting under a real loss: two live regions, each with its own Prometheus and Alertmanager under the generated rules and
// routes, a drill that kills one region with its alerting, and a sink where PagerDuty stands. What came is judged, and its
// timeline is signed with the drill's evidence.
import { createHash } from "node:crypto";
import { createConnection } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Platform } from "../../src/blueprint/platform.ts";
import type { Installation } from "../../src/core/installation.ts";
import { METRICS } from "../../src/core/telemetry/metrics.ts";
import { drill } from "../../src/drills/drill.ts";
import { verifyEvidence } from "../../src/drills/evidence.ts";
import type { Scenario, Step } from "../../src/drills/scenario.ts";
import { scenarioNamed } from "../../src/drills/scenarios.ts";
import { readLinkKey } from "../../src/drivers/installation.ts";
import { freePorts } from "../../src/drivers/process/free-ports.ts";
import { alertmanagerGroupKey, pairIncident } from "../../src/platform/names/observability.ts";
import { expressionOf } from "../../src/platform/observability/alert.ts";
import { alertsOf } from "../../src/platform/observability/alerts.ts";
import { PROGRAM_SERIES } from "../../src/platform/observability/catalogue.ts";
import { dashboardsOf } from "../../src/platform/observability/dashboards.ts";
import { recordings } from "../../src/platform/observability/slo.ts";
import type { RunningInstallation } from "../scenarios/running-installation.ts";
import { type Incident, PagerSink } from "./pager-sink.ts";
import { readPromql } from "./promql.ts";
import { RegionWatch, type SeenAlert } from "./region-watch.ts";

/** Longer than a page takes: a night's loss doesn't end within seconds. */
const DOWN_MS = 75_000;
const RESOLVED_MS_MAX = 120_000;
/** After the region's return: longer than any page's wait but a rule's of hours, so that an echo would be heard. */
const ECHO_MS = 130_000;
const SAMPLES_MS_MAX = 30_000;
const LOOK_MS = 500;
/** From the loss to the page: a minute, of which the scrape is at most ten seconds in a cluster. */
export const DETECTION_MS_MAX = 60_000;
/** Exported only where the process serves TLS, which a cluster does and this machine doesn't. */
const NOT_HERE: ReadonlySet<string> = new Set(["tandem_tls_certificate_expiry_seconds"]);

export type Judged = { readonly holds: boolean; readonly words: string };
type Happening = { readonly atMs: number; readonly what: string };

export async function watchDrill(
  platform: Platform,
  running: RunningInstallation,
  folder: string,
  say: (line: string) => void,
): Promise<readonly Judged[]> {
  const installation = await running.installation();
  const began = performance.now();
  const nowMs = (): number => Math.round(performance.now() - began);
  const sink = await PagerSink.open(nowMs);
  const base = await freePorts(4);
  const watches = [platform.regions.primary, platform.regions.standby].map(
    (region, index) =>
      new RegionWatch({
        platform,
        region,
        installation,
        folder,
        ports: { prometheus: base + 2 * index, alertmanager: base + 2 * index + 1 },
        sinkUrl: sink.url,
      }),
  );
  const observer = new Observer(installation, watches, nowMs, say);
  try {
    for (const watch of watches) watch.start();
    await observer.begin();
    const judged: Judged[] = [];
    let lostAtMs: number | null = null;
    const drilled = await drill({ installation, linkKey: readLinkKey(installation) }, longLoss(), {
      load: { eventsPerSecond: 200, writersAtEdge: 2 },
      who: "proof of alerting",
      print: ({ lane, text }) => say(`drill ${lane}: ${text}`),
      attach: async () => {
        lostAtMs = observer.lostAtMs;
        await until(ECHO_MS, () => observer.backAtMs !== null && nowMs() > observer.backAtMs + ECHO_MS);
        await until(RESOLVED_MS_MAX, () => sink.incidents().every(({ resolvedMs }) => resolvedMs !== null));
        judged.push(...judgePages(platform, sink, lostAtMs), ...observer.judge());
        return [{ name: "alerts.json", text: `${JSON.stringify(timeline(sink, observer, judged), null, 1)}\n` }];
      },
    });
    const evidence = await verifyEvidence(drilled.directory);
    return [
      ...judged,
      {
        holds: drilled.record.summary.outcome === "passed",
        words: `the drill itself: ${drilled.record.summary.verdict}`,
      },
      {
        holds: evidence.kind === "good",
        words: `the evidence holds alerts.json and verifies: ${evidence.kind === "good" ? `${evidence.files} files` : evidence.because}`,
      },
      await judgeSamples(platform, watches),
    ];
  } finally {
    await observer.end();
    for (const watch of watches) await watch.kill();
    await sink.close();
  }
}

/** `region-loss` as it ships, but the region stays away for longer than a page takes. */
function longLoss(): Scenario {
  const shipped = scenarioNamed("region-loss");
  if (shipped === undefined)
    throw new Error("There is no drill region-loss any more; name the one that kills a region.");
  const heal = shipped.steps.findIndex((step) => step.do === "heal");
  const stay: Step = { do: "run", forMs: DOWN_MS };
  return { ...shipped, steps: [...shipped.steps.slice(0, heal), stay, ...shipped.steps.slice(heal)] };
}

function judgePages(platform: Platform, sink: PagerSink, lostAtMs: number | null): readonly Judged[] {
  const incidents = sink.incidents();
  const pages = incidents.filter(({ severity }) => severity === "critical");
  const key = createHash("sha256")
    .update(alertmanagerGroupKey("page", pairIncident(platform)))
    .digest("hex");
  const [page] = pages;
  const tookMs = page === undefined || lostAtMs === null ? Number.POSITIVE_INFINITY : page.openedMs - lostAtMs;
  const named = (one: Incident): string => `"${one.summary}"`;
  return [
    { holds: pages.length === 1, words: `exactly one page: ${pages.length}, ${pages.map(named).join(", ") || "none"}` },
    {
      holds: page?.key === key,
      words: "its key is the one that the other region's Alertmanager and CloudWatch's pager make too",
    },
    {
      holds: tookMs <= DETECTION_MS_MAX,
      words: `from the loss to the page ${(tookMs / 1_000).toFixed(1)} s, of ${DETECTION_MS_MAX / 1_000} s allowed`,
    },
    {
      holds: pages.every(({ resolvedMs }) => resolvedMs !== null),
      words: "the page is resolved after the region's return",
    },
    {
      holds: platform.observability.chat === "none" || sink.told.some(({ title }) => title.startsWith("FIRING page")),
      words: `the channel was told too: ${sink.told.map(({ title }) => `"${title}"`).join(", ") || "nothing"}`,
    },
    { holds: sink.heartbeats.length > 2, words: `the dead man's switch was heard ${sink.heartbeats.length} times` },
    {
      holds: true,
      words: `tickets beside it: ${
        incidents
          .filter(({ severity }) => severity !== "critical")
          .map(named)
          .join(", ") || "none"
      }`,
    },
  ];
}

/** Every metric of the program that a rule or a panel asks for has had a sample from the live pair. */
async function judgeSamples(platform: Platform, watches: readonly RegionWatch[]): Promise<Judged> {
  const recorded = new Set(recordings(platform).map(({ record }) => record));
  const expressions = [
    ...recordings(platform).map(({ expr }) => expr),
    ...alertsOf(platform).map((alert) => expressionOf(platform, alert)),
    ...dashboardsOf(platform).flatMap(({ rows }) =>
      rows.flatMap(({ panels }) =>
        panels.flatMap(({ queries }) => queries.flatMap((one) => (one.kind === "prometheus" ? [one.expr] : []))),
      ),
    ),
  ];
  const asked = new Set(
    expressions
      .flatMap((expression) => {
        const read = readPromql(expression);
        return read.kind === "read" ? read.metrics : [];
      })
      .filter(
        (name) => !recorded.has(name) && (PROGRAM_SERIES as readonly string[]).includes(name) && !NOT_HERE.has(name),
      ),
  );
  let silent: string[] = [];
  await until(SAMPLES_MS_MAX, async () => {
    const counts = await Promise.all(
      [...asked].map(async (name) => {
        const each = await Promise.all(watches.map((watch) => watch.count(`last_over_time(${name}[10m])`)));
        return [name, each.reduce((sum, one) => sum + one, 0)] as const;
      }),
    );
    silent = counts.filter(([, count]) => count === 0).map(([name]) => name);
    return silent.length === 0;
  });
  const of = Object.keys(METRICS).length;
  return {
    holds: asked.size > 0 && silent.length === 0,
    words: `${asked.size} series of the program (its catalogue names ${of} metrics) are asked for by rules and panels; without a sample: ${silent.join(", ") || "none"}; not to be had here: ${[...NOT_HERE].join(", ")}`,
  };
}

const timeline = (sink: PagerSink, observer: Observer, judged: readonly Judged[]) => ({
  format: 1,
  says: "What the Prometheus and Alertmanager of both regions told during this drill, in milliseconds since alerting began.",
  lostAtMs: observer.lostAtMs,
  backAtMs: observer.backAtMs,
  alerts: observer.happenings,
  pages: sink.events.map(({ routingKey, ...event }) => event),
  incidents: sink.incidents(),
  channel: sink.told,
  heartbeats: sink.heartbeats,
  judged,
});

/** Looks at both regions' alerts twice a second, and lets a region's alerting die and return with it. */
class Observer {
  readonly happenings: Happening[] = [];
  lostAtMs: number | null = null;
  backAtMs: number | null = null;
  readonly #fired = new Set<string>();
  readonly #stop = new AbortController();
  #loop: Promise<void> = Promise.resolve();
  readonly #states = new Map<string, SeenAlert["state"]>();
  readonly #installation: Installation;
  readonly #watches: readonly RegionWatch[];
  readonly #nowMs: () => number;
  readonly #say: (line: string) => void;

  constructor(
    installation: Installation,
    watches: readonly RegionWatch[],
    nowMs: () => number,
    say: (line: string) => void,
  ) {
    this.#installation = installation;
    this.#watches = watches;
    this.#nowMs = nowMs;
    this.#say = say;
  }

  /** Waits until both Prometheus answer and have heard of their region. */
  async begin(): Promise<void> {
    const ready = await until(30_000, async () => {
      const heard = await Promise.all(
        this.#watches.map((watch) => watch.count('up{job="guardian"} == 1').catch(() => 0)),
      );
      return heard.every((count) => count === 1);
    });
    if (!ready)
      throw new Error(
        "The regions' Prometheus didn't hear of their guardians within 30 s; their logs lie beside their configuration.",
      );
    this.#loop = this.#look();
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  judge(): readonly Judged[] {
    const fired = [...this.#fired].sort();
    return [
      {
        holds: this.#fired.has("RegionLost"),
        words: `RegionLost fired; all that fired: ${fired.join(", ") || "nothing"}`,
      },
      { holds: this.#fired.has("Watchdog"), words: "the watchdog fires all the time" },
      { holds: !this.#fired.has("ActiveTwo"), words: "no two active regions were told" },
    ];
  }

  #tell(what: string): void {
    this.happenings.push({ atMs: this.#nowMs(), what });
    this.#say(`alerting: ${what}`);
  }

  async #look(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      for (const watch of this.#watches) {
        const region = this.#installation.regions.find(({ name }) => name === watch.region.name);
        const alive = region !== undefined && (await listens(region.ports.guardian));
        if (!alive && watch.lives) {
          this.lostAtMs ??= this.#nowMs();
          await watch.kill();
          this.#tell(`${watch.region.name} and its alerting are gone`);
        } else if (alive && !watch.lives) {
          this.backAtMs ??= this.#nowMs();
          watch.start();
          this.#tell(`${watch.region.name} and its alerting are back`);
        }
        if (watch.lives) this.#compare(watch.region.name, await watch.alerts().catch(() => undefined));
      }
      await wait(LOOK_MS);
    }
  }

  #compare(region: string, seen: readonly SeenAlert[] | undefined): void {
    if (seen === undefined) return;
    const now = new Map(seen.map((alert) => [`${alert.name} in ${region}`, alert.state]));
    for (const [name, state] of now) {
      if (state === "firing") this.#fired.add(name.split(" ")[0] as string);
      if (this.#states.get(name) !== state) this.#tell(`${name} is ${state}`);
      this.#states.set(name, state);
    }
    for (const name of [...this.#states.keys()].filter((one) => one.endsWith(` in ${region}`) && !now.has(one))) {
      this.#states.delete(name);
      this.#tell(`${name} is over`);
    }
  }
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

async function until(limitMs: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (performance.now() < end) {
    if (await holds()) return true;
    await wait(LOOK_MS);
  }
  return holds();
}
