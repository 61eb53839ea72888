// One region's endpoints go dead, and every root but its own and `link` must still plan, wanting nothing.
import type { Stack } from "../../../src/platform/terraform/language/stack.ts";
import { side } from "../terraform-command.ts";
import type { RegionsProxy } from "./regions-proxy.ts";

/** A plan is work, not waiting. */
export const PLANS_AT_ONCE = 2;
const OUTPUT_SHOWN_MAX = 4_000;

type Rooted = { readonly stack: Stack; readonly root: string };
type Plan<Root> = (
  rooted: Root,
) => Promise<{ readonly planned: string; readonly output: string; readonly seconds: number }>;

/** Whether a root may need the lost region: its own roots, and `link`, which recovery never needs. */
export const mayNeed = (name: string, lost: string): boolean => name === "link" || name.endsWith(`/${lost}`);

export async function refusedOnDeath<Root extends Rooted>({
  lost,
  proxy,
  roots,
  plan,
  say,
}: {
  readonly lost: string;
  readonly proxy: RegionsProxy;
  readonly roots: readonly Root[];
  readonly plan: Plan<Root>;
  readonly say: (line: string) => void;
}): Promise<readonly string[]> {
  const failures: string[] = [];
  proxy.setDead([lost]);
  proxy.takeCounts();
  const others = roots.filter(({ stack }) => !mayNeed(stack.name, lost));
  await side(others, PLANS_AT_ONCE, async (rooted) => {
    const { planned, output, seconds } = await plan(rooted);
    const verdict = planned === "empty" ? "ok  " : "FAIL";
    say(`${verdict} plan without ${lost}, ${rooted.stack.name}: ${planned} (${seconds.toFixed(0)} s)`);
    if (planned !== "empty")
      failures.push(`plan without ${lost}, ${rooted.stack.name}: ${planned}\n${output.slice(-OUTPUT_SHOWN_MAX)}`);
  });
  const asked = proxy.takeCounts().get(lost) ?? 0;
  if (asked > 0) failures.push(`Planning without ${lost} asked it ${asked} times.`);
  say(`${asked === 0 ? "ok  " : "FAIL"} ${others.length} roots planned without ${lost}, and asked it ${asked} times`);
  proxy.setDead([]);
  return failures;
}
