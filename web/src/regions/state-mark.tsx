// Good or bad, by sign, word and colour together.

export function StateMark({ good, words }: { good: boolean; words: [good: string, bad: string] }) {
  return (
    <span className={good ? "state state-good" : "state state-bad"}>
      <span aria-hidden="true">{good ? "✓" : "✗"}</span> {good ? words[0] : words[1]}
    </span>
  );
}
