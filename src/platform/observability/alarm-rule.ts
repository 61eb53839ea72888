// A line of the catalogue of alarms (alarms.ts): one thing that can go wrong, with the metric that shows it, a threshold that follows
// from the platform by a formula, who answers for it and what that person looks at first. It is data: CloudWatch alarms,
// dashboards and the page for people on call are all made of it. A line is about a type of resource; each resource of that
// type in a stack gets an alarm, so nothing that is added later can be forgotten.
import type { Platform, Region } from "../../blueprint/platform.ts";
import type { Severity } from "../names/safety.ts";
import type { Resource } from "../terraform/language/graph.ts";
import type { ResourceType } from "../terraform/language/stack.ts";

/** A dimension's value: known, or an attribute of something in the same stack. */
export type Dimension = string | { readonly of: string; readonly attribute: string };
export type Dimensions = Readonly<Record<string, Dimension>>;

export type Metric = {
  readonly namespace: string;
  readonly name: string;
  readonly statistic: "Average" | "Sum" | "Maximum" | "Minimum" | "p99";
  /** Added to the line's own dimensions. */
  readonly also?: Readonly<Record<string, string>>;
};

export type Reading =
  | { readonly kind: "metric"; readonly metric: Metric }
  /** Metric math over metrics of the same thing, by small names. */
  | { readonly kind: "math"; readonly expression: string; readonly metrics: Readonly<Record<string, Metric>> };

export type Owner = "edge" | "platform" | "data" | "recovery" | "safety";

/** What an alarm is about. */
export type Subject = {
  readonly platform: Platform;
  /** The AWS region of the alarm and of its metric: they are always the same. */
  readonly regionName: string;
  /** The region of the platform, unless it is the witness's or the edge's. */
  readonly region?: Region;
  /** The other region, as seen from this one. */
  readonly peer?: Region;
  readonly resource: Resource;
  /** The same stack's other resources. */
  readonly resources: readonly Resource[];
};

export type AlarmRule = {
  /** Unique; the anchor in the runbook and a part of the alarm's name. */
  readonly id: string;
  readonly component: string;
  readonly on: ResourceType | "region";
  readonly when?: (subject: Subject) => boolean;
  /** Parts of the resource that each have metrics of their own: brokers, nodes. */
  readonly parts?: (subject: Subject) => readonly string[];
  readonly dimensions: (subject: Subject, part?: string) => Dimensions;
  readonly says: string;
  readonly reading: Reading | ((subject: Subject) => Reading);
  /** A multiple of 60. */
  readonly periodSeconds: number | ((subject: Subject) => number);
  /** Of the last `of` periods, this many must be beyond the threshold. */
  readonly datapoints: { readonly beyond: number; readonly of: number };
  readonly comparison: ">" | ">=" | "<" | "<=";
  readonly threshold: (subject: Subject) => number;
  readonly unit: string;
  /** Where the threshold comes from. */
  readonly formula: string;
  readonly missing: "breaching" | "notBreaching" | "ignore" | "missing";
  readonly severity: Severity;
  /**
   * Whether it is a sign that the region as a whole is ill. Such signs write tickets; the composite of them pages, once.
   * Signs that page by themselves are those that somebody must see although the region serves.
   */
  readonly ill: boolean;
  /** Told to people directly, past the pager, which is what is broken. */
  readonly fallback?: true;
  readonly owner: Owner;
  /** What a person on call looks at first, in words. */
  readonly first: string;
};

/** An attribute of the resource itself. */
export const own = ({ resource }: Subject, attribute: string): Dimension => ({ of: resource.address, attribute });

/** Sustained: three of the last three periods. A single bad minute is told by nobody's pager. */
export const SUSTAINED = { beyond: 3, of: 3 } as const;
export const AT_ONCE = { beyond: 1, of: 1 } as const;

/** A line without what a whole family of lines shares. */
export type AlarmPartRule = Omit<AlarmRule, "on" | "dimensions" | "component" | "owner" | "parts">;
