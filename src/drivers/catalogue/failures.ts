// What PostgreSQL's failures mean to the application.

import { OutcomeUnknown } from "../../app/catalogue/port.ts";
import { Unavailable } from "../../core/errors.ts";

/** SQLSTATE classes and codes that heal by themselves: no connection, no resources, operator intervention, standby, no tables yet. */
const MAY_HEAL = /^(?:08|53|57|55P03|25006|42P01|3D000|40)/;
/** At COMMIT these say for certain that nothing was changed. */
const CERTAINLY_UNDONE = /^(?:23|25|40|0A|22)/;

type Coded = Error & { code?: string };

/** A failed question as `Unavailable` where the world may heal; others are bugs and stay as they are. */
export function readFailure(error: unknown, tried: string): Error {
  const { code, message } = error as Coded;
  const isSqlState = typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith("E");
  if (isSqlState && !MAY_HEAL.test(code)) return error as Error;
  const why = code === "25006" ? "this region's database is a standby" : "the database can't be reached or isn't ready";
  return new Unavailable(`${tried}: ${why}. Try again shortly.`, { cause: error ?? message });
}

/** A failed COMMIT: undone for certain, or unknown. */
export function commitFailure(error: unknown, tried: string): Error {
  const { code } = error as Coded;
  if (typeof code === "string" && CERTAINLY_UNDONE.test(code)) return readFailure(error, tried);
  return new OutcomeUnknown(
    `${tried}: the connection to the database ended while the change was being committed, so it may or may not be there. ` +
      "Look, or repeat the request with the same Idempotency-Key.",
    { cause: error },
  );
}
