// The three failures of the house. An expected answer is a value and has no class here.

/** A world that may heal: retried in one place. The inner error goes in `cause`. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}

/** Exit codes of the `tandem` command, stable across versions (after sysexits.h where it has a word for it). */
export const EXIT = {
  ok: 0,
  /** Something was checked and found wrong (`lake verify`, `status` of an unhealthy region). */
  findings: 1,
  usage: 64,
  badInput: 65,
  missing: 69,
  internal: 70,
  disk: 74,
  conflict: 75,
  refused: 77,
  interrupted: 130,
} as const;

/** What a person asked for and can't have: a sentence that says what was tried, on what, and what to do next. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly exitCode: number;
  constructor(message: string, exitCode: number = EXIT.refused, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** A broken promise of ours: the process stops. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Bug: ${message}`);
}
