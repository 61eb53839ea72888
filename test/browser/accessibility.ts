// axe-core on a page as it stands; a violation fails with its rule and the elements.

import assert from "node:assert/strict";
import axe from "axe-core";
import type { Page } from "playwright-core";

type Violation = { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] };

export async function assertAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate("Boolean(globalThis.axe)"))) await page.evaluate(axe.source);
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((found) => found.violations)`,
  )) as Violation[];
  const told = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .slice(0, 3)
        .map((node) => `  ${node.target.join(" ")} — ${node.failureSummary.replaceAll("\n", " ")}`)
        .join("\n")}`,
  );
  assert.equal(violations.length, 0, told.join("\n"));
}
