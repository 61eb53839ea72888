// Prometheus and Alertmanager of one region, on this machine: the same rules, the same routes, the same labels as in a cluster.
// What differs is named here: targets are ports of the loopback, scraped each second; PagerDuty and SNS are a sink. They are
// part of their region, so they die with it.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Platform, Region } from "../../src/blueprint/platform.ts";
import type { Installation, RegionLayout, RegionPorts } from "../../src/core/installation.ts";
import { yamlText } from "../../src/platform/manifest/yaml-text.ts";
import { externalLabels, PEER_JOB } from "../../src/platform/names/observability.ts";
import { alertmanagerConfig } from "../../src/platform/observability/alertmanager.ts";
import { LEASE_METRICS } from "../../src/platform/observability/monitors.ts";
import { RULE_FILES, ruleGroups } from "../../src/platform/observability/rules.ts";

const JOBS: readonly (readonly [job: string, port: keyof RegionPorts])[] = [
  ["console", "console"],
  ["collector", "collector"],
  ["query", "query"],
  ["guardian", "guardian"],
  ["mirror", "mirror"],
  ["lake-writer", "lakeWriter"],
  ["recoverer", "recoverer"],
  ["watchdog", "watchdog"],
];
export const SCRAPE_MS = 1_000;

export type SeenAlert = { readonly name: string; readonly state: "pending" | "firing"; readonly region: string };

export class RegionWatch {
  readonly region: Region;
  readonly #folder: string;
  readonly #ports: { prometheus: number; alertmanager: number };
  #running: ChildProcess[] = [];

  constructor(place: {
    platform: Platform;
    region: Region;
    installation: Installation;
    folder: string;
    ports: { prometheus: number; alertmanager: number };
    sinkUrl: string;
  }) {
    this.region = place.region;
    this.#folder = join(place.folder, place.region.name);
    this.#ports = place.ports;
    mkdirSync(this.#folder, { recursive: true });
    writeRules(place.platform, this.#folder);
    this.#write(
      "prometheus.yaml",
      prometheusConfig(place.platform, place.region, place.installation, place.ports.alertmanager),
    );
    this.#write("alertmanager.yaml", localRoutes(place.platform, place.region, place.sinkUrl, this.#folder));
  }

  #write(name: string, value: object): void {
    writeFileSync(join(this.#folder, name), yamlText(value as Record<string, unknown>));
  }

  start(): void {
    const { prometheus, alertmanager } = this.#ports;
    this.#running = [
      this.#spawn("prometheus", [
        "--config.file=prometheus.yaml",
        "--storage.tsdb.path=series",
        `--web.listen-address=127.0.0.1:${prometheus}`,
        "--enable-feature=exemplar-storage",
      ]),
      this.#spawn("prometheus-alertmanager", [
        "--config.file=alertmanager.yaml",
        "--storage.path=notified",
        `--web.listen-address=127.0.0.1:${alertmanager}`,
        "--cluster.listen-address=",
      ]),
    ];
  }

  get lives(): boolean {
    return this.#running.some(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  }

  /** As the region dies: without a word to anybody. */
  async kill(): Promise<void> {
    await Promise.all(
      this.#running.map(
        (one) =>
          new Promise<void>((resolve) => {
            if (one.exitCode !== null || one.signalCode !== null) return resolve();
            one.once("exit", () => resolve());
            one.kill("SIGKILL");
          }),
      ),
    );
    this.#running = [];
  }

  async alerts(): Promise<readonly SeenAlert[]> {
    const { data } = await this.#ask<{
      data: { alerts: { labels: Record<string, string>; state: SeenAlert["state"] }[] };
    }>("/api/v1/alerts");
    return data.alerts.map(({ labels, state }) => ({ name: labels.alertname ?? "", state, region: this.region.name }));
  }

  /** How many series the expression has now. */
  async count(expression: string): Promise<number> {
    const { data } = await this.#ask<{ data: { result: unknown[] } }>(
      `/api/v1/query?query=${encodeURIComponent(expression)}`,
    );
    return data.result.length;
  }

  async #ask<T>(path: string): Promise<T> {
    const response = await fetch(`http://127.0.0.1:${this.#ports.prometheus}${path}`, {
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok)
      throw new Error(
        `Prometheus of ${this.region.name} answered ${response.status} to ${path}: ${await response.text()}`,
      );
    return (await response.json()) as T;
  }

  #spawn(command: string, args: readonly string[]): ChildProcess {
    const log = openSync(join(this.#folder, `${command}.log`), "a");
    // Any key does: the sink doesn't look at signatures.
    const env = { ...process.env, AWS_ACCESS_KEY_ID: "none", AWS_SECRET_ACCESS_KEY: "none" };
    return spawn(command, args, { cwd: this.#folder, env, stdio: ["ignore", log, log] });
  }
}

function writeRules(platform: Platform, folder: string): void {
  const groups = ruleGroups(platform);
  for (const file of RULE_FILES) writeFileSync(join(folder, `${file}.yaml`), yamlText({ groups: [groups[file]] }));
}

function prometheusConfig(platform: Platform, region: Region, installation: Installation, alertmanager: number) {
  const [own, peer] = regionsOf(installation, region.name);
  const target = (port: number, of: Pick<Region, "name">) => ({
    targets: [`127.0.0.1:${port}`],
    labels: externalLabels(platform, of),
  });
  return {
    global: {
      scrape_interval: `${SCRAPE_MS}ms`,
      scrape_timeout: "900ms",
      external_labels: externalLabels(platform, region),
    },
    rule_files: RULE_FILES.map((file) => `${file}.yaml`),
    alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${alertmanager}`] }] }] },
    scrape_configs: [
      ...JOBS.map(([job_name, port]) => ({ job_name, static_configs: [target(own.ports[port], region)] })),
      {
        job_name: PEER_JOB,
        static_configs: [target(peer.ports.guardian, peer)],
        metric_relabel_configs: [{ source_labels: ["__name__"], regex: LEASE_METRICS.join("|"), action: "keep" }],
      },
    ],
  };
}

function regionsOf(
  { regions: [one, other] }: Installation,
  name: string,
): readonly [own: RegionLayout, peer: RegionLayout] {
  return one.name === name ? [one, other] : [other, one];
}

/** The region's own routes; only where they lead, and where the secrets' files lie, is changed. */
function localRoutes(platform: Platform, region: Region, sinkUrl: string, folder: string): object {
  const here: Readonly<Record<string, string>> = {
    pagerduty_url: `${sinkUrl}/v2/enqueue`,
    routing_key_file: join(folder, "routing-key"),
    api_url_file: join(folder, "chat-url"),
  };
  writeFileSync(join(folder, "routing-key"), "a-routing-key-of-the-proof");
  writeFileSync(join(folder, "chat-url"), `${sinkUrl}/chat`);
  const text = JSON.stringify(alertmanagerConfig(platform, region), (key, value) => here[key] ?? value);
  return JSON.parse(text, (key, value) =>
    key === "sns_configs" ? value.map((one: object) => ({ ...one, api_url: sinkUrl })) : value,
  ) as object;
}
