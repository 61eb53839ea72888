// What the history checker can find, and whether that breaks a promise. The report, the console and the manual read this table.

export type Severity =
  /** A broken promise: the drill has failed. */
  | "violation"
  /** Nobody was promised otherwise; it is counted and shown. */
  | "allowed";

export const FINDINGS = {
  "acknowledged-and-lost": {
    severity: "violation",
    says: "was acknowledged as durable in both regions, and is gone",
  },
  "at-risk-and-lost": {
    severity: "allowed",
    says: "was acknowledged as durable in one region only, while the other was away, and is gone",
  },
  "lost-with-region": {
    severity: "allowed",
    says: "was acknowledged in the class `region`, and is gone with that region",
  },
  "counted-twice": { severity: "violation", says: "was counted more than once" },
  miscounted: { severity: "violation", says: "is counted otherwise than it is listed" },
  invented: { severity: "violation", says: "is held, and nobody sent it" },
  "refused-yet-made": { severity: "violation", says: "was refused, and was made all the same" },
  "survived-unacknowledged": { severity: "allowed", says: "was never acknowledged, and is held" },
  "stale-read": { severity: "violation", says: "was older than the bound, or than the answer itself said" },
  "own-write-unread": { severity: "violation", says: "lacked the reader's own acknowledged write, whose token it had" },
  "lower-epoch-after-higher": {
    severity: "violation",
    says: "was acknowledged under an epoch that another acknowledgement had already ended",
  },
  "two-writers": { severity: "violation", says: "was a time in which two regions acknowledged relational writes" },
} as const satisfies Record<string, { severity: Severity; says: string }>;

export type FindingKind = keyof typeof FINDINGS;

/** One instance, with the operations that show it. */
export type Finding = {
  kind: FindingKind;
  /** The event's id, "register/serial", or the epochs concerned. */
  subject: string;
  /** What was asked: a batch of events, a write, a read. */
  of: "event" | "write" | "read";
  /** Where it was seen, if it was seen in one region. */
  region: string | null;
  operations: readonly number[];
  /** Anything more, in words. */
  detail: string | null;
};

export const isViolation = (finding: Finding): boolean => FINDINGS[finding.kind].severity === "violation";

export function explain({ kind, subject, of, region, detail }: Finding): string {
  const where = region === null ? "" : ` in ${region}`;
  return `The ${of} ${subject} ${FINDINGS[kind].says}${where}${detail === null ? "" : `: ${detail}`}.`;
}
