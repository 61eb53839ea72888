// The valid name that a misspelt one most likely meant.

const LENGTH_MAX = 60;

/** undefined where nothing is near: a third of the letters at most may differ. */
export function nearestName(wrong: string, valid: readonly string[]): string | undefined {
  const sought = wrong.toLowerCase().slice(0, LENGTH_MAX);
  let best: { name: string; distance: number } | undefined;
  for (const name of valid) {
    const whole = distance(sought, name.toLowerCase());
    // "page" for "event.page".
    const ending = name.includes(".") ? distance(sought, name.slice(name.indexOf(".") + 1).toLowerCase()) + 0.5 : whole;
    const least = Math.min(whole, ending);
    if (!best || least < best.distance) best = { name, distance: least };
  }
  return best && best.distance <= Math.max(2, sought.length / 3) ? best.name : undefined;
}

/** Letters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] as number;
}
