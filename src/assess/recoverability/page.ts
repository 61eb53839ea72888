// The manual's page on the rules, written from the rules themselves.

import { CREATION, NODES_FROM_NONE, PROMOTION, type Time } from "../../platform/runbooks/aws-times.ts";
import { RECOVERABILITY_GROUPS, RECOVERABILITY_RULES } from "./rules.ts";
import { COPIED_BUCKETS, STORES, type Store } from "./stores.ts";

const LOSSES: Readonly<Record<Store["loses"], string>> = {
  zero: "nothing",
  seconds: "what was under way between the regions: seconds",
  minutes: "what was under way between the regions: minutes",
  interval: "what is younger than the last backup",
  rebuilt: "nothing that can't be made anew",
  own: "what concerns that region alone",
};

const HEAD = `# Rules of recoverability

What must be true of a platform *before* a region is lost. \`tandem assess\` judges the synthesized graph, the blueprint and the recovery plans by these ${RECOVERABILITY_RULES.length} rules;
an error fails a build. Written from \`src/assess/recoverability\`; \`TANDEM_WRITE_DOCS=1 node --test src/assess/recoverability/recoverability.test.ts\` writes it anew.

A finding says the stack and the address, or the blueprint's field. A waiver names the rule, a reason and a last day. Numbers are never given twice.

Rules that are asked of uat and prod alone say so; dev and qa are cheap on purpose, and RECOVER-62 notes what isn't asked of them.

They read what is written down. Whether AWS does what it says is shown by a drill, and by nothing else.
`;

export function recoverabilityPage(): string {
  const groups = RECOVERABILITY_GROUPS.map(({ subject, rules }) =>
    [`## ${subject}`, ...rules.map(ruleText)].join("\n\n"),
  );
  return `${[HEAD.trimEnd(), ...groups, storeText(), timeText()].join("\n\n")}\n`;
}

const ruleText = ({ id, title, severity, why, mend, lastingOnly }: (typeof RECOVERABILITY_RULES)[number]): string =>
  `### ${id}: ${title}\n\nOf severity \`${severity}\`${lastingOnly ? ", asked of uat and prod" : ""}. ${why}\n\n**Mend:** ${mend}`;

function storeText(): string {
  const rows = Object.entries(STORES).map(([type, { how, loses }]) => `| \`${type}\` | ${how} | ${LOSSES[loses]} |`);
  return [
    "## What holds data",
    `Whatever isn't here and isn't known to hold nothing is an error (RECOVER-01). Buckets that are copied: ${COPIED_BUCKETS.join(", ")}; the others are records of their own region.`,
    ["| Type | How it comes to the other region | What the loss of a region may cost |", "|---|---|---|", ...rows].join(
      "\n",
    ),
  ].join("\n\n");
}

function timeText(): string {
  const times: readonly [string, Time][] = [
    ...Object.entries(PROMOTION).map(([kind, time]): [string, Time] => [`promotion, ${kind}`, time]),
    ["nodes from none", NODES_FROM_NONE],
    ...Object.entries(CREATION).map(([type, time]): [string, Time] => [`making \`${type}\``, time]),
  ];
  const rows = times.map(
    ([what, { usualSeconds, badSeconds, basis, source }]) =>
      `| ${what} | ${usualSeconds} s | ${badSeconds} s | ${basis}: ${source} |`,
  );
  return [
    "## How long AWS takes",
    "For RECOVER-48, -49 and -52. `remembered` times are operators' common knowledge that nobody here has measured: they show what can't fit, not what will.",
    ["| What | Usually | At its longest | Source |", "|---|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}
