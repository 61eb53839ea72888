// Good or bad, by sign, word and colour together.

export function StateMark({ good, words }: { good: boolean; words: [good: string, bad: string] }) {
  return (
    <span className={good ? "state state-good" : "state state-bad"}>
      <span aria-hidden="true">{good ? "✓" : "✗"}</span> {good ? words[0] : words[1]}
    </span>
  );
}

const SIGNS = {
  pass: ["✓", "good", "passes"],
  warn: ["!", "warn", "warning"],
  fail: ["✗", "bad", "fails"],
  unknown: ["?", "bad", "unknown, counts as failed"],
} as const;

/** The four outcomes of a check. */
export function CheckMark({ state }: { state: keyof typeof SIGNS }) {
  const [sign, tone, word] = SIGNS[state];
  return (
    <span className={`check-mark ${tone}`}>
      <span aria-hidden="true">{sign}</span>
      <span className="quiet">{word}: </span>
    </span>
  );
}
