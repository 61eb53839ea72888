// Observability as files: rules with their unit tests, ready for promtool and for whoever wants to read them.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { yamlText } from "../manifest/yaml-text.ts";
import type { OutputFile } from "../output-file.ts";
import { alertmanagerConfig } from "./alertmanager.ts";
import { grafanaDashboard } from "./dashboard.ts";
import { dashboardsOf } from "./dashboards.ts";
import { fluentBitConfig } from "./fluent-bit.ts";
import { pingdomChecks } from "./pingdom.ts";
import { routeTestsText } from "./route-tests.ts";
import { ruleTests } from "./rule-tests.ts";
import { RULE_FILES, ruleGroups } from "./rules.ts";
import { collectorConfig } from "./telemetry-collector.ts";
import { yaceConfig } from "./yace.ts";
import { zabbixTemplate, zabbixWebhook } from "./zabbix.ts";

export function observabilityFiles(platform: Platform): readonly OutputFile[] {
  return [
    ...ruleFiles(platform),
    ...routeFiles(platform),
    ...dashboardFiles(platform),
    ...configurationFiles(platform),
    ...outsideFiles(platform),
  ];
}

/** The regions in which a Prometheus runs before anything has happened, or will after a fail-over. */
export const watchedRegions = ({ regions }: Platform): readonly Region[] =>
  [regions.primary, regions.standby].filter(({ holds }) => holds.cluster);

function routeFiles(platform: Platform): readonly OutputFile[] {
  return [
    ...watchedRegions(platform).map((region) => ({
      path: `observability/alertmanager/${region.name}.yaml`,
      text: yamlText(alertmanagerConfig(platform, region)),
      why: `Whom Alertmanager of ${region.name} tells; its secrets are files beside it.`,
    })),
    {
      path: "observability/alertmanager/routes.test.txt",
      text: routeTestsText(platform),
      why: "Which receiver each alert must reach, a line per alert, for `amtool config routes test`.",
    },
  ];
}

function ruleFiles(platform: Platform): readonly OutputFile[] {
  const groups = ruleGroups(platform);
  return RULE_FILES.flatMap((file) => [
    {
      path: `observability/rules/${file}.yaml`,
      text: yamlText({ groups: [groups[file]] }),
      why: `Rules of Prometheus about ${file}, the same that the clusters get as objects.`,
    },
    {
      path: `observability/rules/${file}.test.yaml`,
      text: yamlText(ruleTests(platform, file)),
      why: `promtool's unit tests of the rules about ${file}: each alert fires when it must and is quiet when it must.`,
    },
  ]);
}

function dashboardFiles(platform: Platform): readonly OutputFile[] {
  if (platform.observability.grafana === "none") return [];
  return dashboardsOf(platform).map((dashboard) => ({
    path: `observability/dashboards/${dashboard.name}.json`,
    text: `${JSON.stringify(grafanaDashboard(platform, dashboard), null, 2)}\n`,
    why: `Grafana's dashboard "${dashboard.title}", which the cluster's Grafana gets as a ConfigMap: ${firstSmall(dashboard.says)}`,
  }));
}
const firstSmall = (text: string): string => `${text[0]?.toLowerCase()}${text.slice(1)}`;

/** What the clusters get inside of ConfigMaps, once more as files of their own: for the exporters' own checks, and to be read. */
const configurationFiles = (platform: Platform): readonly OutputFile[] =>
  watchedRegions(platform).flatMap((region) => [
    {
      path: `observability/collector/${region.name}.yaml`,
      text: yamlText(collectorConfig(platform, region)),
      why: `What the collector of ${region.name} takes, and where it hands it.`,
    },
    {
      path: `observability/yace/${region.name}.yaml`,
      text: yamlText(yaceConfig(platform, region)),
      why: `Which of CloudWatch's metrics come into Prometheus of ${region.name}.`,
    },
    {
      path: `observability/fluent-bit/${region.name}.yaml`,
      text: yamlText(fluentBitConfig(platform, region)),
      why: `Which lines of ${region.name} go to which log group.`,
    },
  ]);

/** What watches from outside of AWS. */
function outsideFiles(platform: Platform): readonly OutputFile[] {
  const { observability, onPremises } = platform;
  const server = onPremises.kind === "connected" ? onPremises.sqlServer : undefined;
  return [
    ...(observability.onPremisesMonitor === "zabbix" && server !== undefined
      ? [
          {
            path: "observability/zabbix/sql-server.yaml",
            text: yamlText(zabbixTemplate(platform, server)),
            why: "Zabbix's template for the SQL Server on the premises: what is asked, and from where on somebody is told.",
          },
          {
            path: "observability/zabbix/pagerduty.yaml",
            text: yamlText(zabbixWebhook(platform)),
            why: "Zabbix's way to PagerDuty, the one funnel; the key is the user's own.",
          },
        ]
      : []),
    ...(observability.externalProbe === "pingdom"
      ? [
          {
            path: "observability/pingdom/checks.json",
            text: `${JSON.stringify(pingdomChecks(platform), null, 2)}\n`,
            why: "Pingdom's checks of the names that clients type, as its API takes them.",
          },
        ]
      : []),
  ];
}
