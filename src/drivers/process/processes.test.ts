import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { endProcess, groupIsAlive, identify, isAlive } from "./identity.ts";
import { openOutputFile } from "./output-file.ts";
import { portsInUse, waitForFreePorts } from "./ports.ts";

test("a process is known by its beginning, and a stranger with its number is never ended", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore", detached: true });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const identity = identify(child.pid ?? 0);
  assert.ok(identity && isAlive(identity) && groupIsAlive(identity.pid));
  assert.equal(endProcess({ ...identity, began: "another life" }), false);
  assert.equal(isAlive(identity), true);
  assert.equal(endProcess(identity), true);
  await ended;
  assert.equal(isAlive(identity), false);
  assert.equal(groupIsAlive(identity.pid), false);
});

test("output moves to one older file at its limit and goes on", () => {
  const directory = mkdtempSync(join(tmpdir(), "tandem-output-"));
  const file = join(directory, "collector.log");
  const output = openOutputFile(file, 100);
  for (let line = 0; line < 30; line += 1) output.write(`line ${String(line).padStart(2, "0")}\n`);
  output.close();
  const kept = readFileSync(`${file}.1`, "utf8") + readFileSync(file, "utf8");
  assert.ok(kept.length <= 220 && kept.endsWith("line 29\n"));
  assert.equal(existsSync(`${file}.2`), false);
  rmSync(directory, { recursive: true });
});

test("a port in use is named, and free again once it is given back", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  assert.deepEqual(await portsInUse([port]), [port]);
  assert.deepEqual(await waitForFreePorts([port], 60), [port]);
  const freed = waitForFreePorts([port], 2_000);
  server.close();
  assert.deepEqual(await freed, []);
});
