import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../../../../blueprints/A.ts";
import { blueprint as B } from "../../../../blueprints/B.ts";
import { blueprint as C } from "../../../../blueprints/C.ts";
import { blueprint as D } from "../../../../blueprints/D.ts";
import { blueprint as E } from "../../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import { resolve } from "../../../blueprint/platform.ts";
import { HEALTH, hostsOf } from "../../names/dns.ts";
import { clusterManifests } from "../cluster.ts";

type Spec = {
  hostnames?: readonly string[];
  rules: readonly { matches: readonly { path: { type: string; value: string } }[] }[];
};

test("whoever asks one of our hosts for its health is answered by the route that names the host", () => {
  for (const [name, blueprint] of Object.entries({ A, B, C, D, E, flagship })) {
    const platform = resolve(blueprint, "prod");
    const routes = clusterManifests(platform, platform.regions.primary, null)
      .filter(({ object }) => object.kind === "HTTPRoute")
      .map(({ object }) => object.spec as Spec);
    if (routes.length === 0) continue;
    for (const host of [...hostsOf(platform, "app"), ...hostsOf(platform, "api")]) {
      const paths = routes
        .filter(({ hostnames = [] }) => hostnames.includes(host))
        .flatMap(({ rules }) => rules.flatMap(({ matches }) => matches.map(({ path }) => path)));
      for (const { path } of Object.values(HEALTH))
        assert.ok(
          paths.some(({ type, value }) => (type === "Exact" ? value === path : value === "/")),
          `${name}: ${host}${path}`,
        );
    }
  }
});
