// One thing that a brief names: where it is in what is made, what proves it, and how far that proof goes.

/**
 * P0 static check of what was made · P1 deterministic simulation · P2 emulator · P3 real local processes. P4, a real AWS
 * account, is never claimed.
 */
export type Level = "P0" | "P1" | "P2" | "P3";

export type BlueprintName = "A" | "B" | "C" | "D" | "E" | "flagship";

export type Where =
  /** A Terraform resource type that the blueprint's stacks hold. */
  | { readonly kind: "resource"; readonly type: string; readonly of: BlueprintName }
  /** A file below the output directory; a star stands for anything but a slash. */
  | { readonly kind: "file"; readonly path: string; readonly of: BlueprintName }
  /** A file or directory of the program. */
  | { readonly kind: "source"; readonly path: string };

export type Proof = {
  readonly level: Level;
  /** A test file, or a command such as "npm run proof:terraform". */
  readonly by: string;
};

export type Row = {
  readonly number: number;
  readonly item: string;
  /** The briefs that name it. */
  readonly briefs: string;
  readonly where: readonly [Where, ...Where[]];
  readonly proofs: readonly [Proof, ...Proof[]];
  /** What is built in place of what the brief names, and why. */
  readonly instead?: string;
  /** What of it isn't there. */
  readonly lacks?: string;
};

export const resource = (of: BlueprintName, ...types: string[]): Where[] =>
  types.map((type) => ({ kind: "resource", type, of }));
export const file = (of: BlueprintName, ...paths: string[]): Where[] =>
  paths.map((path) => ({ kind: "file", path, of }));
export const source = (...paths: string[]): Where[] => paths.map((path) => ({ kind: "source", path }));
export const by = (level: Level, ...ways: string[]): Proof[] => ways.map((way) => ({ level, by: way }));

type Rest = Pick<Row, "instead" | "lacks">;

/** A row; one without a place or without a proof doesn't compile to anything and is refused. */
export function row(
  number: number,
  briefs: string,
  item: string,
  where: readonly Where[],
  proofs: readonly Proof[],
  rest: Rest = {},
): Row {
  const [place, ...places] = where;
  const [proof, ...others] = proofs;
  if (!place || !proof) throw new Error(`Row ${number}, "${item}", has nothing behind it.`);
  return { number, item, briefs, where: [place, ...places], proofs: [proof, ...others], ...rest };
}
