// How many units of what a platform uses in a month, before any price is looked up.

export const COMPONENTS = [
  "network",
  "entry",
  "compute",
  "database",
  "tables",
  "cache",
  "stream",
  "queues",
  "storage",
  "search",
  "keys and secrets",
  "backups",
  "observability",
  "security",
  "transfer",
  "on-premises",
] as const;
export type Component = (typeof COMPONENTS)[number];

/** What a commitment of a year or three, or spot, makes cheaper. */
export type Saving = "compute" | "compute-spot" | "database" | "cache" | null;

export type Quantity = {
  component: Component;
  region: string;
  /** The resource that it is paid for; "usage" lines name what they are worked out from. */
  address: string;
  /** Key of the price file. */
  sku: string;
  perMonth: number;
  /** `provisioned`: paid whether used or not. `usage`: from the objectives, by an assumption that `why` names. */
  basis: "provisioned" | "usage";
  why: string;
  saving: Saving;
};

/** As AWS counts a month. */
export const HOURS = 730;
export const SECONDS = HOURS * 3_600;
export const GB = 1e9;
