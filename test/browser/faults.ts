// What a real installation shows seldom, against the stand-in server: a failing tile, a lost region, nothing to show.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "./accessibility.ts";
import type { Check } from "./checks.ts";
import type { Browser } from "./chromium.ts";
import { type MockOptions, startMock } from "./mock-server.ts";

export function faultChecks(browser: Browser): Check[] {
  const on = (name: string, path: string, options: MockOptions, look: (page: Page) => Promise<void>): Check => ({
    name,
    run: async () => {
      const mock = await startMock(options);
      const { context, page } = await browser.open({ width: 1_280, height: 900 });
      page.setDefaultTimeout(8_000);
      try {
        await page.goto(mock.url + path);
        await look(page);
        await assertAccessible(page);
      } finally {
        await context.close();
        await mock.close();
      }
    },
  });
  return [
    on(
      "a tile that fails says why, names the request, offers Retry, and leaves the others alone",
      "/p/shop",
      { failing: "visit.source" },
      async (page) => {
        const tile = page.getByRole("region", { name: "Sources" });
        await tile.getByRole("button", { name: "Retry" }).waitFor();
        await tile.getByText("q-1f00").waitFor();
        await page.getByRole("region", { name: "Pages" }).getByRole("listitem").first().waitFor();
      },
    ),
    on("a lost region is named, with what that means", "/p/shop", { lost: true }, async (page) => {
      await page.getByText("ap-south-2 is lost").waitFor();
    }),
    on(
      "a passive region says that it only reads, and its buttons say why",
      "/projects",
      { writable: false },
      async (page) => {
        await page.getByText("Read-only.").waitFor();
        const button = page.getByRole("button", { name: "New project" });
        assert.equal(await button.getAttribute("aria-disabled"), "true");
        await button.click({ force: true });
        assert.equal(await page.getByRole("dialog").count(), 0);
      },
    ),
    on("a project without events says how to send them", "/p/shop", { empty: true }, async (page) => {
      await page.getByRole("heading", { name: "No events yet" }).waitFor();
    }),
    on(
      "filters that leave nothing offer to be cleared",
      "/p/shop?f=visit.country:is:XX",
      { empty: true },
      async (page) => {
        await page.getByRole("button", { name: "Clear the filters" }).click();
        assert.doesNotMatch(page.url(), /f=/);
      },
    ),
    on("letters can be switched off", "/p/shop", {}, async (page) => {
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("?");
      await page.getByLabel("Single letters are shortcuts").uncheck();
      await page.keyboard.press("Escape");
      await page.keyboard.press("w");
      assert.doesNotMatch(page.url(), /range=/);
    }),
    on("the theme that was chosen stays after a reload", "/projects", {}, async (page) => {
      await page.getByRole("button", { name: /theme, keyboard, sign out/ }).click();
      await page.getByRole("radio", { name: "Dark" }).click();
      await page.reload();
      await page.getByRole("heading", { level: 1 }).waitFor();
      assert.equal(await page.evaluate("document.documentElement.dataset.theme"), "dark");
    }),
  ];
}
