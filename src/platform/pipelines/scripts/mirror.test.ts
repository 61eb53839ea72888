// What the mirror's script does with an image that gets a layer of ours, run in a real shell with stand-ins for the registries.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { zipSync } from "fflate";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import { resolve } from "../../../blueprint/platform.ts";
import { environmentFacts } from "../facts.ts";
import { CHECK_SCRIPTS } from "./check-scripts.ts";
import { scriptText } from "./script.ts";

const RUN_MS_MAX = 20_000;
const facts = environmentFacts(resolve(flagship, "prod"));
const grafana = facts.copies.find(({ kind }) => kind === "layered") ?? assert.fail("nothing gets a layer");
const registry = facts.regions[0]?.registry ?? assert.fail("there is no region");
const image = `${registry}/${grafana.repository}:${grafana.tag}`;

/** `crane` and the others as lines of bash; what they were called with, and what the layers held. */
function mirrored(crane: string): { status: number | null; calls: readonly string[]; held: readonly string[] } {
  const place = mkdtempSync(join(tmpdir(), "tandem-mirror-"));
  try {
    mkdirSync(join(place, "ci"));
    mkdirSync(join(place, "bin"));
    const one = { ...facts, regions: facts.regions.slice(0, 1), copies: [grafana] };
    writeFileSync(join(place, "ci/environments.json"), JSON.stringify({ environments: [one] }));
    writeFileSync(join(place, "ci/take-role.sh"), "true\n");
    writeFileSync(
      join(place, "plugin.zip"),
      zipSync({ "grafana-opensearch-datasource/plugin.json": new Uint8Array([123, 125]) }),
    );
    const commands: Readonly<Record<string, string>> = {
      aws: 'case "$*" in *describe-images*) exit 1 ;; *) echo token ;; esac',
      helm: "cat > /dev/null",
      curl: `echo "curl $*" >> "$PLACE/calls"; while [ "$1" != --output ]; do shift; done; cp "$PLACE/plugin.zip" "$2"`,
      crane: `if [ "$1" = auth ]; then cat > /dev/null; exit 0; fi
if [ "$1" = append ]; then while read -r one; do echo "$one" >> "$PLACE/held"; done < <(tar -tf "$(sed 's/.*--new_layer \\([^ ]*\\).*/\\1/' <<< "$*")"); fi
echo "crane $*" >> "$PLACE/calls"
${crane}`,
    };
    for (const [name, body] of Object.entries(commands)) {
      writeFileSync(join(place, "bin", name), `#!/bin/bash\n${body}\n`);
      chmodSync(join(place, "bin", name), 0o755);
    }
    const script = CHECK_SCRIPTS.find(({ name }) => name === "mirror.sh") ?? assert.fail("there is no mirror.sh");
    const { status, stderr } = spawnSync("bash", ["--norc", "-c", scriptText(script), "mirror.sh", "prod"], {
      cwd: place,
      encoding: "utf8",
      timeout: RUN_MS_MAX,
      env: { PATH: `${join(place, "bin")}:${process.env.PATH}`, PLACE: place, TMPDIR: place },
    });
    const lines = (name: string) => readFileSync(join(place, name), "utf8").trim().split("\n");
    assert.equal(stderr, "");
    return { status, calls: lines("calls"), held: lines("held") };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

test("an image that gets a layer is pushed for both architectures and as one index, with the files where the program looks", () => {
  const { status, calls, held } = mirrored('[ "$1" != manifest ]');
  assert.equal(status, 0);
  for (const architecture of ["amd64", "arm64"]) {
    assert.ok(
      calls.some((one) => one.startsWith("curl") && one.includes(`.linux_${architecture}.zip`)),
      architecture,
    );
    const appended = calls.find((one) => one.startsWith(`crane append --platform linux/${architecture} `));
    assert.match(appended ?? "", /--base docker\.io\/grafana\/grafana:[\d.]+ /);
    assert.ok(appended?.endsWith(`--new_tag ${image}-${architecture}`), appended);
  }
  assert.ok(held.includes("opt/grafana-plugins/grafana-opensearch-datasource/plugin.json"), held.join());
  assert.equal(calls.at(-1), `crane index append --manifest ${image}-amd64 --manifest ${image}-arm64 --tag ${image}`);
});
