// Tests that need real processes or wait for real time-outs. `npm test` runs them; `npm run check` runs all the others.
import { globSync } from "node:fs";

export const slowTests = (root: string): readonly string[] =>
  globSync(["{src,test}/**/*.slow.test.ts", "test/{sdk,simulation,scenarios}/**/*.test.ts"], { cwd: root }).sort();
