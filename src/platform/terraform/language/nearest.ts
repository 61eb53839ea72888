// The names that a person who wrote another one probably meant.

const SHOWN_MAX = 3;

/** At most three of `known`, the likeliest first; none when nothing is like it. */
export function nearest(written: string, known: readonly string[]): readonly string[] {
  const likeEnough = Math.max(3, Math.floor(written.length / 2));
  return [...new Set(known)]
    .map((name) => ({ name, steps: distance(written, name) }))
    .filter(({ steps }) => steps <= likeEnough)
    .sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1))
    .slice(0, SHOWN_MAX)
    .map(({ name }) => name);
}

/** Letters to change, add or take away to come from one word to the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const swap = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}
