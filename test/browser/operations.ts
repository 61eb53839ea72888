// The operations room against a stand-in: what it refuses, what must be typed, what disarms it, and how it looks while things
// go wrong. By role and label only, as a person finds them.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "./accessibility.ts";
import type { Check } from "./checks.ts";
import type { Browser, Window } from "./chromium.ts";
import type { RecoveryOptions } from "./mock-recovery.ts";
import { MOCK_PASSWORD, startMock } from "./mock-server.ts";
import { watch } from "./watch.ts";

type Heard = { path: string; body: unknown }[];
/** `keys`: the Idempotency-Keys of what was heard. */
type Look = (page: Page, heard: Heard, keys: unknown[]) => Promise<void>;
const desk: Window = { width: 1_280, height: 900 };
/** The countdown lasts ten seconds. */
const ARMED_MS_MAX = 14_000;
/** A page counts as old after ten seconds. */
const STALE_MS_MAX = 16_000;

export function operationsChecks(browser: Browser): Check[] {
  const on = (name: string, recovery: RecoveryOptions, look: Look, window: Window = desk): Check => ({
    name,
    run: async () => {
      const heard: Heard = [];
      const keys: unknown[] = [];
      const mock = await startMock({
        recovery,
        heard: ({ path, body, key }) => heard.push({ path, body }) && keys.push(key),
      });
      const { context, page } = await browser.open(window);
      page.setDefaultTimeout(8_000);
      try {
        await page.goto(`${mock.url}/regions`);
        await page.getByRole("heading", { level: 2, name: "History" }).waitFor();
        await look(page, heard, keys);
        await assertAccessible(page);
      } finally {
        await context.close();
        await mock.close();
      }
    },
  });
  return [
    on("the verdict says who serves, whether a switch is safe, and what a loss would cost", {}, async (page) => {
      const verdict = page.getByRole("status", { name: "Verdict" });
      await verdict.getByText("serves under epoch 6").waitFor();
      await verdict.getByText("safe", { exact: true }).waitFor();
      await verdict.getByText("nothing that both regions had acknowledged").waitFor();
      await page.getByText("looking from ap-south-1").waitFor();
    }),
    on("a lost region is never said to serve", { activeLost: true }, async (page) => {
      const verdict = page.getByRole("status", { name: "Verdict" });
      await verdict.getByText("No lease is seen from here").waitFor();
      assert.equal(await verdict.getByText("serves under").count(), 0);
      await verdict.getByText("up to 1,240 events, 3.1 s").waitFor();
    }),
    on("two holders of a lease are an alarm, and no switch is called safe", { twoWriters: true }, async (page) => {
      await page.getByRole("alert").getByText("TWO regions hold a lease").waitFor();
      assert.equal(await page.getByText("safe", { exact: true }).count(), 0);
    }),
    on(
      "an emergency fail-over can't be asked for while the active region answers, and says so",
      {},
      async (page, heard) => {
        const button = page.getByRole("button", { name: "Fail over to ap-south-2 …" });
        assert.equal(await button.getAttribute("aria-disabled"), "true");
        await page.getByText("ap-south-1 answers and is active").first().waitFor();
        await button.click({ force: true });
        assert.equal(await page.getByRole("dialog").count(), 0);
        assert.deepEqual(heard, []);
      },
    ),
    on("a red or unknown precondition keeps a switch back, by name", { red: true }, async (page) => {
      const button = page.getByRole("button", { name: "Switch to ap-south-2 …" });
      assert.equal(await button.getAttribute("aria-disabled"), "true");
      const checks = page.getByRole("region", { name: /Ready to move/ });
      await checks.getByText("1 fail · 1 unknown").waitFor();
      await checks.getByText("unknown, counts as failed").waitFor();
    }),
    on("a switch is armed only with target and reason, counts down, and goes when the time is over", {}, switchOver),
    on("Cancel and Enter stop a countdown from doing anything", {}, cancelled),
    on("a state that changes disarms the dialog", { restless: true }, async (page, heard) => {
      await openSwitch(page);
      await fill(page, "ap-south-2");
      await page.getByText("The state has changed").waitFor();
      assert.equal(await page.getByRole("button", { name: /in 10 s/ }).isDisabled(), true);
      assert.deepEqual(heard, []);
    }),
    on("an emergency takes each red check singly, the target, and the loss in words", { activeLost: true }, emergency),
    on(
      "the server's refusal is shown in its words, in the dialog",
      { activeLost: true, refuse: "Too late." },
      async (page, _, keys) => {
        await page.getByRole("button", { name: "Fail over to ap-south-2 …" }).click();
        await acceptEverything(page);
        await page.getByRole("button", { name: "Fail over to ap-south-2 now" }).click();
        await page.getByRole("dialog").getByRole("alert").getByText("Too late.").waitFor();
        const second = page.waitForResponse((response) => response.url().endsWith("/recovery/runs"));
        await page.getByRole("button", { name: "Fail over to ap-south-2 now" }).click();
        await second;
        assert.equal(new Set(keys).size, 2, "a second try after a refusal is another command");
      },
    ),
    on("a press after no answer is the same command again", { activeLost: true }, async (page, _, keys) => {
      const sent: unknown[] = [];
      page.on("request", (request) => {
        if (request.url().endsWith("/recovery/runs")) sent.push(request.headers()["idempotency-key"]);
      });
      await page.route("**/recovery/runs", (route) => route.abort());
      await page.getByRole("button", { name: "Fail over to ap-south-2 …" }).click();
      await acceptEverything(page);
      const go = page.getByRole("button", { name: "Fail over to ap-south-2 now" });
      await go.click();
      await page.getByRole("dialog").getByRole("alert").waitFor();
      await page.unroute("**/recovery/runs");
      await go.click();
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      assert.equal(sent[0], sent[1]);
      assert.deepEqual(keys, [sent[0]]);
    }),
    on("an analyst sees everything and can press nothing", { role: "analyst", red: true, tail: true }, async (page) => {
      for (const name of [
        /^Switch to/,
        /^Fail over to/,
        /^Evict/,
        /^Automatic/,
        /^Start the drill region-loss/,
        /^See them/,
      ]) {
        assert.equal(await page.getByRole("button", { name }).getAttribute("aria-disabled"), "true", String(name));
      }
      await page.getByText("you are signed in as an analyst").first().waitFor();
    }),
    on("a silent recoverer greys its region out and says where else to go", { silentTarget: true }, async (page) => {
      await page
        .getByText(/ap-south-2 can't be heard from ap-south-1/)
        .first()
        .waitFor();
      assert.equal(await page.getByRole("button", { name: /^Switch to/ }).getAttribute("aria-disabled"), "true");
    }),
    on("a run shows its steps, why it waits, and until when it can be stopped", { run: "running" }, stopRun),
    on("a question is answered with a reason and the region's name", { run: "asking", activeLost: true }, approve),
    on(
      "who began what waits for another person can stop it, and can't answer it",
      { run: "asking", seconding: "Owner (console of ap-south-2)" },
      async (page) => {
        const answer = page.getByRole("button", { name: "Answer …" });
        assert.equal(await answer.getAttribute("aria-disabled"), "true");
        assert.equal(await answer.getAttribute("title"), "You began it, so another person answers.");
        await page.getByText("another person agrees first").waitFor();
        assert.equal(
          await page.getByRole("button", { name: "Stop and go back …" }).getAttribute("aria-disabled"),
          null,
        );
      },
    ),
    on(
      "a question whose state changes is answered only after another look",
      { run: "asking", activeLost: true, restless: true },
      async (page, heard) => {
        await page.getByRole("button", { name: "Answer …" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByLabel(/^Reason/).fill("they are listed");
        await dialog.getByLabel(/^Type ap-south-2/).fill("ap-south-2");
        await confirmed(page);
        await dialog.getByText("The state has changed").waitFor();
        assert.equal(await dialog.getByRole("button", { name: "Go on" }).isDisabled(), true);
        assert.deepEqual(heard, []);
      },
    ),
    on("automatic fail-over is paused with a reason and an end of at most four hours", {}, async (page, heard) => {
      await page.getByRole("button", { name: /Automatic fail-over: on/ }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("For how long").selectOption({ label: "4 hours, the longest" });
      assert.equal(await dialog.getByRole("button", { name: "Pause it" }).isDisabled(), true);
      await dialog.getByLabel(/^Reason/).fill("moving the rack");
      await dialog.getByRole("button", { name: "Pause it" }).click();
      await dialog.waitFor({ state: "hidden" });
      assert.deepEqual(heard, [{ path: "/recovery/pause", body: { forMs: 14_400_000, reason: "moving the rack" } }]);
    }),
    on("a pause is told on every page", { paused: true }, async (page) => {
      await page.getByText(/paused until .*moving the rack/).waitFor();
      await page.getByRole("link", { name: "Projects", exact: true }).click();
      await page.getByRole("heading", { level: 1, name: "Projects" }).waitFor();
      await page.getByText(/Automatic fail-over is paused until/).waitFor();
      await page.getByRole("link", { name: "Regions", exact: true }).first().click();
      await page.getByRole("heading", { level: 2, name: "History" }).waitFor();
    }),
    on("a drain is shown in figures before it is confirmed, and says what was seen", {}, async (page, heard) => {
      await page.getByRole("button", { name: "Drain …" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("Now: ap-south-1 takes 18 events/s, ap-south-2 9.1 events/s.").waitFor();
      await dialog.getByLabel(/^Percent/).fill("50");
      await dialog.getByText("Then: ap-south-1 about 9.2 events/s, ap-south-2 about 18 events/s.").waitFor();
      const confirm = dialog.getByRole("button", { name: "Drain 50 % to ap-south-2" });
      assert.equal(await confirm.isDisabled(), true);
      await dialog.getByLabel(/^Reason/).fill("its disk is slow");
      await dialog.getByLabel("For how long").selectOption({ label: "30 minutes" });
      await confirm.click();
      await dialog.waitFor({ state: "hidden" });
      const asked = {
        region: "ap-south-1",
        sharePercent: 50,
        forMs: 1_800_000,
        reason: "its disk is slow",
        seen: null,
      };
      assert.deepEqual(heard, [{ path: "/recovery/drain", body: asked }]);
    }),
    on("a drain in force stands at the top, and one press ends it", { drain: true }, async (page, heard) => {
      await page.getByText("25 % of the events for ap-south-1 go to ap-south-2").waitFor();
      await page.getByRole("button", { name: "End the drain" }).click();
      await page.getByText("The edge has taken it.").waitFor();
      assert.deepEqual(heard, [{ path: "/recovery/drain/end", body: { reason: "ended on the Regions page" } }]);
    }),
    on("a drill is started by typing its name, after what happens and what must hold", {}, async (page, heard) => {
      await page.getByRole("button", { name: "Start the drill region-loss" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("no event is counted twice").waitFor();
      assert.equal(await dialog.getByRole("button", { name: "Start the drill" }).isDisabled(), true);
      await dialog.getByLabel(/Type region-loss/).fill("region-loss");
      await dialog.getByRole("button", { name: "Start the drill" }).click();
      await dialog.waitFor({ state: "hidden" });
      assert.deepEqual(heard[0]?.body, { scenario: "region-loss", confirm: "region-loss" });
    }),
    on("a running drill shows its lines, and no second one is offered", { drilling: true }, async (page) => {
      await page.getByRole("region", { name: "Timeline of region-loss" }).getByText("ap-south-1 is killed").waitFor();
      const start = page.getByRole("button", { name: "Start the drill region-loss" });
      assert.equal(await start.getAttribute("aria-disabled"), "true");
    }),
    on("a past drill shows its timeline and the signed files", {}, async (page) => {
      await page.getByRole("button", { name: "Drill: region-loss" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("img", { name: /Timeline of the drill/ }).waitFor();
      await dialog.getByRole("link", { name: "SHA256SUMS" }).waitFor();
      await dialog.getByText("tandem drill region-loss").waitFor();
    }),
    on("what a returned region had left behind is listed, before and after", { tail: true }, async (page) => {
      await page.getByRole("button", { name: "See them" }).click();
      await page.getByRole("dialog").getByText('{"name":"Lantern shop"}').waitFor();
    }),
    on("a page that is no longer renewed says so, greys out, and starts nothing", {}, async (page, heard) => {
      await page.route(/\/api\/2026-11\/(?:recovery|regions)$/, (route) => route.abort());
      await page.getByText("This page is not renewed.").waitFor();
      await page.getByText("tandem failover --dry-run").waitFor();
      const button = page.locator("button[aria-disabled=true]", { hasText: "Switch to ap-south-2" });
      await button.waitFor({ timeout: STALE_MS_MAX });
      await page.getByText("last heard").waitFor();
      await button.click({ force: true });
      assert.equal(await page.getByRole("dialog").count(), 0);
      assert.deepEqual(heard, []);
      // What is greyed out can't be accessible by its contrast; the notice above it is.
      await page.unroute(/\/api\/2026-11\/(?:recovery|regions)$/);
      await page.getByText("This page is not renewed.").waitFor({ state: "hidden" });
      await page.getByText("last heard").waitFor({ state: "hidden" });
    }),
    ...looks(on),
  ];
}

async function openSwitch(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Switch to ap-south-2 …" }).click();
  const focused = await page.evaluate("document.activeElement.className");
  assert.ok(!String(focused).includes("danger"), "the dangerous button has the focus first");
}

async function fill(page: Page, target: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Reason/).fill("kernel patch");
  await dialog.getByLabel(/^Type ap-south-2/).fill(target);
}

async function confirmed(page: Page, password = MOCK_PASSWORD): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
}

async function switchOver(page: Page, heard: Heard): Promise<void> {
  await openSwitch(page);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("point of no return").waitFor();
  const arm = dialog.getByRole("button", { name: "Switch to ap-south-2 in 10 s …" });
  assert.equal(await arm.isDisabled(), true);
  await fill(page, "ap-south-1");
  await dialog.getByText("The target isn't typed").waitFor();
  assert.equal(await arm.isDisabled(), true);
  await fill(page, "ap-south-2");
  await dialog.getByText("You haven't confirmed that it is you.").waitFor();
  assert.equal(await arm.isDisabled(), true);
  await confirmed(page, "not these");
  await dialog.getByRole("alert").getByText("Type the password that you sign in with.").waitFor();
  assert.equal(await arm.isDisabled(), true);
  await confirmed(page);
  await arm.click();
  await dialog.getByRole("button", { name: "Cancel" }).waitFor();
  assert.deepEqual(heard, [], "nothing is asked for before the time is over");
  await dialog.waitFor({ state: "hidden", timeout: ARMED_MS_MAX });
  const body = { plan: "switch-over", to: "ap-south-2", reason: "kernel patch", seen: "v418" };
  assert.deepEqual(heard, [{ path: "/recovery/runs", body }]);
  await page.getByText("ap-south-2: It is written down and runs.").waitFor();
}

async function cancelled(page: Page, heard: Heard): Promise<void> {
  await openSwitch(page);
  await fill(page, "ap-south-2");
  await confirmed(page);
  await page.getByText("Confirmed, for this").waitFor();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  const arm = dialog.getByRole("button", { name: "Switch to ap-south-2 in 10 s …" });
  await arm.focus();
  await page.keyboard.press("Enter");
  assert.equal(await dialog.getByRole("timer").count(), 0, "Enter has armed it");
  await page.keyboard.press("Space");
  await dialog.getByRole("timer").waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await arm.waitFor();
  assert.equal(await dialog.getByRole("timer").count(), 0);
  await arm.click();
  await dialog.getByRole("timer").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.deepEqual(heard, []);
}

async function acceptEverything(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog");
  for (const box of await dialog.getByRole("checkbox").all()) await box.check();
  await fill(page, "ap-south-2");
  await dialog.getByLabel(/^Type LOSE 1240 EVENTS/).fill("LOSE 1240 EVENTS");
  await confirmed(page);
}

async function emergency(page: Page, heard: Heard): Promise<void> {
  await page.getByRole("button", { name: "Fail over to ap-south-2 …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("At risk: 1,240 events").waitFor();
  const go = dialog.getByRole("button", { name: "Fail over to ap-south-2 now" });
  await dialog.getByText("2 of 2 red preconditions are not accepted.").waitFor();
  await dialog.getByRole("checkbox", { name: /fails: standby in step/ }).check();
  await fill(page, "ap-south-2");
  await dialog.getByText("1 of 2 red preconditions are not accepted.").waitFor();
  await dialog.getByRole("checkbox", { name: /counts as failed: edge/ }).check();
  assert.equal(await go.isDisabled(), true, "the loss isn't typed");
  await acceptEverything(page);
  await go.focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(heard, [], "Enter has confirmed it");
  await go.click();
  await dialog.waitFor({ state: "hidden" });
  const confirm = { lose: true, checks: ["standby in step", "edge"] };
  const body = { plan: "fail-over", to: "ap-south-2", reason: "kernel patch", seen: "v418", confirm };
  assert.deepEqual(heard, [{ path: "/recovery/runs", body }]);
}

async function stopRun(page: Page, heard: Heard): Promise<void> {
  const run = page.getByRole("region", { name: /Fail-over to ap-south-2/ });
  await run.getByText("Waits for two voters to stand still: 1,204 of 3,310 ms.").waitFor();
  await run.getByText("It can be stopped until the database is promoted").first().waitFor();
  await run.getByRole("button", { name: "Stop and go back …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^Reason/).fill("wrong region");
  await dialog.getByRole("button", { name: "Stop and go back" }).click();
  await dialog.waitFor({ state: "hidden" });
  assert.deepEqual(heard, [{ path: "/recovery/runs/r-58/stop", body: { reason: "wrong region" } }]);
}

async function approve(page: Page, heard: Heard): Promise<void> {
  await page.getByText("Solo is marked: up to 12 changes").first().waitFor();
  await page.getByRole("button", { name: "Answer …" }).click();
  const dialog = page.getByRole("dialog");
  const go = dialog.getByRole("button", { name: "Go on" });
  await dialog.getByLabel(/^Reason/).fill("they are listed");
  assert.equal(await go.isDisabled(), true);
  await dialog.getByLabel(/^Type ap-south-2/).fill("ap-south-2");
  assert.equal(await go.isDisabled(), true, "nobody has confirmed who it is");
  await confirmed(page);
  await go.click();
  await dialog.waitFor({ state: "hidden" });
  assert.deepEqual(heard, [{ path: "/recovery/runs/r-58/approve", body: { reason: "they are listed", seen: "v418" } }]);
}

/** The worst of it at once, in both themes, at 320 px and in forced colours: nothing too wide, nothing moves by itself. */
function looks(on: (name: string, recovery: RecoveryOptions, look: Look, window?: Window) => Check): Check[] {
  const worst: RecoveryOptions = { activeLost: true, run: "asking", drilling: true };
  const fits: Look = async (page) => {
    await page.getByText("Take the lease").first().waitFor();
    for (const summary of await page.locator("summary").all()) await summary.click();
    const wide = (await page.evaluate("document.documentElement.scrollWidth - innerWidth")) as number;
    assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
  };
  return [
    on("a region lost, a run asking, a drill running, light: axe finds nothing", worst, fits),
    on("the same in the dark", worst, fits, { ...desk, dark: true }),
    on("the same at 320 px", worst, fits, { width: 320, height: 640 }),
    on("the same in forced colours: signs and words still tell", worst, async (page) => {
      await page.emulateMedia({ forcedColors: "active" });
      await fits(page, [], []);
      await page.getByText("waits for a person").first().waitFor();
      await page.emulateMedia({ forcedColors: "none" });
    }),
    on("while nothing happens, nothing moves and no error is logged", {}, async (page) => {
      const watched = await watch(page);
      await page.reload();
      await page.getByRole("heading", { level: 2, name: "History" }).waitFor();
      await page.waitForResponse((response) => response.url().endsWith("/recovery"));
      await page.waitForResponse((response) => response.url().endsWith("/recovery"));
      await watched.assertClean();
    }),
  ];
}
