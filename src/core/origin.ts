// An origin is a region and one incarnation of its log; (origin, offset) names one event for ever.

/** A region's name, e.g. "ap-south-1": lower-case letters, digits and hyphens. */
export type RegionName = string;

/** `<region>~<number of the incarnation>-<six hex digits>`, e.g. "ap-south-1~3-9f2c41". Safe in file names and URLs. */
export type OriginId = string;

const ORIGIN = /^([a-z0-9-]{1,32})~(\d{1,9})-([0-9a-f]{6})$/;

export function originId(region: RegionName, incarnation: number, chance: string): OriginId {
  const id = `${region}~${incarnation}-${chance}`;
  if (!ORIGIN.test(id)) throw new RangeError(`"${id}" is not an origin: <region>~<number>-<six hex digits>.`);
  return id;
}

export function parseOrigin(text: string): { region: RegionName; incarnation: number } | undefined {
  const match = ORIGIN.exec(text);
  return match ? { region: match[1] as string, incarnation: Number(match[2]) } : undefined;
}

/** A half-open range of offsets: `from` included, `to` excluded. Offsets count events, from 0. */
export type OffsetRange = { from: number; to: number };
