import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { EXIT } from "../../core/errors.ts";
import { mendLinks } from "./binaries.ts";
import { explainFailure, runProgram } from "./run-program.ts";

test("what PostgreSQL prints in its troubles becomes a sentence with a next step", () => {
  const table: [string, number, RegExp][] = [
    [
      "postgres: error while loading shared libraries: libicui18n.so.60: cannot open shared object file",
      EXIT.missing,
      /libicui18n\.so\.60 .*npm ci/,
    ],
    ["dyld: Library not loaded: @loader_path/../lib/libpq.5.dylib", EXIT.missing, /libpq\.5\.dylib/],
    ['FATAL:  could not write to file "pg_wal/xlogtemp.9": No space left on device', EXIT.disk, /disk is full/],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', EXIT.conflict, /--port N/],
    ["FATAL:  incorrect checksum in control file", EXIT.badInput, /left untouched.*--fresh/],
    ["PANIC:  could not locate a valid checkpoint record at 0/3018D58", EXIT.badInput, /damaged/],
    ["FATAL:  something new", EXIT.internal, /something new/],
  ];
  for (const [output, exitCode, sentence] of table) {
    const failure = explainFailure("PostgreSQL", output);
    assert.match(failure.message, sentence, output);
    assert.equal(failure.exitCode, exitCode, output);
  }
});

test("a program's environment is clean, its input given, its failure told", async () => {
  const shell = (script: string, input = "") =>
    runProgram("/bin/sh", ["-c", script], { user: undefined, cwd: "/", input });
  process.env.PGDATA = "/elsewhere";
  try {
    assert.equal((await shell('cat; echo "$PGDATA$LC_ALL"', "hello ")).stdout, "hello C\n");
  } finally {
    delete process.env.PGDATA;
  }
  await assert.rejects(shell("echo 'FATAL:  no luck' >&2; exit 3"), /no luck/);
  await assert.rejects(runProgram("/nowhere/initdb", [], { user: undefined, cwd: "/" }), /ENOENT.*npm ci/);
});

test("links that npm left out, or left dangling, are made", async () => {
  const root = mkdtempSync(join(tmpdir(), "tandem-links-"));
  try {
    const native = join(root, "native-of-any-name");
    mkdirSync(join(native, "lib"), { recursive: true });
    writeFileSync(join(native, "lib", "libone.so.1.2"), "");
    symlinkSync("libone.so.0.9", join(native, "lib", "libone.so"));
    const links = ["libone.so", "libone.so.1"].map((name) => ({
      source: "native/lib/libone.so.1.2",
      target: `native/lib/${name}`,
    }));
    writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify(links));
    assert.equal(await mendLinks(native), true);
    assert.equal(await mendLinks(native), true);
    for (const name of ["libone.so", "libone.so.1"])
      assert.equal(readlinkSync(join(native, "lib", name)), "libone.so.1.2");
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
