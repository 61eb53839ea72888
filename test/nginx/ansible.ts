// The generated playbook, run on this machine against directories of the proof's own: it makes a machine so, changes
// nothing the second time, and refuses one that isn't well.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { nginxPrefix } from "../../src/platform/names/edge.ts";
import { MAIN_FILE, nginxConfiguration, upstreamServers } from "../../src/platform/nginx/configuration.ts";
import { nginxFiles } from "../../src/platform/nginx/files.ts";
import { noKey } from "../../src/platform/nginx/machine.ts";
import { INNER_FILE, KEY_FILE } from "../../src/platform/nginx/place.ts";
import { OWN_HEALTH } from "../../src/platform/nginx/servers.ts";
import { startNginx } from "./nginx-process.ts";
import type { Check } from "./rules.ts";
import { placeIn, type Stand, type Tier } from "./stand.ts";
import { run } from "./tools.ts";

export function ansible(stand: Stand, tier: Tier, port: number): Check[] {
  return [
    [
      "the playbook makes a machine as the output says, changes nothing the second time, and takes a change by a tested reload",
      async () => {
        const { platform, certificate, authority } = stand;
        const output = join(tier.directory, "output");
        const directory = join(tier.directory, "by-ansible");
        for (const { path, text } of nginxFiles(platform)) {
          mkdirSync(dirname(join(output, path)), { recursive: true });
          writeFileSync(join(output, path), text);
        }
        // The same configuration for a place below the proof's directory.
        const place = placeIn(platform, tier.region, directory, port, certificate, authority);
        const below = join(output, nginxPrefix(tier.region.name));
        for (const [name, text] of nginxConfiguration(platform, tier.region, place))
          writeFileSync(join(below, name), text);
        mkdirSync(place.live, { recursive: true });
        for (const [name, text] of nginxConfiguration(platform, tier.region, place))
          writeFileSync(join(place.live, name), `${text}# An older one.\n`);
        writeFileSync(join(place.live, INNER_FILE), upstreamServers([`127.0.0.1:${tier.inner.port}`]));
        writeFileSync(join(place.live, KEY_FILE), noKey("x-edge-key"));
        for (const name of [place.site, place.cache, place.temporary]) mkdirSync(name, { recursive: true });
        const nginx = await startNginx(join(place.live, MAIN_FILE), port);
        const settings = {
          ansible_connection: "local",
          ansible_become: false,
          ansible_python_interpreter: "/usr/bin/python3",
          web_tier_region: tier.region.name,
          web_tier_source: "push",
          web_tier_packages: [],
          web_tier_services: false,
          web_tier_live: place.live,
          web_tier_site: place.site,
          web_tier_cache: place.cache,
          web_tier_temporary: place.temporary,
          web_tier_script: join(directory, "web-tier"),
          web_tier_health_url: `https://127.0.0.1:${port}${OWN_HEALTH}`,
        };
        writeFileSync(join(output, "hosts.yml"), JSON.stringify({ web_tier: { hosts: { localhost: settings } } }));
        const play = (...options: string[]) =>
          run(
            "ansible-playbook",
            ["-i", join(output, "hosts.yml"), join(output, "ansible/site.yml"), ...options],
            {
              ...process.env,
              ANSIBLE_CONFIG: join(output, "ansible/ansible.cfg"),
              ANSIBLE_NOCOWS: "1",
              LC_ALL: "C.UTF-8",
            },
            join(output, "ansible"),
          );
        const changed = (said: string): number => Number(/changed=(\d+)/.exec(said)?.[1]);
        try {
          await play("--syntax-check");
          const first = changed(await play());
          assert.ok(first > 0);
          assert.doesNotMatch(readFileSync(join(place.live, MAIN_FILE), "utf8"), /An older one/);
          assert.equal(changed(await play()), 0, "a second run finds nothing to do");
          const main = join(below, MAIN_FILE);
          const good = readFileSync(main, "utf8");
          writeFileSync(main, `${good}# Changed.\n`);
          assert.ok(changed(await play()) > 0);
          assert.match(readFileSync(join(place.live, MAIN_FILE), "utf8"), /# Changed/);
          writeFileSync(main, `${good}no_such_directive on;\n`);
          await assert.rejects(play(), /no_such_directive/);
          return `first run: ${first} changes, second: 0; a configuration that Nginx refuses ends the run before the reload`;
        } finally {
          await nginx.stop();
        }
      },
    ],
  ];
}
