// Numbers equal lines, so that two identical requests of one second stay two events and a second import adds none.
// Bounded: only the last one to two windows of lines are remembered, which is the same for the same file every time.

export class Occurrences {
  private recent = new Map<string, number>();
  private older = new Map<string, number>();
  private readonly windowLines: number;

  constructor(windowLines = 200_000) {
    this.windowLines = windowLines;
  }

  /** 0 for the first line with this digest, 1 for the second, … */
  next(digest: string): number {
    const count = this.recent.get(digest) ?? this.older.get(digest) ?? 0;
    this.recent.set(digest, count + 1);
    if (this.recent.size >= this.windowLines) {
      this.older = this.recent;
      this.recent = new Map();
    }
    return count;
  }
}
