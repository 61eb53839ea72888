// TLS in and out: which versions are taken, that no session outlives its worker's memory by a ticket, and that an inner
// load balancer which can't show the right certificate gets nothing.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hostsOf } from "../../src/platform/names/dns.ts";
import { MAIN_FILE, nginxConfiguration, upstreamServers } from "../../src/platform/nginx/configuration.ts";
import { noKey } from "../../src/platform/nginx/machine.ts";
import { INNER_FILE, KEY_FILE } from "../../src/platform/nginx/place.ts";
import { makeAuthority } from "./certificates.ts";
import { ask } from "./client.ts";
import { startNginx } from "./nginx-process.ts";
import type { Check } from "./rules.ts";
import { placeIn, type Stand, type Tier } from "./stand.ts";
import { run } from "./tools.ts";

export function transport(stand: Stand, tier: Tier, spare: number): Check[] {
  const shake = (...options: string[]) =>
    run("sh", ["-c", `openssl s_client -connect 127.0.0.1:${tier.port} ${options.join(" ")} </dev/null 2>&1`]);
  return [
    [
      "TLS 1.2 and 1.3 are spoken, older ones and weak ciphers aren't",
      async () => {
        for (const version of ["-tls1_2", "-tls1_3"]) assert.match(await shake(version), /Cipher is (?!\(NONE\))/);
        // The client is willing: at OpenSSL's lowest level it offers what it would refuse by itself.
        const willing = ["-cipher", "'ALL:@SECLEVEL=0'"];
        for (const options of [["-tls1"], ["-tls1_1"], ["-tls1_2", "-cipher", "'AES128-SHA:@SECLEVEL=0'"]]) {
          const given = options.includes("-cipher") ? options : [...options, ...willing];
          await assert.rejects(shake(...given), /alert|Cipher is \(NONE\)/, options.join(" "));
        }
        return undefined;
      },
    ],
    [
      "no session ticket is given",
      async () => {
        assert.doesNotMatch(await shake("-tls1_2"), /TLS session ticket:/);
        return undefined;
      },
    ],
    [
      "an inner load balancer whose certificate isn't by the right authority gets no request",
      async () => {
        const { platform, certificate } = stand;
        const directory = join(tier.directory, "stranger");
        for (const name of ["live", "site", "cache", "temporary"])
          mkdirSync(join(directory, name), { recursive: true });
        const other = await makeAuthority(directory, "other");
        const place = placeIn(platform, tier.region, directory, spare, certificate, other);
        for (const [name, text] of nginxConfiguration(platform, tier.region, place)) {
          writeFileSync(join(place.live, name), text);
        }
        writeFileSync(join(place.live, INNER_FILE), upstreamServers([`127.0.0.1:${tier.inner.port}`]));
        writeFileSync(join(place.live, KEY_FILE), noKey("x-edge-key"));
        const before = tier.seen().length;
        const nginx = await startNginx(join(place.live, MAIN_FILE), spare);
        try {
          const answer = await ask(spare, { host: hostsOf(platform, "api")[0]!, path: "/healthz" });
          assert.equal(answer.status, 503);
          assert.equal(answer.headers["retry-after"], "2");
          assert.match(answer.body, /unavailable/);
          assert.equal(tier.seen().length, before);
        } finally {
          await nginx.stop();
        }
        return undefined;
      },
    ],
  ];
}
