// What rings, as pages of this platform: an anchor per alarm and per alert, with what it means, the first look as commands, what
// usually lies behind it, and when to call somebody. The words are the catalogues' own.
import type { Platform } from "../../blueprint/platform.ts";
import { alarmName } from "../names/safety.ts";
import type { AlarmRule } from "../observability/alarm-rule.ts";
import { ALARMS } from "../observability/alarms.ts";
import { type Alert, alertName, told } from "../observability/alert.ts";
import { alertsOf } from "../observability/alerts.ts";
import { COMPOSITES } from "../observability/runbook.ts";
import { privatePath } from "./cluster-commands.ts";
import { reads, variable } from "./command.ts";
import { asOnCall, asText, awsArgv, whoAmI } from "./ground.ts";
import { groundAnywhere, lookAt } from "./look-commands.ts";
import { type Block, commands, type Input, list, type Page, type Section, text } from "./page.ts";
import { SIGNS, signKey } from "./signs.ts";

const REGION = (platform: Platform): Input => ({
  name: "REGION",
  says: "the region that the alarm's name tells",
  example: platform.regions.primary.name,
});

export function alarmsPage(platform: Platform): Page {
  const unique = ALARMS.filter(({ id }, index) => ALARMS.findIndex((rule) => rule.id === id) === index);
  return {
    name: "alarms",
    role: asOnCall(platform),
    title: "An alarm of CloudWatch rings",
    why: "One paragraph per alarm: what it means, where to look first, what usually lies behind it, when to call somebody.",
    inputs: [REGION(platform)],
    sections: [
      firstOfAll(platform),
      ...Object.entries(COMPOSITES).map(([id, { says, first }]) =>
        section(platform, { id, component: "recovery", says, first, reaction: "Pages." }),
      ),
      ...unique.map((rule) => section(platform, { ...rule, reaction: reactionOf(rule), limit: rule.formula })),
      ...looksSections(platform, ["recovery", ...unique.map(({ component }) => component)]),
    ],
  };
}

export function alertsPage(platform: Platform): Page {
  return {
    name: "alerts",
    role: asOnCall(platform),
    title: "An alert of Prometheus rings",
    why: "One paragraph per alert: what it means, where to look first, what usually lies behind it, when to call somebody.",
    inputs: [REGION(platform)],
    sections: [
      firstOfAll(platform),
      ...alertsOf(platform).map((alert) =>
        section(platform, {
          ...alert,
          says: inWords(alert.says),
          first: inWords(alert.first),
          reaction: reactionToAlert(alert),
          limit: `${alert.comparison} ${told(platform, alert.threshold)} ${alert.unit}: ${alert.formula}`,
        }),
      ),
      ...looksSections(
        platform,
        alertsOf(platform).map(({ component }) => component),
      ),
    ],
  };
}

/** The catalogue writes for Alertmanager, which knows the region; a page is for both. */
const inWords = (says: string): string =>
  says
    .replaceAll("%region%", "the region")
    .replaceAll("%peer%", "the other region")
    .replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, "`$1`")
    .replace(/^the /, "The ");

const reactionOf = (rule: AlarmRule): string =>
  `${rule.ill ? "A sign of an ill region: a ticket by itself, a page with others" : rule.severity === "page" ? "Pages" : "Writes a ticket"}; ${rule.owner} answers for it.`;
const reactionToAlert = (alert: Alert): string =>
  alert.severity === "none"
    ? "Told to nobody."
    : `${alert.severity === "page" ? "Pages" : "Writes a ticket"}${alert.told === undefined ? "" : " (by CloudWatch's own alarm)"} as \`${alertName(alert)}\`; ${alert.owner} answers for it.`;

type Told = {
  readonly id: string;
  readonly component: string;
  readonly says: string;
  readonly first: string;
  readonly reaction: string;
  readonly limit?: string;
};

function section(platform: Platform, { id, component, says, first, reaction, limit }: Told): Section {
  const sign = SIGNS[signKey(id)];
  const looks = lookAt(component, groundAnywhere(platform));
  const blocks: Block[] = [
    text(`${says}. ${reaction}${limit === undefined ? "" : ` Limit: ${limit}.`}`),
    text(`**First:** ${first}`),
    ...(sign === undefined ? [] : [list(...sign.causes.map((cause) => `Likely: ${cause}.`))]),
    ...(looks.length === 0 ? [] : [text(`**Look:** [the commands for ${component}](#look-${anchorOf(component)}).`)]),
    ...(sign === undefined ? [] : [text(`**Call somebody:** ${sign.escalate}`)]),
  ];
  return { title: id, anchor: id, blocks };
}

const anchorOf = (component: string): string => component.replaceAll(" ", "-");

/** The commands stand once per component: what rings together is looked at together. */
function looksSections(platform: Platform, components: readonly string[]): readonly Section[] {
  return [...new Set(components)].flatMap((component) => {
    const looks = lookAt(component, groundAnywhere(platform));
    return looks.length === 0
      ? []
      : [{ title: `Look: ${component}`, anchor: `look-${anchorOf(component)}`, blocks: [commands(...looks)] }];
  });
}

function firstOfAll(platform: Platform): Section {
  const ground = groundAnywhere(platform);
  return {
    title: "What rings now",
    anchor: "now",
    blocks: [
      commands(
        whoAmI(ground),
        reads(
          "aws",
          awsArgv(
            variable("REGION"),
            "cloudwatch",
            "describe-alarms",
            "--state-value",
            "ALARM",
            "--alarm-name-prefix",
            alarmName(platform, variable("REGION"), ""),
            ...asText("[MetricAlarms,CompositeAlarms][].[AlarmName,StateReason]"),
          ),
          {
            why: "Every alarm of the platform that rings in the region, and why.",
            expect: "few lines; the oldest is often the cause of the others.",
          },
        ),
      ),
      text(
        "Several at once: begin with what is nearest to the machine (database before entry, cluster before workload).",
      ),
      ...(platform.regions.primary.holds.cluster
        ? [text("For commands of kubectl, first the way to the cluster:"), commands(...privatePath(ground))]
        : []),
    ],
  };
}
