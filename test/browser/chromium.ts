// Starts Debian's Chromium without a window, through playwright-core, with nothing that reaches out to the network.

import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The first of the known names on PATH; undefined when there is none. */
export function findChromium(): string | undefined {
  for (const directory of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of NAMES) {
      try {
        accessSync(join(directory, name), constants.X_OK);
        return join(directory, name);
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}

export const HOW_TO_GET_IT =
  "Chromium is not on PATH. The browser suite drives Debian's: apt-get install chromium (or put another Chromium on PATH).";

export type Window = { width: number; height: number; dark?: boolean; scale?: number; reducedMotion?: boolean };
export type Browser = {
  open(window: Window): Promise<{ context: BrowserContext; page: Page }>;
  close(): Promise<void>;
};

export async function startBrowser(executablePath: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), "tandem-browser-"));
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: ARGUMENTS,
    env: { ...process.env, HOME: profile },
  });
  return {
    async open({ width, height, dark = false, scale = 1, reducedMotion = true }) {
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: scale,
        colorScheme: dark ? "dark" : "light",
        reducedMotion: reducedMotion ? "reduce" : "no-preference",
        locale: "en-GB",
        timezoneId: "UTC",
      });
      return { context, page: await context.newPage() };
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
