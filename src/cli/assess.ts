// `tandem assess`: what an expert would say of a platform before any account sees it.

import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { type Assessment, assess, PARTS, type Part } from "../assess/assessment.ts";
import { course, PROFILES } from "../assess/capacity/course.ts";
import { LOSSES, limits } from "../assess/capacity/limits.ts";
import type { Estimate, Sum } from "../assess/cost/estimate.ts";
import { type PriceBook, readPriceBook, SHIPPED_PRICES } from "../assess/cost/price.ts";
import { recoveryClasses } from "../assess/cost/recovery-classes.ts";
import { advise, readMeasurements } from "../assess/cost/right-sizing.ts";
import { ASSUMPTIONS } from "../assess/cost/usage.ts";
import { flowMatrix } from "../assess/flows/matrix.ts";
import { flowPicture } from "../assess/flows/picture.ts";
import { readDrillRecords } from "../assess/recoverability/drill-records.ts";
import type { DrillResult } from "../assess/recoverability/view.ts";
import { sarif } from "../assess/report/sarif.ts";
import { table } from "../assess/report/table.ts";
import type { Platform } from "../blueprint/platform.ts";
import { EXIT, Refused } from "../core/errors.ts";
import { wallMs } from "../drivers/clock.ts";
import { loadBlueprint } from "../drivers/synthesis/blueprint-file.ts";
import { synthesizeTerraform } from "../platform/terraform/stacks.ts";
import { choosePlatform } from "./chosen-platform.ts";
import { VERSION } from "./version.ts";

export type AssessOptions = {
  readonly environment?: string;
  readonly only?: string;
  readonly format?: string;
  readonly prices?: string;
  readonly metrics?: string;
  readonly drills?: string;
};

export async function runAssess(which: string, options: AssessOptions, out: NodeJS.WriteStream): Promise<number> {
  const parts = partsOf(options.only);
  const format = formatOf(options.format);
  const platform = await choosePlatform(which, options.environment);
  const stacks = synthesizeTerraform(platform);
  const prices = options.prices === undefined ? SHIPPED_PRICES : read(options.prices, readPriceBook);
  const today = new Date(wallMs()).toISOString().slice(0, 10);
  const drill = options.drills === undefined ? undefined : drillOf(options.drills);
  const assessment = assess(platform, stacks, { parts, prices, today, ...(drill && { drill }) });
  const { blueprint, file } = await loadBlueprint(which);
  if (format === "sarif") out.write(sarif(assessment, relative(process.cwd(), file), VERSION));
  else if (format === "json") out.write(`${JSON.stringify(plain(assessment), null, 2)}\n`);
  else if (format === "svg") out.write(flowPicture(platform, stacks));
  else {
    const sections = [
      ...(parts.includes("flows") && options.only !== undefined ? [flowMatrix(platform, stacks)] : []),
      ...(parts.includes("capacity") ? [capacityText(platform)] : []),
      ...(parts.includes("cost")
        ? [costText(assessment.estimate), classesText(recoveryClasses(blueprint, platform.environment, prices))]
        : []),
      ...(options.metrics === undefined ? [] : [adviceText(platform, options.metrics, prices)]),
      table(assessment),
    ];
    out.write(sections.join("\n"));
  }
  return assessment.open.some(({ severity }) => severity === "error") ? EXIT.findings : EXIT.ok;
}

function partsOf(only: string | undefined): readonly Part[] {
  if (only === undefined) return PARTS;
  const asked = only.split(",").map((part) => part.trim());
  const unknown = asked.filter((part) => !(PARTS as readonly string[]).includes(part));
  if (unknown.length > 0)
    throw new Refused(
      `There is nothing to assess called ${unknown.join(", ")}; there are ${PARTS.join(", ")}.`,
      EXIT.usage,
    );
  return asked as Part[];
}

const FORMATS = ["table", "json", "sarif", "svg"] as const;

function formatOf(asked = "table"): (typeof FORMATS)[number] {
  const format = FORMATS.find((one) => one === asked);
  if (format) return format;
  throw new Refused(
    `There is no format "${asked}"; there are table, json, sarif, and svg for the picture of the flows.`,
    EXIT.usage,
  );
}

function drillOf(paths: string): DrillResult {
  const texts = paths.split(",").map((path) =>
    read(path.trim(), (text) => {
      readDrillRecords([text]);
      return text;
    }),
  );
  const drill = readDrillRecords(texts);
  if (drill === undefined)
    throw new Refused(`None of the drills in ${paths} was passed. Run one that is: tandem drill.`, EXIT.badInput);
  return drill;
}

function read<T>(path: string, parse: (text: string) => T): T {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Refused(`${path} can't be read: ${reason}`, EXIT.badInput, { cause });
  }
}

const plain = ({ open, waived, estimate }: Assessment) => ({
  findings: open,
  waived,
  cost: {
    asOf: estimate.asOf,
    onDemand: estimate.onDemand,
    committed: estimate.committed,
    spot: estimate.spot,
    byComponent: estimate.byComponent,
    lines: estimate.lines,
  },
});

function capacityText(platform: Platform): string {
  const lines = ["What saturates first, in multiples of the planned load:"];
  for (const loss of LOSSES) {
    const [first, second, third] = limits(platform, loss);
    const said = [first, second, third].flatMap((limit) =>
      limit ? [`${limit.what} at ${limit.multiple.toFixed(1)} × (${Math.floor(limit.carries)} ${limit.unit})`] : [],
    );
    lines.push(`  ${`with ${loss} lost`.padEnd(20)} ${said.join(", then ")}`);
  }
  const surge = platform.workloads
    .filter(({ scaling }) => scaling.kind === "cpu")
    .map((workload) => {
      const { unansweredShare, shortUntilSecond } = course(platform, workload, PROFILES.surge, {
        kind: "nothing",
        atSecond: 0,
      });
      const until =
        shortUntilSecond === null
          ? "nobody turned away"
          : `${(unansweredShare * 100).toFixed(1)} % turned away, over ${shortUntilSecond - 299} s`;
      return `${workload.name}: ${until}`;
    });
  lines.push(`  A surge ${PROFILES.surge.name}: ${surge.join("; ")}.`, "");
  return lines.join("\n");
}

const dollars = (amount: number): string => `$${Math.round(amount).toLocaleString("en-GB")}`;
const said = ({ known, likely, unknown }: Sum): string =>
  `${dollars(known + likely)}${likely > 0 ? ` (${dollars(likely)} of it likely)` : ""}${unknown > 0 ? ` + ${unknown} unknown` : ""}`;

function costText({ asOf, onDemand, committed, spot, byComponent, perMillionEventsUsd }: Estimate): string {
  const rows = byComponent.map(
    ({ component, region, sum }) => `  ${component.padEnd(18)} ${region.padEnd(16)} ${said(sum)}`,
  );
  return [
    `A month, by prices of ${asOf} ("likely": another region's price, where this region's isn't known):`,
    ...rows,
    `  ${"together".padEnd(35)} ${said(onDemand)} on demand; ${said(committed)} with the commitment; ${said(spot)} with spot`,
    `  ${"a million events".padEnd(35)} $${perMillionEventsUsd.toFixed(2)}`,
    "  Assumed where the objectives say nothing:",
    ...Object.values(ASSUMPTIONS).map(({ value, unit, says }) => `    ${says}: ${value} ${unit}`),
    "",
  ].join("\n");
}

function classesText({ classes, refused }: ReturnType<typeof recoveryClasses>): string {
  return [
    "What readiness costs a month (RTO and RPO are what the way can promise on AWS, not measurements):",
    ...classes.map(
      ({ name, rtoSeconds, rpoSeconds, monthly }) =>
        `  ${name.padEnd(16)} RTO ≥ ${String(rtoSeconds).padStart(6)} s   RPO ≥ ${String(rpoSeconds).padStart(5)} s   ${said(monthly)}`,
    ),
    ...refused.map(({ name, because }) => `  ${name.padEnd(16)} not with this blueprint: ${because}`),
    "",
  ].join("\n");
}

function adviceText(platform: Platform, path: string, prices: PriceBook): string {
  const advice = advise(platform, read(path, readMeasurements), prices);
  if ("tooShort" in advice) return `Sizes: ${advice.tooShort}\n`;
  if (advice.length === 0) return "Sizes: what was measured fits what was made.\n";
  const rows = advice.map(({ field, from, to, because, savesUsd }) => {
    const money =
      savesUsd === null
        ? ""
        : savesUsd >= 0
          ? `; saves ${dollars(savesUsd)} a month`
          : `; costs ${dollars(-savesUsd)} a month`;
    return `- ${field}: ${from}\n+ ${field}: ${to}\n    ${because}${money}`;
  });
  return ["Sizes, as a change to the blueprint:", ...rows, ""].join("\n");
}
