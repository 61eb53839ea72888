// A passkey against a real installation, with Chromium's virtual authenticator: made, asked for before a region is moved, at the
// edge and at both regions' own consoles, refused without the person verified, removed.

import assert from "node:assert/strict";
import type { CDPSession, Page } from "playwright-core";
import { assertAccessible } from "./accessibility.ts";
import type { Check } from "./checks.ts";
import type { Browser } from "./chromium.ts";
import type { RunningInstallation } from "./installation.ts";

const PASSWORD = "nine amber kettles whistle";
const WAIT_MS_MAX = 20_000;
const IN_STEP_MS_MAX = 90_000;
/** The regions' own consoles lie so far above the edge. */
const CONSOLE_PORTS = [10, 20];

export function passkeyJourney(browser: Browser, installation: RunningInstallation): Check {
  return {
    name: "a passkey confirms a move of regions at the edge and at both regions' own consoles, active or passive",
    run: async () => {
      const { context, page } = await browser.open({ width: 1_280, height: 900 });
      page.setDefaultTimeout(WAIT_MS_MAX);
      // Browsers have no passkeys for addresses made of numbers.
      const edge = new URL(installation.url.replace("127.0.0.1", "localhost"));
      try {
        const device = await virtualAuthenticator(await context.newCDPSession(page));
        await signIn(page, installation);
        await addPasskey(page);
        await signInAgain(page);
        const consoles = CONSOLE_PORTS.map((above) => `http://localhost:${Number(edge.port) + above}`);
        for (const place of [edge.origin, ...consoles]) {
          await openSwitch(page, place);
          await confirm(page);
        }
        await openSwitch(page, edge.origin);
        await device.verifyPerson(false);
        const dialog = page.getByRole("dialog");
        await dialog.getByRole("button", { name: "Confirm with your passkey" }).click();
        await dialog.getByRole("alert").getByText("No passkey was used").waitFor();
        assert.equal(await dialog.getByRole("button", { name: /in 10 s/ }).isDisabled(), true);
        await device.verifyPerson(true);
        await confirm(page);
        await assertAccessible(page);
        await page.keyboard.press("Escape");
        await removePasskey(page);
      } finally {
        await context.close();
      }
    },
  };
}

async function virtualAuthenticator(cdp: CDPSession) {
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verifyPerson: (isUserVerified: boolean) =>
      cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

async function signIn(page: Page, installation: RunningInstallation): Promise<void> {
  const told = await installation.tandem("sign-in-link", "--name", "olga", "--role", "operator", "--json");
  const { url } = JSON.parse(told) as { url: string };
  await page.goto(url.replace("127.0.0.1", "localhost"));
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByRole("button", { name: /^olga: passkeys/ }).waitFor();
}

async function passkeys(page: Page) {
  await page.getByRole("button", { name: /^olga: passkeys/ }).click();
  await page.getByRole("button", { name: "Passkeys", exact: true }).click();
  return page.getByRole("dialog", { name: "Passkeys" });
}

async function addPasskey(page: Page): Promise<void> {
  const dialog = await passkeys(page);
  await dialog.getByText("You have none.").waitFor();
  await dialog.getByRole("button", { name: "Add a passkey …" }).click();
  await dialog.getByLabel("Name it, as you know the device").fill("laptop");
  const add = dialog.getByRole("button", { name: "Add this passkey" });
  assert.equal(await add.isDisabled(), true, "a passkey would be added that nobody confirmed");
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await add.click();
  await dialog.getByRole("listitem").filter({ hasText: "laptop" }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press("Escape");
}

async function signInAgain(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^olga: passkeys/ }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByRole("button", { name: /^olga: passkeys/ }).waitFor();
}

async function openSwitch(page: Page, place: string): Promise<void> {
  await page.goto(`${place}/regions`);
  const verdict = page.getByRole("status", { name: "Verdict" });
  await verdict.getByText("safe", { exact: true }).waitFor({ timeout: IN_STEP_MS_MAX });
  await page.getByRole("button", { name: /^Switch to / }).click();
  await page.getByText("You haven't confirmed that it is you.").or(page.getByText("A reason is missing.")).waitFor();
}

async function confirm(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog");
  assert.equal(await dialog.getByLabel("Your password").count(), 0, "the password would do");
  await dialog.getByRole("button", { name: "Confirm with your passkey" }).click();
  await dialog.getByText("Confirmed, for this").waitFor();
}

async function removePasskey(page: Page): Promise<void> {
  const dialog = await passkeys(page);
  await dialog.getByRole("button", { name: "Remove laptop …" }).click();
  await confirm(page);
  await dialog.getByRole("button", { name: "Remove laptop", exact: true }).click();
  await dialog.getByText("You have none.").waitFor();
}
