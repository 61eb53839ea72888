// The writer that a test kills: appends without end and prints each offset once it was acknowledged.

import { openEventLog } from "../../src/drivers/log/event-log.ts";

const WRITERS = 32;

const log = await openEventLog({
  directory: process.argv[2] as string,
  region: "here-1",
  onNotice: (notice) => process.stderr.write(`${notice}\n`),
});
let next = 0;

async function append(): Promise<void> {
  for (;;) {
    const text = `event ${next++}`;
    const result = await log.append({ receivedAt: Date.now(), count: 1, payload: [Buffer.from(text)] });
    if (result.kind === "durable") process.stdout.write(`${result.offset}\n`);
  }
}

await Promise.all(Array.from({ length: WRITERS }, append));
