// What pipelines run that isn't ours, each at one version. Versions and commits were read in the projects' own repositories
// (tags, on 21 November 2026, in copies of up to August). Tools come through Go's module proxy, whose checksum database
// vouches that everyone gets the same bytes for a version; none of their modules replaces a dependency, which `go install`
// would refuse.

/** GitHub's actions, by the commit of their tag: a tag can be moved, as those of several actions were. */
export const ACTIONS = {
  checkout: { uses: "actions/checkout", version: "v7.0.1", commit: "3d3c42e5aac5ba805825da76410c181273ba90b1" },
  "setup-node": { uses: "actions/setup-node", version: "v7.0.0", commit: "820762786026740c76f36085b0efc47a31fe5020" },
  "setup-go": { uses: "actions/setup-go", version: "v7.0.0", commit: "b7ad1dad31e06c5925ef5d2fc7ad053ef454303e" },
  upload: { uses: "actions/upload-artifact", version: "v7.0.0", commit: "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f" },
  download: {
    uses: "actions/download-artifact",
    version: "v8.0.1",
    commit: "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
  },
  "setup-buildx": {
    uses: "docker/setup-buildx-action",
    version: "v4.3.0",
    commit: "37fe631027851001ddb9b187196cc803df7f5f0e",
  },
  "setup-terraform": {
    uses: "hashicorp/setup-terraform",
    version: "v4.0.1",
    commit: "dfe3c3f87815947d99a8997f908cb6525fc44e9e",
  },
} as const;
export type ActionName = keyof typeof ACTIONS;

export const TOOLS = {
  gitleaks: { module: "github.com/zricethezav/gitleaks/v8", version: "v8.30.1", why: "finds secrets in commits" },
  syft: { module: "github.com/anchore/syft/cmd/syft", version: "v1.51.0", why: "lists what an image holds" },
  grype: {
    module: "github.com/anchore/grype/cmd/grype",
    version: "v0.116.0",
    why: "finds known weaknesses in that list",
  },
  cosign: { module: "github.com/sigstore/cosign/v3/cmd/cosign", version: "v3.1.2", why: "signs without a key of ours" },
  crane: {
    module: "github.com/google/go-containerregistry/cmd/crane",
    version: "v0.21.9",
    why: "moves images between registries without changing a byte",
  },
} as const;
export type ToolName = keyof typeof TOOLS;

/** What the tools above want, and newer than Debian's. */
export const GO_VERSION = "1.26.3";
/** What starts npm; the program's own Node 24 is pinned in its lockfile. */
export const NODE_VERSION = "24";
/** The one that the output was validated with. */
export const TERRAFORM_VERSION = "1.11.4";

/**
 * Where GitLab's jobs run, by tag: their digests could not be read here. Pin them in your own registry (`crane digest`)
 * before anything of worth depends on them.
 */
export const GITLAB_IMAGES = {
  usual: "golang:1.26-trixie",
  terraform: `hashicorp/terraform:${TERRAFORM_VERSION}`,
  docker: "docker:28-dind",
} as const;
