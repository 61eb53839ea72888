// Whose word counts for a client's address, for each kind of network that may stand before the load balancer.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { blueprint as briefD } from "../../blueprints/D.ts";
import { blueprint as flagship } from "../../blueprints/flagship.ts";
import type { Blueprint } from "../../src/blueprint/blueprint.ts";
import { resolve } from "../../src/blueprint/platform.ts";
import { hostsOf } from "../../src/platform/names/dns.ts";
import { MAIN_FILE, nginxConfiguration, upstreamServers } from "../../src/platform/nginx/configuration.ts";
import { noKey } from "../../src/platform/nginx/machine.ts";
import { INNER_FILE, KEY_FILE } from "../../src/platform/nginx/place.ts";
import { ask } from "./client.ts";
import { startNginx } from "./nginx-process.ts";
import { type Check, NETWORK_ADDRESS } from "./rules.ts";
import { placeIn, type Stand, type Tier } from "./stand.ts";

type Row = readonly [headers: Readonly<Record<string, string>>, client: string];

const other: Blueprint = {
  ...briefD,
  edge: {
    ...briefD.edge,
    cdn: { kind: "external", provider: "other", originRanges: ["198.51.100.0/24"], hosts: ["a.example.net"] },
  },
};
const direct: Blueprint = { ...briefD, edge: { ...briefD.edge, cdn: { kind: "none" } } };

const CASES: readonly (readonly [name: string, blueprint: Blueprint, rows: readonly Row[]])[] = [
  [
    "cloudfront",
    flagship,
    [
      [{ "cloudfront-viewer-address": "192.0.2.10:46532", "x-forwarded-for": "192.0.2.99, 130.176.0.1" }, "192.0.2.10"],
      [{ "cloudfront-viewer-address": "2001:db8::1:443", "x-forwarded-for": "130.176.0.1" }, "2001:db8::1"],
      [{ "x-forwarded-for": "192.0.2.99, 15.177.2.1" }, "15.177.2.1"],
    ],
  ],
  [
    "other",
    other,
    [
      [{ "x-forwarded-for": `192.0.2.99, 192.0.2.11, ${NETWORK_ADDRESS}` }, "192.0.2.11"],
      [{ "x-forwarded-for": "192.0.2.99, 15.177.2.1" }, "15.177.2.1"],
    ],
  ],
  [
    "direct",
    direct,
    [
      [{ "x-forwarded-for": "192.0.2.99, 192.0.2.12" }, "192.0.2.12"],
      [
        {
          "x-forwarded-for": "192.0.2.12",
          "cloudfront-viewer-address": "192.0.2.99:1",
          "true-client-ip": "192.0.2.99",
        },
        "192.0.2.12",
      ],
    ],
  ],
];

export function addresses(stand: Stand, tier: Tier, port: number): Check[] {
  return [
    [
      "behind CloudFront, behind another network and behind none, a client's address can't be claimed",
      async () => {
        for (const [name, blueprint, rows] of CASES) {
          const platform = resolve(blueprint, "prod");
          const region = platform.regions.primary;
          const directory = join(tier.directory, name);
          const place = placeIn(platform, region, directory, port, stand.certificate, stand.authority);
          for (const path of [place.live, place.temporary]) mkdirSync(path, { recursive: true });
          for (const [file, text] of nginxConfiguration(platform, region, place))
            writeFileSync(join(place.live, file), text);
          writeFileSync(join(place.live, INNER_FILE), upstreamServers([`127.0.0.1:${tier.inner.port}`]));
          writeFileSync(join(place.live, KEY_FILE), noKey("x-edge-key"));
          const nginx = await startNginx(join(place.live, MAIN_FILE), port);
          try {
            for (const [headers, client] of rows) {
              // Nobody behind it has this name; who asked is in the log all the same.
              await ask(port, { host: hostsOf(platform, "api")[0]!, path: `/${client}`, headers });
            }
          } finally {
            // A worker writes its lines before it ends.
            await nginx.stop();
          }
          const lines = readFileSync(place.accessLog, "utf8").trim().split("\n");
          for (const [, client] of rows) {
            const line = lines
              .map((one) => JSON.parse(one) as { path: string; client: string })
              .find(({ path }) => path === `/${client}`);
            assert.equal(line?.client, client, name);
          }
        }
        return undefined;
      },
    ],
  ];
}
