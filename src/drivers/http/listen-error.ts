// A port that can't be had, as a sentence for people.

import { EXIT, Refused } from "../../core/errors.ts";

export function listenError(error: NodeJS.ErrnoException, port: number, who: string): Error {
  if (error.code !== "EADDRINUSE") return error;
  return new Refused(
    `Port ${port} on 127.0.0.1, which ${who} needs, is in use by another program. ` +
      "Stop that program, or choose other ports with --port N (Tandem uses N to N + 49).",
    EXIT.conflict,
    { cause: error },
  );
}
