// Ansible for the web tier. The configuration's home is the static bucket, where Terraform puts it; Ansible makes every
// machine equal to what this output says, zone by zone, and stops at the first one that isn't well afterwards. For
// machines without a bucket it brings the configuration itself.
import { stringify } from "yaml";
import type { Platform, Region } from "../../blueprint/platform.ts";
import { bucketName } from "../names/data.ts";
import { nginxGroup } from "../names/edge.ts";
import type { OutputFile } from "../output-file.ts";
import { MAIN_FILE, nginxConfiguration } from "./configuration.ts";
import { instanceMachine, machineFiles } from "./machine.ts";
import { instancePlace } from "./place.ts";
import { OWN_HEALTH } from "./servers.ts";

const ROLE = "ansible/roles/web_tier";
/** 2.14 is Debian 12's; the collections are those that the inventory and the connection need. */
const COLLECTIONS = [
  { name: "amazon.aws", version: ">=7.0.0,<11.0.0" },
  { name: "community.aws", version: ">=7.0.0,<11.0.0" },
];

const yaml = (comment: string, data: unknown): string =>
  `# ${comment}\n---\n${stringify(data, { lineWidth: 0, aliasDuplicateObjects: false })}`;

export function ansibleFiles(platform: Platform): readonly OutputFile[] {
  const regions = [platform.regions.primary, platform.regions.standby];
  return [
    {
      path: "ansible/README.md",
      text: readme(platform),
      why: "How the web tier is rolled out by Ansible, for whoever has to.",
    },
    {
      path: "ansible/ansible.cfg",
      text: "[defaults]\ninventory = inventory\nroles_path = roles\nretry_files_enabled = False\n\n[inventory]\nenable_plugins = amazon.aws.aws_ec2, yaml\n",
      why: "Where Ansible finds the inventory and the role.",
    },
    {
      path: "ansible/requirements.yml",
      text: yaml("ansible-galaxy collection install -r requirements.yml", { collections: COLLECTIONS }),
      why: "The collections for the inventory from EC2 and the connection by Session Manager.",
    },
    {
      path: "ansible/site.yml",
      text: yaml("Makes the web tier's machines as this output says, a third of them at a time.", playbook()),
      why: "The playbook: a third of the machines at a time, and an end at the first that isn't well.",
    },
    ...regions.map((region) => ({
      path: `ansible/inventory/${region.name}.aws_ec2.yml`,
      text: yaml(`The running instances of ${nginxGroup(platform)} in ${region.name}.`, inventory(platform, region)),
      why: `The web tier's instances of ${region.name}, found by their tag.`,
    })),
    {
      path: "ansible/inventory-example/static.yml",
      text: yaml(
        "Machines without EC2: ansible-playbook -i inventory-example/static.yml site.yml",
        staticInventory(platform),
      ),
      why: "How machines are named that aren't EC2's, to be copied and changed.",
    },
    {
      path: `${ROLE}/defaults/main.yml`,
      text: yaml("What an installation may change.", defaults(platform)),
      why: "The role's settings.",
    },
    {
      path: `${ROLE}/meta/main.yml`,
      text: yaml("For Ansible's tools.", {
        galaxy_info: {
          role_name: "web_tier",
          author: platform.owner,
          description: "Nginx before the cluster.",
          license: "Apache-2.0",
          min_ansible_version: "2.14",
          platforms: [
            { name: "Amazon Linux", versions: ["2023"] },
            { name: "Debian", versions: ["bookworm"] },
          ],
        },
        dependencies: [],
      }),
      why: "What the role is, for Ansible's tools.",
    },
    {
      path: `${ROLE}/tasks/main.yml`,
      text: yaml("Each task is true already on a machine that is as it should be.", tasks(platform)),
      why: "What the role does: packages, the machine's files, the configuration, and a look at the result.",
    },
    {
      path: `${ROLE}/handlers/main.yml`,
      text: yaml("A configuration that Nginx refuses is never loaded.", handlers()),
      why: "How a change is taken: tested, then reloaded without a dropped request.",
    },
  ];
}

const playbook = () => [
  {
    name: "The web tier",
    hosts: "web_tier",
    become: true,
    // A third: what a zone's loss takes away is planned for.
    serial: "34%",
    max_fail_percentage: 0,
    any_errors_fatal: true,
    roles: ["web_tier"],
  },
];

const inventory = (platform: Platform, region: Region) => ({
  plugin: "amazon.aws.aws_ec2",
  regions: [region.name],
  filters: {
    "tag:Name": nginxGroup(platform),
    "tag:environment": platform.environment,
    "instance-state-name": "running",
  },
  hostnames: ["instance-id"],
  groups: { web_tier: "true" },
  compose: {
    ansible_connection: "'community.aws.aws_ssm'",
    ansible_aws_ssm_region: `'${region.name}'`,
    ansible_aws_ssm_bucket_name: `'${bucketName(platform, "backups", region.name)}'`,
    web_tier_region: `'${region.name}'`,
  },
  keyed_groups: [{ key: "placement.availability_zone", prefix: "zone" }],
});

const staticInventory = ({ regions }: Platform) => ({
  web_tier: {
    hosts: { "web-1.example.com": null, "web-2.example.com": null },
    vars: { web_tier_region: regions.primary.name, web_tier_source: "push", web_tier_inner_host: "inner.example.com" },
  },
});

function defaults(platform: Platform) {
  const { place, script } = instanceMachine(platform, platform.regions.primary);
  return {
    web_tier_region: platform.regions.primary.name,
    web_tier_output: "{{ playbook_dir }}/..",
    // bucket: the machine fetches the configuration. push: Ansible brings it.
    web_tier_source: "bucket",
    // The inner load balancer's DNS name. Instances know it from birth.
    web_tier_inner_host: "",
    web_tier_packages: ["nginx", "openssl", "logrotate"],
    web_tier_live: place.live,
    web_tier_site: place.site,
    web_tier_cache: place.cache,
    web_tier_temporary: place.temporary,
    web_tier_script: script,
    web_tier_services: true,
    web_tier_health_url: `https://127.0.0.1${OWN_HEALTH}`,
  };
}

const file = "ansible.builtin.file";
const copy = "ansible.builtin.copy";
const command = "ansible.builtin.command";

function tasks(platform: Platform) {
  const region = platform.regions.primary;
  const units = machineFiles(platform, region).filter(({ path }) => path.startsWith("/etc/systemd/"));
  const names = [...nginxConfiguration(platform, region, instancePlace(platform, region)).keys()];
  const below = "{{ web_tier_output }}/nginx/{{ web_tier_region }}";
  return [
    {
      name: "Packages",
      "ansible.builtin.package": { name: "{{ web_tier_packages }}", state: "present" },
      when: "web_tier_packages | length > 0",
    },
    {
      name: "Directories",
      [file]: { path: "{{ item }}", state: "directory", mode: "0755" },
      loop: ["{{ web_tier_live }}", "{{ web_tier_site }}", "{{ web_tier_cache }}", "{{ web_tier_temporary }}"],
    },
    {
      name: "The inner load balancer's name",
      [copy]: { content: "{{ web_tier_inner_host }}\n", dest: "{{ web_tier_live }}/inner-host", mode: "0644" },
      when: "web_tier_inner_host | length > 0",
    },
    {
      name: "The script that keeps the machine current",
      [copy]: { src: `${below}/machine/web-tier`, dest: "{{ web_tier_script }}", mode: "0755" },
    },
    {
      name: "Timers",
      [copy]: {
        src: `${below}/machine/{{ item }}`,
        dest: "/etc/systemd/system/{{ item }}",
        mode: "0644",
      },
      loop: units.map(({ path }) => path.replace(/^.*\//, "")),
      when: "web_tier_services | bool",
      notify: "Read units anew",
    },
    {
      name: "The configuration, from the bucket",
      [command]: { cmd: "{{ web_tier_script }} birth" },
      // The script changes nothing where nothing has changed, and says nothing either way.
      changed_when: false,
      when: "web_tier_source == 'bucket'",
    },
    {
      name: "The configuration, from here",
      [copy]: { src: `${below}/{{ item }}`, dest: "{{ web_tier_live }}/{{ item }}", mode: "0644", backup: true },
      loop: names,
      when: "web_tier_source == 'push'",
      notify: ["Test the configuration", "Reload Nginx"],
    },
    { name: "Handlers now, so that what follows looks at the result", "ansible.builtin.meta": "flush_handlers" },
    {
      name: "What runs is what this output says",
      "ansible.builtin.stat": { path: "{{ web_tier_live }}/{{ item }}", checksum_algorithm: "sha256" },
      loop: names,
      register: "web_tier_found",
    },
    {
      name: "A machine that fetched something else is refused",
      "ansible.builtin.assert": {
        that: `item.stat.checksum == (lookup('ansible.builtin.file', '${below}/' ~ item.item, rstrip=false) | hash('sha256'))`
          .replace("'{{ web_tier_output }}", "web_tier_output ~ '")
          .replace("{{ web_tier_region }}", "' ~ web_tier_region ~ '"),
        fail_msg:
          "{{ item.item }} isn't this output's. Apply the region's Terraform first: it puts the configuration into the bucket.",
        quiet: true,
      },
      loop: "{{ web_tier_found.results }}",
      loop_control: { label: "{{ item.item }}" },
    },
    {
      name: "Services",
      "ansible.builtin.systemd": { name: "{{ item }}", state: "started", enabled: true },
      loop: ["nginx.service", "web-tier-site.timer", "web-tier-upstream.timer"],
      when: "web_tier_services | bool and (web_tier_source == 'bucket' or item == 'nginx.service')",
    },
    {
      name: "The machine is well",
      "ansible.builtin.uri": { url: "{{ web_tier_health_url }}", validate_certs: false, status_code: 200 },
      register: "web_tier_health",
      until: "web_tier_health.status == 200",
      retries: 10,
      delay: 3,
    },
  ];
}

const handlers = () => [
  {
    name: "Read units anew",
    "ansible.builtin.systemd": { daemon_reload: true },
  },
  {
    name: "Test the configuration",
    [command]: { cmd: `nginx -t -q -c {{ web_tier_live }}/${MAIN_FILE}` },
    changed_when: false,
  },
  {
    name: "Reload Nginx",
    [command]: { cmd: `nginx -c {{ web_tier_live }}/${MAIN_FILE} -s reload` },
    changed_when: true,
  },
];

function readme(platform: Platform): string {
  const { primary, standby } = platform.regions;
  return `# The web tier by Ansible

Terraform makes the group of instances and puts \`nginx/<region>/\` of this output into each region's static bucket. An
instance fetches it at birth and each minute, and takes nothing that \`nginx -t\` refuses. So a change needs no Ansible.
Ansible is for doing it now, in order, with a look at each machine:

    ansible-galaxy collection install -r requirements.yml
    ansible-playbook -i inventory/${standby.name}.aws_ec2.yml site.yml --check --diff
    ansible-playbook -i inventory/${standby.name}.aws_ec2.yml site.yml
    ansible-playbook -i inventory/${primary.name}.aws_ec2.yml site.yml

A third of a region's machines at a time; the first one that isn't well ends the run. The role refuses a machine whose
configuration isn't this output's: then the region's Terraform wasn't applied. Connections go through Session Manager;
nothing listens for SSH. Machines without a bucket: copy \`inventory-example/static.yml\`; Ansible then brings the
configuration itself.
`;
}
