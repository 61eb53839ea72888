// Runs checks one after the other, says each by its sentence, and counts.

export type Check = { name: string; run: () => Promise<void> | void };
export type Outcome = { passed: number; failed: number };

const MESSAGE_CHARACTERS_MAX = 1_500;

export async function runChecks(title: string, checks: Check[], outcome: Outcome): Promise<void> {
  process.stdout.write(`\n${title}\n`);
  for (const { name, run } of checks) {
    const began = performance.now();
    try {
      await run();
      outcome.passed += 1;
      process.stdout.write(`  ok    ${name} (${((performance.now() - began) / 1_000).toFixed(1)} s)\n`);
    } catch (error) {
      outcome.failed += 1;
      const text = error instanceof Error ? error.message : String(error);
      process.stdout.write(
        `  FAIL  ${name}\n        ${text.slice(0, MESSAGE_CHARACTERS_MAX).replaceAll("\n", "\n        ")}\n`,
      );
    }
  }
}
