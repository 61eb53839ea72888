// What the image's proof reads and copies by, on small inputs: the proof itself takes minutes.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { validate } from "dockerfile-utils";
import { assemble, ignore } from "./assemble.ts";
import { readDockerfile, stagesOf } from "./dockerfile.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "tandem-dockerfile-"));
after(() => rmSync(work, { recursive: true, force: true }));

test("a Dockerfile is read as stages of steps; what the proof couldn't carry out is refused", () => {
  const text =
    "FROM --platform=$P a AS one\nWORKDIR /w\nRUN x \\\n  && y\nFROM b\nCOPY --from=one /w/x y ./z/\nUSER 1:1\n";
  assert.deepEqual(stagesOf(text), [
    {
      name: "one",
      base: "a",
      steps: [
        { do: "workdir", path: "/w" },
        { do: "run", line: "x && y" },
      ],
    },
    {
      name: "final",
      base: "b",
      steps: [
        { do: "copy", from: "one", sources: ["/w/x", "y"], to: "./z/" },
        { do: "says", keyword: "USER", text: "1:1" },
      ],
    },
  ]);
  assert.throws(() => stagesOf("FROM a\nADD x y\n"), /can't carry out ADD/);
});

test("a tree is what the lines say: stages apart, commands in their directory, and nothing that is ignored", () => {
  const context = join(work, "context");
  mkdirSync(join(context, "src/deep"), { recursive: true });
  writeFileSync(join(context, ".dockerignore"), "*\n!src\n**/*.test.ts\n");
  for (const path of ["src/a.ts", "src/a.test.ts", "src/deep/b.ts", "src/deep/b.test.ts"])
    writeFileSync(join(context, path), path);
  const place = join(work, "made");
  const stages = stagesOf(
    "FROM x AS made\nWORKDIR /in\nRUN echo $WHAT > out\nFROM y\nWORKDIR /app\nCOPY --from=made /in/out ./\nCOPY src ./src\n",
  );
  const { tree, commands, copies } = assemble(context, stages, place, { WHAT: "made here" });
  assert.deepEqual([commands, copies], [1, 2]);
  assert.equal(readFileSync(join(tree, "app/out"), "utf8"), "made here\n");
  assert.equal(readFileSync(join(tree, "app/src/deep/b.ts"), "utf8"), "src/deep/b.ts");
  assert.throws(() => readFileSync(join(tree, "app/src/a.test.ts")), /ENOENT/);
  assert.throws(() => readFileSync(join(tree, "app/src/deep/b.test.ts")), /ENOENT/);
  assert.throws(() => assemble(context, stagesOf("FROM y\nCOPY none ./\n"), join(work, "other"), {}), /isn't there/);
  assert.throws(() => assemble(context, stagesOf("FROM y\nRUN false\n"), join(work, "third"), {}), /RUN false/);
});

test("our Dockerfile satisfies its linter, runs as nobody in particular, and copies nothing that is ignored", () => {
  const text = readFileSync(join(ROOT, "image/Dockerfile"), "utf8");
  assert.deepEqual(validate(text), []);
  assert.ok(validate(text.replace("WORKDIR /app", "WORKDIR")).length > 0);
  const stages = readDockerfile(join(ROOT, "image/Dockerfile"));
  const final = stages.at(-1);
  assert.ok(final?.steps.some((step) => step.do === "says" && step.keyword === "USER" && step.text === "10001:10001"));
  assert.ok(final?.steps.every((step) => step.do !== "run"));
  const lets = ignore(readFileSync(join(ROOT, ".dockerignore"), "utf8"));
  const sources = stages.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.do === "copy" && step.from === null ? step.sources : [])),
  );
  assert.ok(sources.length > 8);
  for (const source of sources) assert.ok(lets(source, false), `${source} is copied and ignored`);
  for (const path of [".git/config", "node_modules/x", ".tandem/link.key", "docs/x.md", "src/core/x.test.ts"])
    assert.ok(!lets(path, false), path);
});
