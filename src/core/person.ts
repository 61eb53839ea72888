// People as records name them: "ada (console of south)". Where somebody was isn't who they are.

/** "ada (console of south)" and "Ada (console of north)" are one person. */
export function isSamePerson(one: string, other: string): boolean {
  return personOf(one) === personOf(other);
}

const personOf = (who: string): string =>
  who
    .replace(/ \([^()]*\)$/, "")
    .trim()
    .toLowerCase();
