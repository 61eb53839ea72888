// Whom Alertmanager tells, and how one incident stays one page. Alerts of the same `incident` are one group, so one
// notification and one deduplication key, in whichever region they fire: PagerDuty makes one incident of both regions'
// (names/observability.ts), and of the alarm that CloudWatch raises about the same. While the regions have lost each other,
// and half an hour after, what only follows from it is quiet. What CloudWatch tells by its own way isn't told again.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { alertmanagerSecretFile, heartbeatTopicArn } from "../names/observability.ts";
import { type Severity, topicArnIn } from "../names/safety.ts";
import { PAGERDUTY_ENDPOINT } from "./pager-script.ts";

export const RECEIVERS = { page: "pager", ticket: "tickets", heartbeat: "heartbeat", nobody: "nobody" } as const;
export type ReceiverName = (typeof RECEIVERS)[keyof typeof RECEIVERS];

type Route = {
  readonly receiver: ReceiverName;
  readonly matchers?: readonly string[];
  readonly group_by?: readonly string[];
  readonly group_wait?: string;
  readonly group_interval?: string;
  readonly repeat_interval?: string;
  readonly active_time_intervals?: readonly string[];
  readonly routes?: readonly Route[];
};
type Receiver = {
  readonly name: ReceiverName;
  readonly pagerduty_configs?: readonly Readonly<Record<string, unknown>>[];
  readonly sns_configs?: readonly Readonly<Record<string, unknown>>[];
  readonly slack_configs?: readonly Readonly<Record<string, unknown>>[];
};
type Inhibition = {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal?: readonly string[];
};
export type AlertmanagerConfiguration = {
  readonly global: { readonly resolve_timeout: string; readonly pagerduty_url: string };
  readonly route: Route;
  readonly inhibit_rules: readonly Inhibition[];
  readonly time_intervals: readonly { readonly name: string; readonly time_intervals: readonly object[] }[];
  readonly receivers: readonly Receiver[];
};

/** A ticket can wait for a working day; a page waits for nothing. In UTC, as everything is. */
const WEEKDAYS = "weekdays";

export function alertmanagerConfig(platform: Platform, region: Region): AlertmanagerConfiguration {
  return {
    global: { resolve_timeout: "5m", pagerduty_url: PAGERDUTY_ENDPOINT },
    route: {
      receiver: RECEIVERS.ticket,
      group_by: ["incident"],
      group_wait: "30s",
      group_interval: "5m",
      repeat_interval: "24h",
      routes: [
        // Every minute, come what may: CloudWatch rings when it stops.
        {
          receiver: RECEIVERS.heartbeat,
          matchers: ['alertname="Watchdog"'],
          group_by: ["alertname"],
          group_wait: "0s",
          group_interval: "1m",
          repeat_interval: "1m",
        },
        { receiver: RECEIVERS.nobody, matchers: ['severity="none"'] },
        { receiver: RECEIVERS.nobody, matchers: ['told="cloudwatch"'] },
        // What belongs to the same incident and fires within seconds goes into the same page.
        {
          receiver: RECEIVERS.page,
          matchers: ['severity="page"'],
          group_by: ["incident"],
          group_wait: "5s",
          group_interval: "1m",
          repeat_interval: "4h",
        },
        {
          receiver: RECEIVERS.ticket,
          matchers: ['severity="ticket"'],
          group_by: ["incident"],
          active_time_intervals: [WEEKDAYS],
        },
      ],
    },
    inhibit_rules: [
      {
        source_matchers: ['alertname=~"RegionLost|RegionLostLately"'],
        target_matchers: ['follows="region-lost"'],
        equal: ["environment"],
      },
      // The page of an incident is also its ticket.
      {
        source_matchers: ['severity="page"'],
        target_matchers: ['severity="ticket"'],
        equal: ["environment", "incident"],
      },
      ...fasterFirst(),
    ],
    time_intervals: [{ name: WEEKDAYS, time_intervals: [{ weekdays: ["monday:friday"] }] }],
    receivers: [
      teller(platform, region, "page"),
      teller(platform, region, "ticket"),
      {
        name: RECEIVERS.heartbeat,
        sns_configs: [sns(region, heartbeatTopicArn(platform, region.name), "Alerting lives")],
      },
      { name: RECEIVERS.nobody },
    ],
  };
}

/** Of one objective's four alerts the fastest is enough. */
function fasterFirst(): readonly Inhibition[] {
  const speeds = ["Fast", "Steady", "Slow", "Creeping"];
  return speeds.slice(0, -1).map((speed, index) => ({
    source_matchers: ['component="objectives"', `alertname=~".+${speed}"`],
    target_matchers: ['component="objectives"', `alertname=~".+(${speeds.slice(index + 1).join("|")})"`],
    equal: ["environment", "region", "objective"],
  }));
}

/** PagerDuty directly, by a key in a file; or the region's topics, which write to people. */
function teller(platform: Platform, region: Region, severity: Severity): Receiver {
  const name = RECEIVERS[severity];
  if (platform.observability.pager.kind === "email") {
    const subject = "{{ .Status | toUpper }} {{ .CommonLabels.incident }}: {{ (index .Alerts 0).Annotations.summary }}";
    return {
      name,
      ...chat(platform),
      sns_configs: [sns(region, topicArnIn(platform, severity, { region: region.name }), subject)],
    };
  }
  return {
    name,
    ...chat(platform),
    pagerduty_configs: [
      {
        routing_key_file: alertmanagerSecretFile("pager"),
        send_resolved: true,
        severity: severity === "page" ? "critical" : "warning",
        description: "{{ (index .Alerts 0).Annotations.summary }}",
        client: "Tandem",
        component: "{{ .CommonLabels.component }}",
        group: "{{ .CommonLabels.owner }}",
        class: "{{ .CommonLabels.incident }}",
        details: {
          region: region.name,
          alerts: "{{ range .Alerts.Firing }}{{ .Labels.alertname }}: {{ .Annotations.description }}\n{{ end }}",
          dashboard: "{{ (index .Alerts 0).Annotations.dashboard }}",
        },
        links: [{ href: "{{ (index .Alerts 0).Annotations.runbook_url }}", text: "Runbook" }],
      },
    ],
  };
}

/** Told beside, for all to read: the same words, and where to look. */
const chat = ({ observability }: Platform): Pick<Receiver, "slack_configs"> =>
  observability.chat === "none"
    ? {}
    : {
        slack_configs: [
          {
            api_url_file: alertmanagerSecretFile("chat"),
            send_resolved: true,
            title: "{{ .Status | toUpper }} {{ .CommonLabels.severity }}: {{ (index .Alerts 0).Annotations.summary }}",
            title_link: "{{ (index .Alerts 0).Annotations.runbook_url }}",
            text: "{{ range .Alerts }}{{ .Annotations.description }}\n{{ end }}",
          },
        ],
      };

/** By Alertmanager's own role; no key is needed. */
const sns = (region: Region, topic: string, subject: string) => ({
  topic_arn: topic,
  sigv4: { region: region.name },
  subject,
  send_resolved: true,
});
