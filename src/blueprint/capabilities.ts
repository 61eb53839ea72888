// What each AWS region offers, as far as it could be read: a dated table with the source and the confidence of each
// line. What a region doesn't offer is refused when a blueprint is resolved; what isn't known is a warning, never silence.

/** The day on which the table was last gone through. */
export const CAPABILITIES_AS_OF = "2026-11-20";

/** yes: read to be offered. no: read not to be. unknown: not established. */
export type Offer = "yes" | "no" | "unknown";
/** endpoint: AWS's own list of endpoints. documentation: its pages. third-party: others' material. memory: to be confirmed. */
export type Confidence = "endpoint" | "documentation" | "third-party" | "memory";

export type Capability = {
  service: string;
  offer: Readonly<Record<string, Offer>>;
  confidence: Confidence;
  source: string;
  /** What to ask for instead, where it isn't offered. */
  instead: string;
};
