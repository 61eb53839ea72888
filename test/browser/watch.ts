// Watches a page for what must never happen: errors on the console, uncaught exceptions, layout that moves.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** "Good" is 0.1; ours is half of it. */
const LAYOUT_SHIFT_MAX = 0.05;

export type Watch = {
  /** Errors that belong to what a check does on purpose, e.g. a 503 of a killed region. */
  forget(): void;
  assertClean(): Promise<void>;
};

export async function watch(page: Page): Promise<Watch> {
  let errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  await page.addInitScript(`
    globalThis.__shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.__shifts.push({
        value: entry.value, nodes: (entry.sources || []).map((source) => source.node && (source.node.className || source.node.nodeName)),
      });
    }).observe({ type: "layout-shift", buffered: true });
  `);
  return {
    forget: () => {
      errors = [];
    },
    async assertClean() {
      assert.deepEqual(errors, [], "errors on the browser's console");
      const shifts = (await page.evaluate("globalThis.__shifts")) as { value: number; nodes: string[] }[];
      const sum = shifts.reduce((total, shift) => total + shift.value, 0);
      assert.ok(sum <= LAYOUT_SHIFT_MAX, `layout moved by ${sum.toFixed(3)}: ${JSON.stringify(shifts)}`);
    },
  };
}
