// The coverage of the briefs: every row must point at something that is really there, and at a proof that can be run.

import type { BlueprintName, Row, Where } from "./row.ts";
import { COMPUTE_ROWS } from "./rows-compute.ts";
import { DELIVERY_ROWS } from "./rows-delivery.ts";
import { OPERATION_ROWS } from "./rows-operation.ts";
import { STORE_ROWS } from "./rows-stores.ts";
import { TRAFFIC_ROWS } from "./rows-traffic.ts";

export const PARTS: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  { title: "Traffic, DNS, edge, network", rows: TRAFFIC_ROWS },
  { title: "Compute and Kubernetes", rows: COMPUTE_ROWS },
  { title: "Data stores", rows: STORE_ROWS },
  { title: "Application, security, delivery", rows: DELIVERY_ROWS },
  { title: "Observability, recovery, cost", rows: OPERATION_ROWS },
];

/** What was made, and what the project holds. */
export type Made = {
  readonly types: Readonly<Record<BlueprintName, ReadonlySet<string>>>;
  readonly paths: Readonly<Record<BlueprintName, readonly string[]>>;
  readonly sourceExists: (path: string) => boolean;
  /** Whether a test file, or an npm script, is there. */
  readonly proofExists: (by: string) => boolean;
};

/** What has nothing behind it, a sentence each. */
export function uncovered(made: Made, rows: readonly Row[] = PARTS.flatMap((part) => part.rows)): string[] {
  const problems: string[] = [];
  rows.forEach(({ number }, index) => {
    if (number !== index + 1) problems.push(`Row ${index + 1} is missing or stands elsewhere: ${number} is there.`);
  });
  for (const { number, item, where, proofs } of rows) {
    const what = `Row ${number}, "${item}"`;
    for (const place of where) if (!isThere(place, made)) problems.push(`${what}: ${placeText(place)} isn't there.`);
    for (const { by } of proofs)
      if (!made.proofExists(by)) problems.push(`${what}: ${by} can't be run: it isn't there.`);
  }
  return problems;
}

function isThere(place: Where, made: Made): boolean {
  switch (place.kind) {
    case "resource":
      return made.types[place.of].has(place.type);
    case "file": {
      const pattern = patternOf(place.path);
      return made.paths[place.of].some((path) => pattern.test(path));
    }
    case "source":
      return made.sourceExists(place.path);
  }
}

function patternOf(path: string): RegExp {
  const escaped = path.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", "[^/]*")}$`);
}

function placeText(place: Where): string {
  switch (place.kind) {
    case "resource":
      return `${place.type} (${place.of})`;
    case "file":
      return `${place.path} (${place.of})`;
    case "source":
      return place.path;
  }
}

/** The page, in Markdown. */
export function coveragePage(): string {
  const rows = PARTS.flatMap((part) => part.rows);
  const reached = (level: string) => rows.filter(({ proofs }) => highest(proofs) === level).length;
  return [
    "# What the five briefs name, and where it is",
    "",
    `${rows.length} rows. The highest proof of each: P0, a static check of what is made: ${reached("P0")}; P1, simulation: ${reached("P1")}; P2, emulator: ${reached("P2")}; P3, real local processes: ${reached("P3")}. P4, a real AWS account: none, and none is claimed.`,
    "P3 is reached by the program and by what plays AWS's part on this machine (the local edge for load balancers and DNS, files for S3, PostgreSQL for RDS); AWS's own service in the same row is at the row's other level, or at P0.",
    `${rows.filter(({ lacks }) => lacks !== undefined).length} rows lack something, which stands beside them. This page is generated, and a test fails when a row points at something that isn't there.`,
    "",
    ...PARTS.flatMap(({ title, rows: these }) => [
      `## ${title}`,
      "",
      "| # | Named | Brief | Where it is | Proved by | Note |",
      "|--|--|--|--|--|--|",
      ...these.map(rowText),
      "",
    ]),
  ].join("\n");
}

const highest = (proofs: Row["proofs"]): string =>
  proofs
    .map(({ level }) => level)
    .toSorted()
    .at(-1) ?? "P0";

function rowText({ number, item, briefs, where, proofs, instead, lacks }: Row): string {
  const places = where.map((place) => code(placeText(place))).join(", ");
  const proved = proofs.map(({ level, by }) => `${level} ${code(by)}`).join(", ");
  const note = [instead, lacks === undefined ? undefined : `**Lacks:** ${lacks}`].filter((text) => text !== undefined);
  return `| ${number} | ${item} | ${briefs} | ${places} | ${proved} | ${note.join(" ")} |`;
}

const code = (text: string): string => `\`${text}\``;
