// Where a person on call finds what to do: one page, one anchor per alarm, in the source repository, which lies in no
// region of ours. The page is written from the catalogue (docs/manual/alarms.md).
import type { Platform } from "../../blueprint/platform.ts";
import type { AlarmRule } from "./alarm-rule.ts";
import { ALARMS } from "./alarms.ts";

const HOSTS = { github: "https://github.com", gitlab: "https://gitlab.com", jenkins: "https://github.com" } as const;
const ALARMS_PAGE = "docs/manual/alarms.md";
const ALERTS_PAGE = "docs/manual/alerts.md";

/** A page of the manual, in the source repository. */
export const pageUrl = ({ delivery }: Platform, page: string, anchor: string): string => {
  const [system = "github"] = delivery.pipelines;
  const path = system === "gitlab" ? "-/blob" : "blob";
  return `${HOSTS[system]}/${delivery.repository}/${path}/main/${page}#${anchor}`;
};
/** Of CloudWatch's alarms, and of Prometheus's alerts. */
export const runbookUrl = (platform: Platform, anchor: string): string => pageUrl(platform, ALARMS_PAGE, anchor);
export const alertUrl = (platform: Platform, anchor: string): string => pageUrl(platform, ALERTS_PAGE, anchor);

/** Anchors that aren't an alarm's of the catalogue: the composites. */
export const COMPOSITES = {
  "region-ill": {
    says: "A region shows signs of being ill as a whole",
    first:
      "Look which signs ring (the alarm's own page lists them) and what `tandem status` says. If the lease holder is ill and doesn't heal within minutes, fail over: `tandem failover`. The engine does it by itself when the holder's own health is gone.",
  },
  "region-lost": {
    says: "A region doesn't answer when asked from another one",
    first:
      "Ask the third place: does the witness see the same? Both: the region is gone or cut off, and the engine in the survivor is already at work; watch `tandem history`. Only one: the link between them, not the region. Change nothing by hand before you know.",
  },
} as const;

/** The page for people on call: docs/manual/alarms.md. */
export function alarmPage(): string {
  const components = [...new Set(ALARMS.map(({ component }) => component))];
  return `${[
    "# Alarms",
    "What rings, why, who answers for it, and what to look at first. Written from the catalogue in `src/platform/observability`; `TANDEM_WRITE_DOCS=1 node --test src/platform/observability/alarms.test.ts` writes it anew. An alarm's description carries the same words, and PagerDuty's incident links here.",
    "Signs that a region is ill as a whole write tickets; the composite of them pages, once. The loss of a region is seen from the other region and from the witness, and both make one incident of it.",
    ...Object.entries(COMPOSITES).flatMap(([id, { says, first }]) => [
      `## <a id="${id}"></a>${id}`,
      `${says}. Pages.`,
      `**First:** ${first}`,
    ]),
    ...components.flatMap((component) => [
      `## ${component[0]?.toUpperCase()}${component.slice(1)}`,
      ...unique(ALARMS.filter((rule) => rule.component === component)).flatMap(entry),
    ]),
  ].join("\n\n")}\n`;
}

/** Lines that are the same for two types of resource are told once. */
const unique = (rules: readonly AlarmRule[]): readonly AlarmRule[] =>
  rules.filter(({ id }, index) => rules.findIndex((rule) => rule.id === id) === index);

const entry = (rule: AlarmRule): readonly string[] => [
  `### <a id="${rule.id}"></a>${rule.id}`,
  `${rule.says}. ${rule.ill ? "A sign of an ill region" : rule.severity === "page" ? "Pages" : "Writes a ticket"}; ${rule.owner} answers for it.`,
  `Threshold: ${rule.formula}.`,
  `**First:** ${rule.first}`,
];
