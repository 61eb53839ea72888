// An event log that keeps records in memory: for tests of the collector, and the control without durability in benchmarks.

import type { AppendResult, EventLog, LogRecord } from "../../app/log/port.ts";
import type { OriginId } from "../../core/origin.ts";

export class MemoryLog implements EventLog {
  readonly origin: OriginId;
  readonly records: LogRecord[] = [];
  /** Set to refuse appends, as a full disk does. */
  refusal: string | undefined;
  private end = 0;
  private readonly keep: boolean;
  private readonly listeners = new Set<(end: number) => void>();

  constructor(origin: OriginId = "here~1-000000", keep = true) {
    this.origin = origin;
    this.keep = keep;
  }

  async append(record: { receivedAt: number; count: number; payload: Uint8Array[] }): Promise<AppendResult> {
    if (this.refusal !== undefined) return { kind: "refused", because: this.refusal };
    const offset = this.end;
    this.end += record.count;
    if (this.keep) {
      const { receivedAt, count } = record;
      this.records.push({ offset, count, receivedAt, payload: Buffer.concat(record.payload) });
    }
    for (const listener of this.listeners) listener(this.end);
    return { kind: "durable", offset };
  }

  durableEnd(): number {
    return this.end;
  }

  refusing(): string | undefined {
    return this.refusal;
  }

  onDurable(listener: (end: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.refusal = "The log is closed.";
  }
}
