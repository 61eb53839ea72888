// One region's endpoints go dead, and every root but its own and `link` must still plan, wanting nothing.
import type { Platform } from "../../../src/blueprint/platform.ts";
import type { Stack } from "../../../src/platform/terraform/language/stack.ts";
import type { RegionsProxy } from "./regions-proxy.ts";

type Rooted = { readonly stack: Stack; readonly root: string };
type Plan<Root> = (
  rooted: Root,
) => Promise<{ readonly planned: string; readonly output: string; readonly seconds: number }>;

/** Whether a root may need the lost region: its own roots, and `link`, which recovery never needs. */
export const mayNeed = (name: string, lost: string): boolean => name === "link" || name.endsWith(`/${lost}`);

export async function refusedOnDeath<Root extends Rooted>({
  platform,
  proxy,
  roots,
  plan,
  say,
}: {
  readonly platform: Platform;
  readonly proxy: RegionsProxy;
  readonly roots: readonly Root[];
  readonly plan: Plan<Root>;
  readonly say: (line: string) => void;
}): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const lost of [platform.regions.primary.name, platform.regions.standby.name]) {
    proxy.setDead([lost]);
    for (const rooted of roots.filter(({ stack }) => !mayNeed(stack.name, lost))) {
      proxy.takeCounts();
      const { planned, output, seconds } = await plan(rooted);
      const asked = proxy.takeCounts().get(lost) ?? 0;
      const fine = planned === "empty" && asked === 0;
      say(
        `${fine ? "ok  " : "FAIL"} plan without ${lost}, ${rooted.stack.name}: ${planned}, asked it ${asked} times (${seconds.toFixed(0)} s)`,
      );
      if (!fine)
        failures.push(
          `plan without ${lost}, ${rooted.stack.name}: ${planned}, asked it ${asked} times\n${output.slice(-4_000)}`,
        );
    }
    proxy.setDead([]);
  }
  return failures;
}
