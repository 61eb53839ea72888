// What a unit of something costs, who says so, and how sure that is. What nobody told is unknown: never zero.

import * as z from "zod";
import prices from "./aws-prices.json" with { type: "json" };

const CONFIDENCE = ["documented", "third-party", "derived", "unknown"] as const;

const priceSchema = z.object({
  sku: z.string(),
  region: z.string(),
  unit: z.string(),
  /** US dollars for one unit; null where the price isn't known. */
  usd: z.number().nullable(),
  source: z.string().optional(),
  asOf: z.string(),
  confidence: z.enum(CONFIDENCE),
  note: z.string().optional(),
});

const bookSchema = z.object({
  format: z.literal(1),
  asOf: z.string(),
  currency: z.literal("USD"),
  basis: z.string(),
  confidence: z.record(z.string(), z.string()),
  warnings: z.array(z.string()),
  entries: z.array(priceSchema),
});

export type PriceEntry = z.infer<typeof priceSchema>;
export type PriceBook = { asOf: string; warnings: readonly string[]; entries: ReadonlyMap<string, PriceEntry> };

export type Price =
  | { kind: "known"; usd: number; entry: PriceEntry }
  /** Not told for this region. `likely` is the primary's price of the same thing: an assumption, kept apart from what is known. */
  | { kind: "unknown"; likely: number | null; because: string };

/** Throws with the place of the first mistake; `text` is JSON in the shape of `aws-prices.json`. */
export function readPriceBook(text: string): PriceBook {
  return book(bookSchema.parse(JSON.parse(text)));
}

/** The book that Tandem ships. */
export const SHIPPED_PRICES: PriceBook = book(bookSchema.parse(prices));

function book({ asOf, warnings, entries }: z.infer<typeof bookSchema>): PriceBook {
  return { asOf, warnings, entries: new Map(entries.map((entry) => [keyOf(entry), entry])) };
}

/** "global(India edges)" and its like hold wherever this platform is. */
function keyOf({ sku, region }: PriceEntry): string {
  return `${sku} ${region.startsWith("global") ? "global" : region}`;
}

/** The region's own price, else the one price that holds everywhere. Another region's is only ever a likelihood. */
export function priceOf(book: PriceBook, sku: string, region: string, likeRegion: string): Price {
  const own = book.entries.get(`${sku} ${region}`) ?? book.entries.get(`${sku} global`);
  if (own !== undefined && own.usd !== null) return { kind: "known", usd: own.usd, entry: own };
  const likely = [likeRegion, "us-east-1"].map((name) => book.entries.get(`${sku} ${name}`)?.usd ?? null);
  const because = own?.note ?? (own === undefined ? "no entry in the price file" : "the price file knows no value");
  return { kind: "unknown", likely: likely.find((usd) => usd !== null) ?? null, because };
}
