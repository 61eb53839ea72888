// After too many wrong passwords: wait, and what else can be done meanwhile.

import { ProblemError } from "./problem.ts";

export function refuseTooMany(waitMs: number): void {
  if (waitMs <= 0) return;
  const detail = "Too many wrong passwords. Wait, or sign in with a one-time link: tandem sign-in-link.";
  throw new ProblemError("too-many-tries", detail, { retrySeconds: waitMs / 1000 });
}
