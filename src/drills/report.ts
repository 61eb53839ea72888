// The report of a drill for people: the verdict first, then what was measured, then how it came about. Written from the record
// alone, so that record and report can't tell two stories.

import { TERMS } from "../recovery/history/rto.ts";
import type { Amount, DrillRecord } from "./record.ts";
import { clockText } from "./timeline.ts";

const HAPPENINGS_MAX = 400;
const OUTCOMES = { passed: "Passed", failed: "Failed", "broken-off": "Broken off" } as const;

const ms = (value: number | null | undefined): string =>
  value === null || value === undefined ? "not measured" : `${(value / 1_000).toFixed(3)} s`;
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const table = (head: string[], rows: (string | number)[][]): string =>
  [head, head.map(() => "--"), ...rows.map((row) => row.map((one) => cell(String(one))))]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");

export function reportOf(record: DrillRecord): string {
  const { summary, scenario } = record;
  return `${[
    `# ${OUTCOMES[summary.outcome]}: ${scenario.name}`,
    `**${summary.verdict}**`,
    `${scenario.words}`,
    `Drilled on ${new Date(summary.startedAt).toISOString()} by ${summary.who}, for ${(summary.lastedMs / 1_000).toFixed(1)} s, under ${record.load.eventsPerSecond} events/s and ${record.load.writersAtEdge + 2} writers. The first region, active when it began, was ${record.installation.active}. To repeat it: \`${record.repeat}\``,
    "![Timeline](timeline.svg)",
    "## What had to hold",
    table(
      ["", "Expectation", "Seen"],
      record.held.map((one) => [one.holds ? "holds" : "**doesn't hold**", one.words, one.says]),
    ),
    "## Against the objective",
    objective(record),
    "## How long it took, seen from outside",
    durations(record),
    "## What clients were told",
    clients(record),
    "## Losses, repeats and other findings",
    findings(record),
    "## Writers",
    writers(record),
    "## Plans that ran",
    runs(record),
    "## Messages sent",
    record.messages.length === 0
      ? "None."
      : record.messages.map((one) => `- \`${cell(JSON.stringify(one)).slice(0, 600)}\``).join("\n"),
    "## What happened",
    happenings(record),
    "## What it ran on",
    `Tandem ${record.versions.tandem}, Node ${record.versions.node}, ${record.versions.system}, ${record.versions.processor}. Both regions, the witness, the edge, the links and the load shared this machine.`,
    "Check this evidence with `tandem drills verify DIR`: SHA256SUMS holds the digest of each file, and `signature` is over SHA256SUMS.",
  ].join("\n\n")}\n`;
}

function objective({ objective: wanted, summary, counts, measured }: DrillRecord): string {
  const count = (kind: string) => counts.find((one) => one.kind === kind)?.count ?? 0;
  return table(
    ["", "Objective", "Measured"],
    [
      ["Changes acknowledged again", `≤ ${wanted.rtoMs / 1_000} s`, ms(summary.rtoMs)],
      ["Events silent for", "as long as one retry", ms(measured[0]?.events.outageMs)],
      ["Acknowledged in both regions and lost: events", 0, summary.lostEvents ?? "not measured"],
      ["Acknowledged in both regions and lost: changes", 0, summary.lostWrites ?? "not measured"],
      ["Counted twice", 0, count("counted-twice")],
      ["Writers at one instant", "≤ 1", count("two-writers") === 0 ? "≤ 1" : "2"],
    ],
  );
}

function durations({ measured, rto }: DrillRecord): string {
  if (measured.length === 0) return "Nothing of this drill makes a pause that is measured.";
  const outages = table(
    ["After", "Changes were silent for", "from the fault", "Events were silent for"],
    measured.map((one) => [one.words, ms(one.writes.outageMs), ms(one.writes.sinceFaultMs), ms(one.events.outageMs)]),
  );
  if (rto.length === 0) return outages;
  const split = table(
    ["Run", ...TERMS, "fault to first change", "floor (lease + promote)"],
    rto.map((one) => [one.run, ...TERMS.map((term) => ms(one.terms[term])), ms(one.totalMs), ms(one.floorMs)]),
  );
  return `${outages}\n\nSplit by term, from the run's journal (warming is no longer waited for):\n\n${split}`;
}

function clients({ tries, intents, events, load }: DrillRecord): string {
  const names = { ingest: "batches of events", write: "changes", read: "reads" } as const;
  const rows = (["ingest", "write", "read"] as const).map((kind) => {
    const [asked, known] = [tries[kind], intents[kind]];
    return [
      names[kind],
      known.intents,
      known.acknowledged,
      known.unknown + known.refused,
      asked.tries,
      asked.failed,
      asked.unknown,
      known.unknownResolved,
    ];
  });
  const head = [
    "",
    "asked for",
    "acknowledged",
    "never",
    "tries",
    "refused",
    "unknown",
    "unknown, resolved by a repeat",
  ];
  return `${table(head, rows)}\n\nEvents: ${events.sent} sent, ${events.pair} acknowledged in both regions, ${events.degraded} in one (at risk, and told so), ${events.region} in class \`region\`; ${load.notSent} weren't sent because too many requests were under way.`;
}

const amount = ({ events, operations }: Amount): string => `${events} events, ${operations} operations`;

function findings({ counts, findings: listed, losses, repeats }: DrillRecord): string {
  const sums = table(
    ["", "How much"],
    [
      ["Lost although acknowledged in both regions", amount(losses.promised)],
      ["Lost of what was acknowledged as at risk, or in one region", amount(losses.atRisk)],
      ["Counted twice", amount(repeats)],
    ],
  );
  const seen = counts.filter((one) => one.count > 0 || one.severity === "violation");
  const rows = `${sums}\n\n${table(
    ["Finding", "", "How many"],
    seen.map((one) => [one.kind, one.severity === "violation" ? "a broken promise" : "allowed", one.count]),
  )}`;
  if (listed.length === 0) return rows;
  return `${rows}\n\n${listed.map((one) => `- ${cell(one.says)} (operations ${one.operations.slice(0, 10).join(", ") || "none"})`).join("\n")}`;
}

function writers({ writers: spans, beganAtMs }: DrillRecord): string {
  if (spans.length === 0) return "No change was acknowledged by a region that named itself.";
  return table(
    ["Epoch", "Region", "certainly from", "to"],
    spans.map((one) => [one.epoch, one.region, clockText(one.fromMs - beganAtMs), clockText(one.untilMs - beganAtMs)]),
  );
}

function runs({ runs: all }: DrillRecord): string {
  if (all.length === 0) return "None.";
  return all
    .map((run) => {
      const head = `**${run.title}** (${run.id}, ${run.region}, ${run.automatic ? "by itself" : `by ${run.who}`}, trace ${run.traceId}): ${run.state}${run.because ? `. ${run.because}` : ""}`;
      const rows = run.steps.map((step) => [
        step.title,
        step.state,
        step.elapsedMs === null ? "" : `${Math.round(step.elapsedMs)} ms`,
        `${step.budgetMs} ms`,
        step.because ?? "",
      ]);
      return `${head}\n\n${table(["Step", "", "took", "budget", "why"], rows)}`;
    })
    .join("\n\n");
}

function happenings({ happenings: all }: DrillRecord): string {
  const shown = all.slice(0, HAPPENINGS_MAX);
  const more = all.length > shown.length ? `\n\n${all.length - shown.length} more are in record.json.` : "";
  return `${table(
    ["s", "where", "what"],
    shown.map((one) => [clockText(one.afterMs), one.lane, one.text]),
  )}${more}`;
}
