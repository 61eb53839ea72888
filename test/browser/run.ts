// The console in Debian's Chromium: pure parts, faults against a stand-in, the main paths against a real installation.
// `npm run test:browser`

import { fileURLToPath } from "node:url";
import { ensureConsole } from "../../src/local/console-build.ts";
import { type Outcome, runChecks } from "./checks.ts";
import { findChromium, HOW_TO_GET_IT, startBrowser } from "./chromium.ts";
import { faultChecks } from "./faults.ts";
import { startInstallation } from "./installation.ts";
import { journeys } from "./journeys.ts";
import { operationsChecks } from "./operations.ts";
import { operationsPureChecks } from "./operations-pure.ts";
import { pureChecks } from "./pure.ts";

const chromium = findChromium();
const outcome: Outcome = { passed: 0, failed: 0 };
if (chromium) await run(chromium);
else {
  process.stdout.write(`${HOW_TO_GET_IT}\n`);
  outcome.failed = 1;
}
process.stdout.write(`\n${outcome.passed} passed, ${outcome.failed} failed\n`);
process.exit(outcome.failed === 0 ? 0 : 1);

async function run(executable: string): Promise<void> {
  await ensureConsole(fileURLToPath(new URL("../..", import.meta.url)));
  await runChecks("Without a browser", [...pureChecks, ...operationsPureChecks], outcome);
  const browser = await startBrowser(executable);
  try {
    await runChecks("Against a stand-in", faultChecks(browser), outcome);
    await runChecks("The operations room", operationsChecks(browser), outcome);
    const installation = await startInstallation({ demo: true });
    try {
      await runChecks("Against a real installation", await journeys(browser, installation), outcome);
    } finally {
      await installation.stop();
    }
  } catch (error) {
    outcome.failed += 1;
    process.stdout.write(`  FAIL  ${error instanceof Error ? error.message : String(error)}\n`);
  } finally {
    await browser.close();
  }
}
