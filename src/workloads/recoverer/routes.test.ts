import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { ControlFile } from "../../drivers/postgres/control-file.ts";
import { markExported, writeTail } from "../../drivers/recovery/tails.ts";
import { regionForTest } from "../../drivers/recovery/test-region.ts";
import { recovererRoutes } from "./routes.ts";

const control: ControlFile = { systemId: "7", state: "running", checkpoint: 90n, timeline: 2 };
const row = { id: 8, epoch: 2, who: "user:1", what: "a test", before: null, after: {}, at: 0, idempotencyKey: null };

test("a former primary's files go only once what it had alone was listed, and that list exported", async () => {
  const { region, end } = await regionForTest();
  try {
    const former = join(region.postgresDirectory, "data.former-5");
    await mkdir(former, { recursive: true });
    const unused = (): never => assert.fail("not asked for");
    const routes = recovererRoutes({
      region,
      view: unused,
      run: unused,
      traced: unused,
      command: unused,
      tailChanged: async () => {},
      newId: unused,
    });
    const drop = async () => {
      const url = new URL("http://localhost/tail/drop");
      return (await routes({ method: "POST", url, headers: {}, body: '{"epoch":5}' } as never))?.status;
    };
    assert.equal(await drop(), 409, "never listed");
    await writeTail(region, 5, control, (put) => put([row]));
    assert.equal(await drop(), 409, "not exported");
    assert.ok(existsSync(former));
    await assert.rejects(markExported(region, 5, 0, "olga"));
    assert.equal(await drop(), 409, "a part of it isn't the list");
    await markExported(region, 5, 1, "olga");
    assert.equal(await drop(), 200);
    assert.ok(!existsSync(former));
  } finally {
    await end();
  }
});
