// The manual's page of add-ons, written from the tables: what runs in a cluster, who keeps it, where it comes from, and
// what of that nobody could confirm.
import { CHARTS, type Chart, type ChartName, chartTitle } from "../../names/charts.ts";
import { cacheOf, IMAGES, type ImageName, type UpstreamImage } from "../../names/upstream-images.ts";
import { OWNERS, type Owner } from "./owners.ts";

const INTRODUCTION = `# Add-ons: what runs in a cluster beside the workloads

For whoever keeps the clusters. Written from \`src/platform/names/charts.ts\`, \`upstream-images.ts\` and
\`src/platform/kubernetes/addons\`; \`TANDEM_WRITE_DOCS=1 node --test src/platform/kubernetes/addons/addons.test.ts\` writes it anew.

Every chart and every image comes from the region's own registry: with the internet and the other region gone, a cluster can
still start what it ran before. To raise a version: change its line in the table, read upstream's notes for what its values
became, run \`npm test\` and \`npm run proof:kubernetes\`, and let the pipeline copy the chart into both registries before the
merge that names it.

In a company's own cluster (\`existing.clusters\`) what makes nodes and metrics-server are left to the company; all else is
installed beside what is there. Where the company runs cert-manager, Istio or External Secrets itself, two would claim the
same definitions; nothing here chooses between them, so settle it before the first synchronisation.

**What is proved (P0).** Values are typed by hand for what we set, Applications pass Argo CD's schema, versions and
repositories agree with Terraform. **What isn't.** No Helm is at hand, so no chart was ever rendered here: that its values
mean what we think was checked by reading the chart's own \`values.yaml\` in copies of up to August 2026, once, by hand.`;

export function addonPage(): string {
  return `${[INTRODUCTION, owners(), charts(), images()].join("\n\n")}\n`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "--"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const owners = (): string =>
  `## Who keeps what\n\n${table(
    ["What", "Kept by", "As"],
    Object.entries(OWNERS).map(([what, owner]) => [what, KEPT[owner.by], `\`${nameOf(owner)}\``]),
  )}`;

const KEPT = { eks: "EKS, by Terraform", "argo-cd": "Argo CD", bootstrap: "the bootstrap build" } as const;
const nameOf = (owner: Owner): string => (owner.by === "eks" ? owner.addon : owner.chart);

const charts = (): string =>
  `## Charts\n\n${table(
    ["Chart", "Version", "Wave", "From", "Kubernetes", "Read in", ""],
    (Object.keys(CHARTS) as ChartName[]).map((name) => {
      const one: Chart = CHARTS[name];
      const { kubernetes } = one;
      return [
        `\`${chartTitle(name)}\``,
        one.version,
        String(one.wave),
        one.from.kind === "files" ? one.from.urls.join(" ") : one.from.url,
        kubernetes === undefined ? "not said" : `${kubernetes.from} to ${kubernetes.to ?? "newest"}`,
        one.source,
        one.confirmed ? "" : "**not confirmed**",
      ];
    }),
  )}`;

const images = (): string =>
  `## Images\n\nThree upstream registries are cached by ECR at the first pull; all others a pipeline copies. Nothing is fetched when a pod starts: what a program would fetch then, a pipeline puts into its image.\n\n${table(
    ["Image", "Tag", "Reaches us by", "Read in", ""],
    (Object.keys(IMAGES) as ImageName[]).map((name) => {
      const one: UpstreamImage = IMAGES[name];
      return [
        `\`${one.host}/${one.path}\``,
        one.adds === undefined ? one.tag : `${one.tag}, with ${one.adds.name} ${one.adds.version}`,
        cacheOf(one) === undefined ? "pipeline" : "cache",
        one.source,
        one.confirmed ? "" : "**not confirmed**",
      ];
    }),
  )}`;
