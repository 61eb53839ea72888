// The console's main paths against a real installation: as a person takes them, by role and label only.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "./accessibility.ts";
import type { Check } from "./checks.ts";
import type { Browser } from "./chromium.ts";
import type { RunningInstallation } from "./installation.ts";
import { passkeyJourney } from "./passkeys.ts";
import { type Watch, watch } from "./watch.ts";

const PASSWORD = "seven green lanterns drift";
/** A first answer over all of the demo's days may take a while on a busy machine. */
const ANSWER_MS_MAX = 20_000;
const LOST_MS_MAX = 60_000;
/** A standby that was just made anew has to catch up. */
const IN_STEP_MS_MAX = 90_000;
/** Ten seconds of countdown, and the switch itself. */
const SWITCH_MS_MAX = 40_000;

export async function journeys(browser: Browser, installation: RunningInstallation): Promise<Check[]> {
  const { context, page } = await browser.open({ width: 1_280, height: 900 });
  page.setDefaultTimeout(ANSWER_MS_MAX);
  const watched = await watch(page);
  const to = (path: string) => page.goto(installation.url + path);
  const clean = (name: string, run: () => Promise<void>): Check => ({
    name,
    run: async () => {
      await run();
      await watched.assertClean();
    },
  });
  return [
    clean("a one-time link signs in, leaves the address, and asks for a password", async () => {
      await page.goto(await installation.signInLink());
      await page.getByLabel("Password").fill(PASSWORD);
      assert.equal(new URL(page.url()).hash, "");
      await assertAccessible(page);
      await page.getByRole("button", { name: "Save and continue" }).click();
      await page.getByRole("heading", { level: 1, name: /Tandem Teas/ }).waitFor();
    }),
    {
      name: "a link that was used says so and how to get another",
      run: async () => {
        const link = await installation.signInLink();
        const other = await browser.open({ width: 800, height: 600 });
        await other.page.goto(link);
        await other.page.getByRole("heading", { level: 1, name: /Tandem Teas/ }).waitFor();
        await other.context.clearCookies();
        await other.page.goto("about:blank");
        await other.page.goto(link);
        await other.page.getByText("sign-in-link").waitFor();
        await other.context.close();
      },
    },
    clean("name and password sign in again, and a wrong password is told apart from nothing", async () => {
      const other = await browser.open({ width: 800, height: 600 });
      await other.page.goto(`${installation.url}/regions`);
      await other.page.getByLabel("Name").fill("owner");
      await other.page.getByLabel("Password").fill("not this one at all");
      await other.page.getByRole("button", { name: "Sign in" }).click();
      await other.page.getByText("Name and password don't match.").waitFor();
      await other.page.getByLabel("Password").fill(PASSWORD);
      await other.page.getByRole("button", { name: "Sign in" }).click();
      await other.page.getByRole("heading", { level: 1, name: "Regions" }).waitFor();
      await other.context.close();
    }),
    clean("the overview shows the demo's figures, labelled synthetic, with who answered", async () => {
      await to("/p/demo");
      await card(page, "Visitors", /[1-9]/);
      await page.getByText("synthetic", { exact: true }).first().waitFor();
      await page.getByText(/answered\s+by ap-south-/).waitFor();
      await page.getByRole("region", { name: "Pages" }).getByRole("listitem").first().waitFor();
    }),
    clean("a click on a country filters everything, the address holds it, and Back undoes it", async () => {
      const before = await figure(page);
      await page.getByRole("button", { name: /^India .*Filter/ }).click();
      await page.getByRole("button", { name: "Remove the filter Country" }).waitFor();
      assert.match(page.url(), /f=visit\.country:is:IN/);
      await figureBecomes(page, (now) => amount(now) < amount(before) * 0.9);
      await page.goBack();
      // The demo goes on sending meanwhile.
      await figureBecomes(page, (now) => amount(now) >= amount(before));
      assert.doesNotMatch(page.url(), /f=/);
    }),
    clean("an address that somebody sent opens the same view", async () => {
      await to("/p/demo?range=7d&by=hour&compare=off&metric=pageviews&f=!visit.device:is:Mobile&pages=entry");
      await page.getByRole("button", { name: /^Range: Last 7 days/ }).waitFor();
      await page.getByRole("button", { name: "Pageviews", exact: false, pressed: true }).waitFor();
      await page.getByRole("tab", { name: "Entry pages", selected: true }).waitFor();
      await page.getByText("is not").waitFor();
    }),
    clean("every tile shows its request, and the request is the one that was asked", async () => {
      await to("/p/demo");
      await page.getByRole("region", { name: "Sources" }).getByRole("button", { name: "Show request" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText('"visit.source"').first().waitFor();
      await dialog.getByText("curl -sS").waitFor();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
    }),
    clean("the chart has the same data as a table", async () => {
      await page.getByRole("button", { name: "View as table" }).click();
      await page.getByRole("region", { name: "Visitors as a table" }).getByRole("row").nth(5).waitFor();
      await page.getByRole("button", { name: "View as chart" }).click();
    }),
    clean("the keyboard alone: palette to Live, letters for ranges, a filter from a row and away again", () =>
      byKeyboard(page, to),
    ),
    clean("a new project waits for its first event and shows it when it comes", () => firstEvent(page, installation)),
    clean("a write key is revoked only by typing its name", async () => {
      await page.getByLabel("New write key, for …").fill("spare");
      const keys = page.getByRole("region", { name: "Write keys" });
      await keys.getByRole("button", { name: "Add" }).click();
      const row = keys.getByRole("listitem").filter({ hasText: "spare" });
      await row.getByRole("button", { name: "Revoke" }).click();
      const dialog = page.getByRole("dialog");
      assert.equal(await dialog.getByRole("button", { name: "Revoke" }).isDisabled(), true);
      await dialog.getByLabel(/Type spare/).fill("spare");
      await dialog.getByRole("button", { name: "Revoke" }).click();
      await row.waitFor({ state: "detached" });
    }),
    clean("a read key's secret is shown once", async () => {
      await page.getByLabel("New read key, for …").fill("report");
      await page.getByRole("region", { name: "Read keys" }).getByRole("button", { name: "Add" }).click();
      await page.getByRole("dialog").getByText("shown this once").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("region", { name: "Read keys" }).getByText("report").waitFor();
    }),
    clean("Regions says who is active, from where one looks, and which processes run", async () => {
      await to("/regions");
      await page.getByRole("status", { name: "Verdict" }).getByText("ap-south-1").first().waitFor();
      await page
        .getByText(/looking from/)
        .first()
        .waitFor();
      const region = page.getByRole("region", { name: "ap-south-2", exact: true });
      await region.getByText(/processes run/).click();
      await region.getByRole("region", { name: "Processes of ap-south-2" }).getByText("lake-writer").waitFor();
    }),
    ...themes(browser, installation, async () => (await context.storageState()).cookies),
    clean("Live counts who is here now and streams the newest events", async () => {
      await to("/p/demo/live");
      await page.getByRole("region", { name: "Newest events" }).getByRole("button").first().click();
      await page.getByRole("region", { name: "The event as stored" }).waitFor();
      await page.getByRole("button", { name: "Pause" }).click();
      await page.getByText("paused").waitFor();
    }),
    {
      // A run that appears moves what is below it: it is what everybody has to see first.
      name: "a switch from the operations room moves the active role, and everything is in step again",
      run: async () => {
        await to("/regions");
        await switchTo(page, "ap-south-2");
      },
    },
    passkeyJourney(browser, installation),
    lostRegion(page, watched, installation),
  ];
}

async function byKeyboard(page: Page, to: (path: string) => Promise<unknown>): Promise<void> {
  await to("/p/demo");
  await card(page, "Visitors", /[1-9]/);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate("document.activeElement.innerText"), "Skip to the content");
  await page.keyboard.press("w");
  await page.getByRole("button", { name: /^Range: Last 7 days/ }).waitFor();
  await page.keyboard.press("/");
  await page.getByRole("dialog", { name: "Filter" }).waitFor();
  await page.keyboard.press("Escape");
  const row = page
    .getByRole("region", { name: "Systems" })
    .getByRole("button", { name: /Filter$/ })
    .first();
  await row.focus();
  await page.keyboard.press("Shift+Enter");
  await page.getByRole("button", { name: "Remove the filter Browser" }).waitFor();
  assert.match(page.url(), /f=!visit\.browser:is:/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove the filter Browser" }).waitFor({ state: "detached" });
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Page, project or range" }).waitFor();
  await page.keyboard.type("live");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Live" }).waitFor();
  assert.equal(await page.evaluate("document.activeElement.id"), "content");
}

async function firstEvent(page: Page, installation: RunningInstallation): Promise<void> {
  await page.goto(`${installation.url}/projects`);
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByLabel("Name").fill("Browser test");
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByText("Waiting for the first event").waitFor();
  const key = await page
    .getByRole("region", { name: "Write keys" })
    .getByRole("listitem")
    .first()
    .locator("code")
    .textContent();
  const sent = await page.request.post(`${installation.url}/v1/track`, {
    headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` },
    data: { event: "First event", userId: "me", messageId: "browser-first-event" },
  });
  assert.equal(sent.status(), 200);
  await page.getByText("The first event has arrived").waitFor();
  await page.getByRole("button", { name: "Show it" }).click();
  await page.getByRole("dialog").getByText("browser-first-event").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Trace it" }).click();
  await page
    .getByRole("heading", { level: 2, name: /Received/ })
    .first()
    .waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Browser test" }).waitFor();
}

/** Each page in both themes and on a small screen: accessible, clean, and nothing wider than the screen. */
function themes(
  browser: Browser,
  installation: RunningInstallation,
  cookies: () => Promise<Parameters<Awaited<ReturnType<Browser["open"]>>["context"]["addCookies"]>[0]>,
): Check[] {
  const pages: [string, string, RegExp][] = [
    ["overview", "/p/demo", /Tandem Teas/],
    ["live", "/p/demo/live", /^Live$/],
    ["projects", "/projects", /^Projects$/],
    ["project", "/projects/demo", /Tandem Teas/],
    ["regions", "/regions", /^Regions$/],
  ];
  const windows = [
    { name: "light", width: 1_280, height: 900 },
    { name: "dark", width: 1_280, height: 900, dark: true },
    { name: "light at 360 px", width: 360, height: 740 },
  ];
  return windows.map((window) => ({
    name: `all pages, ${window.name}: axe finds nothing, no errors, nothing moves, nothing is too wide`,
    run: async () => {
      const { context, page } = await browser.open(window);
      await context.addCookies(await cookies());
      const watched = await watch(page);
      try {
        for (const [name, path, heading] of pages) {
          await page.goto(installation.url + path);
          await page.getByRole("heading", { level: 1, name: heading }).waitFor();
          await page.waitForLoadState("networkidle", { timeout: ANSWER_MS_MAX }).catch(() => {});
          await page.locator(".skeleton").first().waitFor({ state: "detached", timeout: ANSWER_MS_MAX });
          const wide = (await page.evaluate("document.documentElement.scrollWidth - innerWidth")) as number;
          assert.ok(wide <= 0, `${name} is ${wide} px wider than the screen`);
          await assertAccessible(page).catch((error: Error) => {
            throw new Error(`${name}: ${error.message}`);
          });
          await watched.assertClean().catch((error: Error) => {
            throw new Error(`${name}: ${error.message}`);
          });
        }
      } finally {
        await context.close();
      }
    },
  }));
}

/** As a person does it: waits until it is safe, says why, types the target, and lets the ten seconds go by. */
async function switchTo(page: Page, target: string): Promise<void> {
  const verdict = page.getByRole("status", { name: "Verdict" });
  await verdict.getByText("safe", { exact: true }).waitFor({ timeout: IN_STEP_MS_MAX });
  await page.getByRole("button", { name: `Switch to ${target} …` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Reason/).fill("a journey of the browser suite");
  await dialog.getByLabel(new RegExp(`^Type ${target}`)).fill(target);
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await dialog.getByRole("button", { name: /in 10 s/ }).click();
  await dialog.waitFor({ state: "hidden", timeout: SWITCH_MS_MAX });
  await verdict.getByText(new RegExp(`${target} serves under epoch`)).waitFor({ timeout: SWITCH_MS_MAX });
  await verdict.getByText("safe", { exact: true }).waitFor({ timeout: IN_STEP_MS_MAX });
}

/** The last journey, since it ends a region: the other one takes over by itself. */
function lostRegion(page: Page, watched: Watch, installation: RunningInstallation): Check {
  return {
    name: "after the loss of the active region the console goes on from the other one, and says so",
    run: async () => {
      await page.goto(`${installation.url}/p/demo`);
      await card(page, "Visitors", /[1-9]/);
      const before = await figure(page);
      await installation.tandem("kill", "ap-south-2");
      const deadline = Date.now() + LOST_MS_MAX;
      // While the edge notices, a reload may fail; a person would reload as well.
      for (;;) {
        await page.goto(`${installation.url}/p/demo`).catch(() => {});
        const seen = await page
          .getByText(/answered\s+by ap-south-1/)
          .waitFor({ timeout: 5_000 })
          .then(
            () => true,
            () => false,
          );
        if (seen) break;
        if (Date.now() > deadline) {
          const text = (await page.locator("body").textContent()) ?? "";
          throw new Error(`no answer by ap-south-1 within a minute; the page says: ${text.slice(0, 800)}`);
        }
      }
      await page.getByText(/ap-south-2 is lost/).waitFor({ timeout: LOST_MS_MAX });
      await figureBecomes(page, (now) => amount(now) >= amount(before) * 0.99);
      await page.goto(`${installation.url}/regions`);
      await page
        .getByRole("region", { name: "ap-south-2", exact: true })
        .getByText("lost")
        .waitFor({ timeout: LOST_MS_MAX });
      const verdict = page.getByRole("status", { name: "Verdict" });
      await verdict.getByText(/ap-south-1 serves under epoch/).waitFor({ timeout: LOST_MS_MAX });
      await page
        .getByRole("button", { name: /^Fail over from ap-south-2 to ap-south-1/ })
        .first()
        .waitFor();
      watched.forget();
    },
  };
}

const visitorsCard = (page: Page) => page.getByRole("button", { name: /^Visitors: / });
const figure = async (page: Page): Promise<string> => (await visitorsCard(page).getAttribute("aria-label")) ?? "";
const amount = (label: string): number => Number(label.replace(/[^0-9]/g, ""));

async function card(page: Page, metric: string, value: RegExp): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${metric}: [^.]*${value.source}`) }).waitFor();
}

async function figureBecomes(page: Page, good: (label: string) => boolean): Promise<void> {
  const deadline = Date.now() + ANSWER_MS_MAX;
  for (;;) {
    const now = await figure(page);
    if (good(now)) return;
    if (Date.now() > deadline) throw new Error(`the visitors' card stayed at "${now}"`);
    await page.waitForTimeout(100);
  }
}
