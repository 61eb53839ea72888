import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { blueprint as A } from "../../../blueprints/A.ts";
import { blueprint as B } from "../../../blueprints/B.ts";
import { blueprint as C } from "../../../blueprints/C.ts";
import { blueprint as D } from "../../../blueprints/D.ts";
import { blueprint as E } from "../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { type Platform, resolve } from "../../blueprint/platform.ts";
import { ordinaryPlan } from "../../recovery/plan/ordinary.ts";
import { clusterManifests } from "../kubernetes/cluster.ts";
import { ALARMS } from "../observability/alarms.ts";
import { ALERTS } from "../observability/alerts.ts";
import { COMPOSITES } from "../observability/runbook.ts";
import { TERRAFORM_DIRECTORY } from "../synthesize.ts";
import { shellText, variable } from "./command.ts";
import { rootOf } from "./ground.ts";
import { groundAnywhere, LOOKED_AT, lookAt } from "./look-commands.ts";
import { anchorsOf, commandsOf, type Page, pageText, unsetVariables } from "./page.ts";
import { runbookFiles, runbookPages } from "./runbooks.ts";
import { SIGNS, signKey } from "./signs.ts";

const PLATFORMS: readonly Platform[] = [A, B, C, D, E, flagship].flatMap((blueprint) => [
  resolve(blueprint, "dev"),
  resolve(blueprint, "prod"),
]);
const called = ({ name, environment }: Platform) => `${name} ${environment}`;
const warm = PLATFORMS.filter(({ recovery }) => recovery.approach !== "backup-restore");

test("no command waits for a value that nobody sets", () => {
  for (const platform of PLATFORMS)
    for (const page of runbookPages(platform))
      assert.deepEqual(unsetVariables(page), [], `${called(platform)} ${page.name}`);
});

test("a page whose command names an unknown variable is found", () => {
  const page: Page = {
    name: "broken",
    title: "",
    why: "",
    inputs: [],
    sections: [
      {
        title: "",
        blocks: [
          {
            kind: "commands",
            commands: [{ tool: "aws", argv: [variable("HOST")], effect: "reads", why: "", expect: "" }],
          },
        ],
      },
    ],
  };
  assert.deepEqual(unsetVariables(page), ["HOST"]);
});

test("every link leads to a page that is there, and to an anchor in it", () => {
  for (const platform of PLATFORMS) {
    const pages = runbookPages(platform);
    const anchors = new Map(pages.map((page) => [page.name, anchorsOf(page)]));
    for (const page of pages) {
      for (const [, name = "", anchor] of pageText(page).matchAll(/\]\(([a-z0-9-]*)(?:\.md)?(?:#([a-z0-9-]+))?\)/g)) {
        const found = anchors.get(name === "" ? page.name : name);
        assert.ok(found, `${called(platform)}: ${page.name} leads to ${name}.md, which isn't there`);
        if (anchor !== undefined) assert.ok(found.includes(anchor), `${page.name} leads to ${name}#${anchor}`);
      }
      assert.equal(new Set(anchorsOf(page)).size, anchorsOf(page).length, `${page.name} has an anchor twice`);
    }
  }
});

test("a page that names another one by its file names one that is there", () => {
  for (const platform of PLATFORMS) {
    const pages = runbookPages(platform);
    const names = new Set(pages.map(({ name }) => `${name}.md`));
    for (const page of pages)
      for (const [file] of pageText(page).matchAll(/\b[a-z][a-z0-9-]*\.md\b/g))
        assert.ok(names.has(file), `${called(platform)}: ${page.name} names ${file}`);
  }
});

test("every alarm and every alert has its paragraph with causes and somebody to call, and no row is about nothing", () => {
  const ids = new Set([...ALARMS, ...ALERTS].map(({ id }) => id).concat(Object.keys(COMPOSITES)));
  for (const id of ids) assert.ok(signKey(id) in SIGNS, `${id} has no row in signs.ts`);
  const used = new Set([...ids].map(signKey));
  assert.deepEqual(
    Object.keys(SIGNS).filter((key) => !used.has(key)),
    [],
  );
});

test("every component that rings has a first look, or its sign says that nobody is needed", () => {
  const anywhere = groundAnywhere(resolve(flagship));
  for (const component of new Set([...ALARMS, ...ALERTS].map(({ component }) => component))) {
    assert.ok(LOOKED_AT.includes(component), `nobody has said where to look first at ${component}`);
    assert.ok(
      lookAt(component, anywhere).every(({ effect }) => effect === "reads"),
      component,
    );
    assert.ok(lookAt(component, anywhere).length > 0, component);
  }
});

test("the anchors of alarms and alerts are in the pages of each platform and in the manual that their links lead to", () => {
  const manual = (name: string) => {
    const path = fileURLToPath(new URL(`../../../docs/manual/${name}.md`, import.meta.url));
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  };
  const [alarms, alerts] = [manual("alarms"), manual("alerts")];
  for (const { id } of ALARMS) assert.ok(alarms.includes(`id="${id}"`), `docs/manual/alarms.md lacks ${id}`);
  for (const { id } of ALERTS) assert.ok(alerts.includes(`id="${id}"`), `docs/manual/alerts.md lacks ${id}`);
  for (const platform of PLATFORMS) {
    const pages = new Map(runbookPages(platform).map((page) => [page.name, anchorsOf(page)]));
    for (const { id } of ALARMS) assert.ok(pages.get("alarms")?.includes(id), id);
    for (const { id, when } of ALERTS)
      if (when === undefined || when(platform)) assert.ok(pages.get("alerts")?.includes(id), id);
  }
});

test("a plan's page has a section for each of its steps, in the plan's own order", () => {
  for (const platform of warm) {
    const { primary, standby } = platform.regions;
    const pages = runbookPages(platform);
    for (const kind of ["fail-over", "switch-over", "evict", "resume", "rejoin"] as const) {
      for (const [self, peer] of [
        [standby.name, primary.name],
        [primary.name, standby.name],
      ] as const) {
        const page = pages.find(({ name }) => name === `${kind}-to-${self}`);
        assert.ok(page, `${kind}-to-${self}`);
        assert.deepEqual(
          anchorsOf(page).filter((anchor) => anchor !== "asks" && anchor !== "wake"),
          ordinaryPlan(kind, { self, peer }).steps.map(({ id }) => id),
        );
      }
    }
  }
});

test("a fail-over fences before it promotes, promotes before it verifies, verifies before it leads clients", () => {
  for (const platform of warm) {
    const page = runbookPages(platform).find(({ name }) => name.startsWith("fail-over-to-"));
    const typed = page ? commandsOf(page).map((command) => `${command.effect} ${shellText(command)}`) : [];
    const at = (pattern: RegExp) => typed.findIndex((line) => pattern.test(line));
    const order = [
      at(/^changes aws dynamodb update-item/),
      at(/^changes aws rds (failover-global-cluster|promote-read-replica)/),
      at(/pg_is_in_recovery/),
      at(/^changes aws route53/),
    ];
    assert.ok(
      order.every((index) => index >= 0),
      called(platform),
    );
    assert.deepEqual(
      order,
      order.toSorted((one, other) => one - other),
      called(platform),
    );
  }
});

test("no command of an unplanned plan changes anything in the region that is lost", () => {
  for (const platform of warm) {
    const { primary, standby } = platform.regions;
    for (const [here, other] of [
      [standby.name, primary.name],
      [primary.name, standby.name],
    ] as const) {
      for (const kind of ["fail-over", "evict", "resume"]) {
        const page = runbookPages(platform).find(({ name }) => name === `${kind}-to-${here}`);
        for (const { tool, argv, effect } of page ? commandsOf(page) : [])
          if (effect === "changes" && tool === "aws")
            assert.ok(argv[argv.indexOf("--region") + 1] !== other, argv.join(" "));
      }
    }
  }
});

test("a standby that runs nothing is woken before anything else, and one that runs isn't", () => {
  for (const platform of warm) {
    const asleep = platform.regions.standby.holds.nodes === "none";
    const anchors = runbookPages(platform)
      .filter(({ name }) => name === `fail-over-to-${platform.regions.standby.name}`)
      .flatMap(anchorsOf);
    assert.equal(anchors.indexOf("wake") >= 0, asleep, called(platform));
    if (asleep) assert.ok(anchors.indexOf("wake") < anchors.indexOf("contend"));
  }
  assert.ok(warm.some(({ regions }) => regions.standby.holds.nodes === "none"));
});

test("a region that is woken gets its way to the database before what needs it", () => {
  const pooled = resolve({ ...B, data: { ...B.data, pooling: { kind: "pgbouncer" } } }, "prod");
  const page = runbookPages(pooled).find(({ name }) => name === `fail-over-to-${pooled.regions.standby.name}`);
  const scaled = (page ? commandsOf(page) : []).filter(({ tool, argv }) => tool === "kubectl" && argv[0] === "scale");
  assert.equal(scaled[0]?.argv[2], "pgbouncer");
  assert.ok(scaled.some(({ argv }) => argv[2] === "console"));
  const made = clusterManifests(pooled, pooled.regions.standby, null).map(({ object }) => object);
  assert.ok(made.some(({ kind, metadata }) => kind === "Deployment" && metadata.name === "pgbouncer"));
});

test("a platform whose second region is cold has no page that pretends otherwise", () => {
  for (const platform of PLATFORMS.filter(({ recovery }) => recovery.approach === "backup-restore")) {
    const names = runbookPages(platform).map(({ name }) => name);
    assert.ok(names.includes("cold-rebuild"), called(platform));
    assert.ok(!names.some((name) => name.startsWith("fail-over")), called(platform));
  }
});

test("the first page is the first, names every other one, and every file says in a sentence why it is there", () => {
  for (const platform of PLATFORMS) {
    const [first, ...others] = runbookPages(platform);
    assert.equal(first?.name, "start-here");
    const text = first ? pageText(first) : "";
    for (const { name } of others) assert.ok(text.includes(`(${name}.md)`), name);
    for (const { path, why, text: words } of runbookFiles(platform)) {
      assert.match(why, /^[A-Z].*\.$/, path);
      assert.ok(words.endsWith("\n") && !words.includes("undefined") && !words.includes("[object"), path);
    }
  }
});

test("Terraform is run where it was synthesized", () => {
  assert.equal(rootOf("edge"), `${TERRAFORM_DIRECTORY}/edge`);
});

test("the same platform gives the same bytes", () => {
  assert.deepEqual(runbookFiles(resolve(flagship)), runbookFiles(resolve(flagship)));
});
