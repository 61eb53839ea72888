// How a failure reaches a person: one or two sentences on stderr and a stable exit code. TANDEM_DEBUG=1 adds the stack.

import { EXIT } from "../core/errors.ts";

/** Failures whose message says all: a person reads no stack of theirs. */
const KNOWN: ReadonlySet<string> = new Set(["Refused", "Unavailable", "RefusedByAws"]);

export function reportFailure(error: unknown, err: NodeJS.WriteStream): number {
  const known = error instanceof Error && KNOWN.has(error.name);
  const message = error instanceof Error ? error.message : String(error);
  err.write(`tandem: ${message}\n`);
  if (process.env.TANDEM_DEBUG === "1" && error instanceof Error) {
    err.write(`${error.stack}\n${error.cause instanceof Error ? `caused by: ${error.cause.stack}\n` : ""}`);
  } else if (!known) {
    err.write("That is a fault of Tandem. TANDEM_DEBUG=1 before the same command shows where it happened.\n");
  }
  if (!(error instanceof Error)) return EXIT.internal;
  if ("exitCode" in error && typeof error.exitCode === "number") return error.exitCode;
  return error.name === "Unavailable" ? EXIT.missing : EXIT.internal;
}
