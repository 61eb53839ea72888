// The page for people on call: docs/manual/alerts.md, an anchor per alert, which is where a page's runbook link leads.
import type { Alert } from "./alert.ts";
import { alertName } from "./alert.ts";
import { ALERTS } from "./alerts.ts";
import { OBJECTIVES, SPEEDS } from "./slo.ts";

export function alertPage(): string {
  const components = [...new Set(ALERTS.map(({ component }) => component))];
  return `${[
    "# Alerts",
    "What the Prometheus of each region rings for, why, who answers for it, and what to look at first. Written from the catalogue in `src/platform/observability`; `TANDEM_WRITE_DOCS=1 node --test src/platform/observability/alert-page.test.ts` writes it anew. CloudWatch's own alarms are in [alarms.md](alarms.md).",
    "One incident is one page: whatever belongs to the loss of a region has the same incident, in both regions and in CloudWatch, and what only follows from it is quiet while it lasts and half an hour after. A matter that CloudWatch rings for already is shown here and told there.",
    ...objectives(),
    ...components.flatMap((component) => [
      `## ${component[0]?.toUpperCase()}${component.slice(1)}`,
      ...ALERTS.filter((alert) => alert.component === component).flatMap(entry),
    ]),
  ].join("\n\n")}\n`;
}

const objectives = (): readonly string[] => [
  "## What is promised",
  OBJECTIVES.map(({ id, says, formula }) => `- **${id}**: ${says}. ${formula}.`).join("\n"),
  `How fast the budget of bad answers may burn before somebody is told: ${SPEEDS.map(({ name, factor, long, short, severity, budget }) => `*${name}*, ${factor} times over ${long} and ${short} (${budget}), ${severity === "page" ? "pages" : "writes a ticket"}`).join("; ")}. The factors are those of Google's SRE workbook, chapter 5.`,
];

const entry = (alert: Alert): readonly string[] => [
  `### <a id="${alert.id}"></a>${alert.id}`,
  `${plain(alert.says)}. ${toldHow(alert)}; ${alert.owner} answers for it.${alert.follows === undefined ? "" : " Quiet while the regions have lost each other."}`,
  `Threshold: ${alert.formula}. It must last${typeof alert.lastsSeconds === "function" ? " as long as the blueprint says" : alert.lastsSeconds === 0 ? " no time" : ` ${alert.lastsSeconds} s`}: ${alert.because}. In Prometheus it is called \`${alertName(alert)}\`.`,
  `**First:** ${alert.first}`,
];

const toldHow = ({ severity, told }: Alert): string =>
  severity === "none"
    ? "Told to nobody"
    : told === "by CloudWatch"
      ? "CloudWatch tells it; Prometheus shows it"
      : severity === "page"
        ? "Pages"
        : "Writes a ticket";

const plain = (text: string): string =>
  text
    .replaceAll("%region%", "a region")
    .replaceAll("%peer%", "the other region")
    .replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, "*$1*")
    .replace(/^./, (letter) => letter.toUpperCase());
