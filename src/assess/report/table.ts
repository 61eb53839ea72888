// Findings for a person: the gravest first, the why once per rule, the places below it.

import { byGravity, type Finding } from "../finding.ts";
import type { Judged } from "../waivers.ts";

const SIGNS = { error: "✗", warning: "!", note: "·" } as const;

export function table({ open, waived }: Judged): string {
  const lines: string[] = [];
  for (const group of groups([...open].sort(byGravity))) {
    const [first] = group;
    lines.push(`${SIGNS[first.severity]} ${first.id} ${first.title}`);
    for (const { address, says } of group) lines.push(`    ${address}: ${says}`);
    lines.push(`    Why: ${first.why}`, `    Mend: ${first.mend}`, "");
  }
  for (const { finding, waiver } of waived)
    lines.push(`~ ${finding.id} ${finding.address}: waived until ${waiver.expires}: ${waiver.reason}`);
  lines.push(summary({ open, waived }));
  return `${lines.join("\n")}\n`;
}

/** "2 errors, 1 warning, no notes; 3 waived" */
export function summary({ open, waived }: Judged): string {
  const count = (severity: Finding["severity"]) => {
    const found = open.filter((finding) => finding.severity === severity).length;
    return `${found === 0 ? "no" : found} ${severity}${found === 1 ? "" : "s"}`;
  };
  return `${count("error")}, ${count("warning")}, ${count("note")}; ${waived.length === 0 ? "none" : waived.length} waived.`;
}

function groups(findings: readonly Finding[]): [Finding, ...Finding[]][] {
  const byRule = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = byRule.get(finding.id);
    if (group) group.push(finding);
    else byRule.set(finding.id, [finding]);
  }
  return [...byRule.values()];
}
