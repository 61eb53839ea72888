// What DuckDB answers to the console's panels about a real web server's log equals the naive recount.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Where } from "../../src/core/question.ts";
import { openEngine } from "../../src/drivers/duckdb/engine.ts";
import { openSliceStore } from "../../src/drivers/duckdb/slice-store.ts";
import { createEventTable } from "../../src/drivers/tail/tail-table.ts";
import { acceptedFromAccessLog, PROJECT } from "./access-log.ts";
import { assertSameAnswer } from "./compare.ts";
import { lakeOfEvents } from "./lake-of-events.ts";
import { overviewPanels } from "./panels.ts";

/** Every `step`th panel of the console's overview, in several zones and with conditions, over a real access log. */
export async function recountPanels(step: number): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "tandem-panels-"));
  const engine = await openEngine(join(directory, "scratch"));
  const connection = await engine.connect();
  const store = await openSliceStore(join(directory, "slices"), engine, (event, details) =>
    assert.fail(`${event} ${JSON.stringify(details)}`),
  );
  try {
    await createEventTable(connection);
    const { events } = acceptedFromAccessLog();
    // Nothing is missing here: files of some hundred events, some merged, and the youngest in the tail.
    const numbers = [0.75, 0.6, 0.31, 0.9, 0.45];
    let turn = 0;
    const chance = (): number => numbers[turn++ % numbers.length] as number;
    const lake = await lakeOfEvents(connection, directory, events, chance, 1_200);
    assert.equal(lake.present.length, events.length);
    const fromGoogle: Where = { field: "visit.source", op: "is", value: ["Google"] };
    const blog: Where = {
      all: [
        { field: "event.page", op: "starts", value: ["/blog"] },
        { not: { field: "event.name", op: "is", value: ["Request"] } },
      ],
    };
    const range = { from: "2015-05-17", to: "2015-05-21" };
    const panels = [
      ...overviewPanels(range, "UTC"),
      ...overviewPanels({ from: "2015-05-18", to: "2015-05-20" }, "Asia/Kathmandu", undefined, true).slice(0, 7),
      ...overviewPanels(range, "America/New_York", fromGoogle).slice(0, 8),
      ...overviewPanels(range, "Asia/Kolkata", blog).slice(0, 8),
    ];
    let rows = 0;
    let asked = 0;
    for (const [index, panel] of panels.entries()) {
      if (index % step > 0) continue;
      asked += 1;
      rows += await assertSameAnswer(engine, lake, PROJECT, panel, { store, keptShare: asked % 2 });
    }
    assert.ok(rows > asked, "the panels are empty");
  } finally {
    await store.close();
    connection.closeSync();
    await engine.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
