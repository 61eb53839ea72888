// A finding that somebody decided to live with: for a reason, and not for ever.

import type { Finding } from "./finding.ts";

/** `address` is the finding's, or absent for every place; `expires` is the last day (YYYY-MM-DD, UTC) on which it holds. */
export type Waiver = { rule: string; address?: string; reason: string; expires: string };

export type Judged = {
  open: Finding[];
  waived: { finding: Finding; waiver: Waiver }[];
};

const LATE = {
  id: "WAIVER-1",
  title: "No waiver is past its day",
  severity: "error",
  why: "What was accepted for a time is accepted for ever when nobody looks again.",
  mend: "Mend what it waives, or decide anew and give it a later day.",
} as const;

const IDLE = {
  id: "WAIVER-2",
  title: "Every waiver waives something",
  severity: "warning",
  why: "A waiver that matches nothing hides the next finding that it happens to match.",
  mend: "Remove it.",
} as const;

/** `today` is YYYY-MM-DD in UTC. An expired waiver waives nothing and is a finding itself. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], today: string): Judged {
  const judged: Judged = { open: [], waived: [] };
  const used = new Set<Waiver>();
  for (const finding of findings) {
    const fits = waivers.filter((waiver) => matches(waiver, finding));
    for (const waiver of fits) used.add(waiver);
    const valid = fits.find((waiver) => today <= waiver.expires);
    if (valid) judged.waived.push({ finding, waiver: valid });
    else judged.open.push(finding);
  }
  for (const waiver of waivers) {
    const address = `waivers: ${waiver.rule}${waiver.address === undefined ? "" : ` at ${waiver.address}`}`;
    if (today > waiver.expires)
      judged.open.push({ ...LATE, address, says: `it ended on ${waiver.expires} ("${waiver.reason}")` });
    else if (!used.has(waiver)) judged.open.push({ ...IDLE, address, says: "no finding is like that" });
  }
  return judged;
}

const matches = (waiver: Waiver, finding: Finding): boolean =>
  waiver.rule === finding.id && (waiver.address === undefined || waiver.address === finding.address);
