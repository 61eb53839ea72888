// What a command says of a blueprint that it can't use, and how it is typed once more.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { EXIT } from "../core/errors.ts";
import { runAssess } from "./assess.ts";
import { chooseEnvironments, choosePlatform } from "./chosen-platform.ts";
import { runPromote } from "./promote.ts";
import { synthAgain } from "./synth.ts";

const DEFINE = fileURLToPath(new URL("../blueprint/blueprint.ts", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "tandem-blueprints-"));
after(() => rmSync(directory, { recursive: true, force: true }));

function blueprint(name: string, fields: string): string {
  const file = join(directory, name);
  writeFileSync(
    file,
    `import { defineBlueprint } from ${JSON.stringify(DEFINE)};\nexport const blueprint = defineBlueprint(${fields});\n`,
  );
  return file;
}

test("a blueprint that holds in one environment and not in another is refused by the other's name, not called a fault", async () => {
  // Two regions whose networks overlap: no field is wrong by itself, so only the whole can tell.
  const file = blueprint(
    "overlapping.ts",
    `{ environments: { dev: { regions: { primary: { cidr: "10.9.0.0/16" }, standby: { cidr: "10.9.0.0/16" } } } } }`,
  );
  await choosePlatform(file, "prod");
  await assert.rejects(chooseEnvironments(file), {
    name: "Refused",
    exitCode: EXIT.badInput,
    message: /overlapping\.ts, environment dev\n.*cidr/s,
  });
});

test("what isn't a blueprint is told with its file and the way out", async () => {
  for (const [name, text, says] of [
    ["syntax.ts", "export const blueprint = {\n  name: [\n};", /syntax\.ts:3 could not be loaded/],
    [
      "fails.ts",
      "const none = undefined;\nexport const blueprint = none.name;",
      /fails\.ts:2 could not be loaded: .*name/,
    ],
    ["nothing.ts", "export const plan = {};", /nothing\.ts exports no `blueprint`/],
    [
      "field.ts",
      `import { defineBlueprint } from ${JSON.stringify(DEFINE)};\nexport const blueprint = defineBlueprint({ regoins: 2 });`,
      /field\.ts\n.*regoins: no such field/s,
    ],
  ] as const) {
    const file = join(directory, name);
    writeFileSync(file, `${text}\n`);
    await assert.rejects(choosePlatform(file, undefined), { name: "Refused", exitCode: EXIT.badInput, message: says });
  }
  await assert.rejects(choosePlatform(join(directory, "absent.ts"), undefined), { exitCode: EXIT.usage });
  await assert.rejects(choosePlatform("flagship", "production"), { message: /dev, qa, uat, prod/ });
});

test("a list that isn't JSON, and a format that there isn't, are told before anything is reckoned", async () => {
  const file = join(directory, "seen.json");
  const out = process.stdout;
  for (const [text, says] of [
    ["{", /seen\.json isn't JSON/],
    ["{}", /seen\.json isn't a list/],
  ] as const) {
    writeFileSync(file, text);
    const next = runPromote("flagship", { tree: directory, next: file }, out);
    await assert.rejects(next, { name: "Refused", exitCode: EXIT.badInput, message: says });
  }
  await assert.rejects(runAssess("absent", { format: "yaml" }, out), {
    exitCode: EXIT.usage,
    message: /no format "yaml"/,
  });
});

test("the command that writes a directory anew names the blueprint, the environment and the release that it was made with", () => {
  assert.equal(synthAgain("flagship", {}), "tandem synth");
  assert.equal(
    synthAgain("my.ts", { environment: "dev", release: "release.json", unprotected: true }),
    "tandem synth my.ts --environment dev --release release.json --unprotected",
  );
});
