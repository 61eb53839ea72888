// "The architecture explained": what each part is for and what it costs to have it, what stands in for what a brief names, and
// the Well-Architected map. One page for one platform.
import type { Platform } from "../../blueprint/platform.ts";
import type { OutputFile } from "../output-file.ts";
import { coveragePage } from "./coverage.ts";
import { PILLARS } from "./pillars.ts";
import { TRADE_OFFS, type TradeOff } from "./trade-offs.ts";

/** What the other region costs, by how soon it takes over; the assessor works it out. */
type Classes = {
  readonly classes: readonly {
    readonly name: string;
    readonly rtoSeconds: number;
    readonly rpoSeconds: number;
    readonly monthly: { readonly known: number; readonly likely: number; readonly unknown: number };
  }[];
  readonly refused: readonly { readonly name: string; readonly because: string }[];
};

export type Explained = {
  readonly platform: Platform;
  /** By what a reader calls them: a brief's letter, or "here". */
  readonly notes: readonly { readonly of: string; readonly notes: Platform["notes"] }[];
  /** Left out where nothing is priced. */
  readonly classes?: Classes;
  readonly pricesAsOf?: string;
  /** Where the pictures lie, seen from the page; left out: none are shown. */
  readonly pictures?: string;
};

const PICTURES = [
  ["regions", "Regions and network tiers"],
  ["data-flows", "The ways of data"],
  ["replication", "What is copied"],
  ["fail-over", "The loss of a region"],
] as const;

export function explainedPage(explained: Explained): string {
  const { platform, pictures } = explained;
  return [
    `# The architecture explained: ${platform.title}`,
    "",
    "This page is generated from the blueprint. Sizes, prices and limits are in what `tandem synth` and `tandem assess` print.",
    "",
    ...(pictures === undefined
      ? []
      : PICTURES.flatMap(([name, title]) => [`![${title}](${pictures}/${name}.svg)`, ""])),
    ...partsTable(platform),
    ...classesTable(explained),
    ...substitutions(explained),
    ...corrections(explained),
    ...pillars(),
  ]
    .join("\n")
    .replace(/\n+$/, "\n");
}

/** The pages that stand beside a platform's Terraform. */
export const explainedFiles = (platform: Platform): OutputFile[] => [
  {
    path: "docs/architecture.md",
    text: explainedPage({ platform, notes: [{ of: "here", notes: platform.notes }], pictures: "../pictures" }),
    why: "The architecture explained: each part's purpose and price as a number, what stands in for what, and the Well-Architected map.",
  },
  {
    path: "docs/coverage.md",
    text: coveragePage(),
    why: "What the five reference briefs name, where it is, how it is proved and how far.",
  },
];

function partsTable(platform: Platform): string[] {
  return [
    "## What each part is for, and what it costs to have it",
    "",
    "Measured on two shared cores; the commands repeat each figure, and the ratios matter more than the numbers.",
    "",
    "| Part | What it is for | What one pays | As a number |",
    "|--|--|--|--|",
    ...TRADE_OFFS.filter((one) => one.in(platform)).map(
      (one) => `| ${one.part} | ${one.purpose} | ${one.costs} | ${numberOf(one)} |`,
    ),
    "",
  ];
}

const numberOf = ({ figure, unmeasured }: TradeOff): string =>
  figure ? `${figure.says} (\`${figure.command}\`)` : (unmeasured ?? "");

function classesTable({ classes, pricesAsOf }: Explained): string[] {
  if (!classes)
    return [
      "## What the other region costs",
      "",
      "`tandem assess --only cost` prints it by how soon it takes over.",
      "",
    ];
  const dollars = (amount: number) => `$${Math.round(amount).toLocaleString("en-GB")}`;
  return [
    "## What the other region costs, by how soon it takes over",
    "",
    `Estimated from the prices of ${pricesAsOf ?? "an unknown day"}, on demand, before tax; lines without a price are in no sum, and are counted. The times are the objectives that each way can keep, not measurements.`,
    "",
    "| Way | RTO | RPO | A month | Lines without a price |",
    "|--|--|--|--|--|",
    ...classes.classes.map(
      ({ name, rtoSeconds, rpoSeconds, monthly }) =>
        `| ${name} | ${rtoSeconds} s | ${rpoSeconds} s | ${dollars(monthly.known + monthly.likely)} | ${monthly.unknown} |`,
    ),
    ...classes.refused.map(({ name, because }) => `| ${name} | – | – | not to be had: ${because} | – |`),
    "",
  ];
}

function substitutions({ notes }: Explained): string[] {
  const rows = notes.flatMap(({ of, notes: { substitutions: all } }) => all.map((one) => ({ of, ...one })));
  return [
    "## What stands in for what",
    "",
    "| Brief | Asked for | Built | Because |",
    "|--|--|--|--|",
    ...rows.map(({ of, asked, instead, because }) => `| ${of} | ${asked} | ${instead} | ${because} |`),
    "",
  ];
}

function corrections({ notes }: Explained): string[] {
  const rows = notes.flatMap(({ of, notes: { corrections: all } }) => all.map((one) => ({ of, ...one })));
  if (rows.length === 0) return [];
  return [
    "## Arithmetic that was done again",
    "",
    "| Brief | It says | It comes to | Because |",
    "|--|--|--|--|",
    ...rows.map(({ of, claim, recomputed, because }) => `| ${of} | ${claim} | ${recomputed} | ${because} |`),
    "",
  ];
}

const pillars = (): string[] => [
  "## Well-Architected",
  "",
  ...PILLARS.flatMap(({ name, answers }) => [
    `### ${name}`,
    "",
    "| Question | Answer | Checked by |",
    "|--|--|--|",
    ...answers.map(({ question, answer, checkedBy }) => `| ${question} | ${answer} | \`${checkedBy}\` |`),
    "",
  ]),
];
