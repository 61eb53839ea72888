// What an AWS account must have before the first apply: asked by commands that only read, judged here.

/** What a check finds. `unknown` is never a pass: it says what to look up by hand. */
export type Verdict =
  | { kind: "ok"; says: string }
  | { kind: "short"; says: string; mend: string }
  | { kind: "unknown"; says: string };

export type AccountCheck = {
  title: string;
  region: string;
  /** The words after `aws`; only verbs that read. */
  command: readonly string[];
  judge: (json: unknown) => Verdict;
};

/** The value at a path of names and indexes, undefined where there is none. */
export function at(json: unknown, ...path: readonly (string | number)[]): unknown {
  let value: unknown = json;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
