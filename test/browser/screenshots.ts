// Makes docs/screenshots/*.png of a real installation with the demo's events: `node bin/run.mjs test/browser/screenshots.ts`

import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { findChromium, HOW_TO_GET_IT, startBrowser, type Window } from "./chromium.ts";
import { startInstallation } from "./installation.ts";

const PNG_BYTES_MAX = 300 * 1024;
const SETTLE_MS_MAX = 30_000;
const DEMO_MS_MAX = 90_000;
const PASSWORD = "seven green lanterns drift";
const folder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));

const desk: Window = { width: 1_280, height: 860 };
const SHOTS: { name: string; path: string; window: Window }[] = [
  { name: "overview-light", path: "/p/demo?range=7d&by=hour", window: desk },
  { name: "overview-dark", path: "/p/demo?range=7d&by=hour", window: { ...desk, dark: true } },
  { name: "overview-small", path: "/p/demo?range=7d", window: { width: 360, height: 780, scale: 2 } },
  { name: "live", path: "/p/demo/live", window: desk },
  { name: "projects", path: "/projects/demo", window: desk },
  { name: "regions", path: "/regions", window: { width: 1_280, height: 900 } },
];

const chromium = findChromium();
if (!chromium) {
  process.stdout.write(`${HOW_TO_GET_IT}\n`);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const installation = await startInstallation({ demo: true });
const browser = await startBrowser(chromium);
try {
  const first = await browser.open(desk);
  await first.page.goto(await installation.signInLink());
  await first.page.getByLabel("Password").fill(PASSWORD);
  await first.page.getByRole("button", { name: "Save and continue" }).click();
  await first.page.getByRole("heading", { level: 1, name: /Tandem Teas/ }).waitFor();
  // The demo sends its past first; whoever is here now comes after that.
  await first.page.getByRole("link", { name: /[1-9]\d* now/ }).waitFor({ timeout: DEMO_MS_MAX });
  const { cookies } = await first.context.storageState();
  for (const shot of SHOTS) {
    const { context, page } = await browser.open(shot.window);
    await context.addCookies(cookies);
    await page.goto(installation.url + shot.path);
    await settled(page);
    const path = `${folder}${shot.name}.png`;
    await page.screenshot({ path });
    await context.close();
    const { size } = statSync(path);
    process.stdout.write(`${shot.name}.png ${Math.round(size / 1024)} KiB\n`);
    if (size > PNG_BYTES_MAX) throw new Error(`${path} is larger than ${PNG_BYTES_MAX / 1024} KiB.`);
  }
} finally {
  await browser.close();
  await installation.stop();
}

async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle", { timeout: SETTLE_MS_MAX });
  await page.locator(".skeleton").first().waitFor({ state: "detached", timeout: SETTLE_MS_MAX });
  // Two frames: what the last answer changed is painted.
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
}
