import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";
import { filledArgv, type RunbookCommand, reads, shellText, variable, variablesIn } from "./command.ts";

const command = (argv: readonly string[], saves?: string): RunbookCommand =>
  reads("aws", argv, { why: "", expect: "", ...(saves === undefined ? {} : { saves }) });

const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom("--query", "a b", "it's", '{"a":"b"}', "$(id)", "`id`", "!", "\\", '"', "*", "~", "#", "\n"),
);
const withVariables = fc
  .array(fc.oneof(word, fc.constantFrom(variable("ONE"), variable("TWO", "https://"))), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(""));

test("a shell reads the printed command back as the very words that it is made of", () => {
  const values = { ONE: 'first $value `x` "q"', TWO: "https://host.example" };
  fc.assert(
    fc.property(fc.array(withVariables, { minLength: 1, maxLength: 6 }), (argv) => {
      // A NUL can't be in an argument at all, and a word that spells a variable by chance is one.
      fc.pre(argv.every((one) => !one.includes("\0")));
      const one = command(argv);
      fc.pre(variablesIn(one).every((name) => name in values));
      const { stdout, status, stderr } = spawnSync(
        "sh",
        ["-c", `aws() { printf '%s\\036' "$@"; }\n${shellText(one)}`],
        { env: { PATH: process.env.PATH, ...values }, encoding: "utf8" },
      );
      assert.equal(status, 0, stderr);
      assert.deepEqual(stdout.split("\x1e").slice(0, -1), filledArgv(one, values));
    }),
    { numRuns: 60 },
  );
});

test("what a command saves is there for the next one, and is shown", () => {
  const text = `aws() { echo "i-$1"; }\n${shellText(command(["7"], "HOST"))}\n${shellText(command([variable("HOST")], "AGAIN"))}`;
  const { stdout } = spawnSync("sh", ["-c", text], { encoding: "utf8" });
  assert.equal(stdout, "i-7\ni-i-7\n");
});

test("a command whose variable nobody set isn't run with a hole in it", () => {
  assert.throws(() => filledArgv(command(["--target", variable("HOST")]), {}), /needs \$HOST/);
});

test("a long command stands on several lines, an option on each, and never loses a word", () => {
  const argv = ["dynamodb", "update-item", "--table-name", "x".repeat(60), "--key", "y".repeat(60)];
  const text = shellText(command(argv));
  assert.equal(text.split("\n").length, 3);
  assert.deepEqual(text.replaceAll("\\\n", "").split(/\s+/).slice(1), argv);
});
