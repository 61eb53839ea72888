// W3C Trace Context, version 00: the header `traceparent` as a value and back. https://www.w3.org/TR/trace-context/

export const TRACEPARENT_HEADER = "traceparent";

export type TraceContext = { traceId: string; spanId: string; sampled: boolean };

/** Versions above 00 may have more fields behind these; "ff" is forbidden. */
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const LENGTH_MAX = 512;
const SAMPLED = 1;

/** undefined for anything that isn't one: a broken header begins a new trace, and never refuses a request. */
export function parseTraceparent(header: unknown): TraceContext | undefined {
  if (typeof header !== "string" || header.length > LENGTH_MAX) return undefined;
  const match = TRACEPARENT.exec(header);
  if (!match) return undefined;
  const [, version, traceId = "", spanId = "", flags = "", more] = match;
  if (version === "00" && more !== undefined) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED };
}

export function traceparentOf({ traceId, spanId, sampled }: TraceContext): string {
  return `00-${traceId}-${spanId}-${sampled ? "01" : "00"}`;
}

const FNV_BASIS = 0x6c62272e07bb014262b821756295c58dn;
const FNV_PRIME = 0x0000000001000000000000000000013bn;

/**
 * The trace of a recovery run: its id follows from the run's, so that a run that two processes carried out, one after the
 * other's crash, is one trace, and whoever reads the record can find it. FNV-1a with 128 bits.
 */
export function traceIdOfRun(run: string): string {
  let hash = FNV_BASIS;
  for (const byte of new TextEncoder().encode(run)) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * FNV_PRIME);
  }
  return hash.toString(16).padStart(32, "0");
}
