// From source to a signed image in both regions of an environment. An image is built once, as a directory of files; it is
// inspected before any registry sees it, and what is pushed everywhere is those very bytes, known by their digest.
import type { Script } from "./script.ts";

const BUILD: Script = {
  name: "build.sh",
  why: "Builds the one image for both architectures, as files below built/, and says in release.json what was built.",
  takes: [],
  wants: ["docker", "jq", "git"],
  body: String.raw`
commit="$(git rev-parse HEAD)"
version="$(jq -r .version package.json)-g$(printf '%.12s' "$commit")"
rm -rf built && mkdir built
docker buildx build --file image/Dockerfile --platform linux/amd64,linux/arm64 \
  --build-arg "VERSION=$version" --build-arg "COMMIT=$commit" \
  --provenance=mode=max --sbom=false \
  --output type=oci,dest=built,tar=false .
digest="$(jq -er '.manifests | if length == 1 then .[0].digest else error("the image is not one index") end' built/index.json)"
jq -n --arg version "$version" --arg commit "$commit" --arg app "$digest" \
  '{version: $version, commit: $commit, images: {app: $app}}' > release.json
cat release.json
`,
};

const INSPECT: Script = {
  name: "inspect.sh",
  why: "Lists what the image holds, and stops where a known weakness is high or critical and mended upstream.",
  takes: [],
  wants: ["syft", "grype"],
  body: `
syft scan oci-dir:built --output cyclonedx-json=sbom.json
grype sbom:sbom.json --fail-on high --only-fixed --output table --output json=weaknesses.json
`,
};

const PUSH: Script = {
  name: "push.sh",
  why: "Pushes the image of release.json into both regions of an environment, signs it there, and checks that both have it.",
  takes: ["ENVIRONMENT"],
  wants: ["jq", "aws", "crane", "cosign"],
  body: `
environment="$1"
facts="$(jq -ce --arg name "$environment" '.environments[] | select(.environment == $name)' ci/environments.json)"
version="$(jq -er .version release.json)"
digest="$(jq -er .images.app release.json)"
. ci/take-role.sh "$(jq -r .roles.images <<< "$facts")"
while read -r region registry image; do
  aws ecr get-login-password --region "$region" | crane auth login "$registry" --username AWS --password-stdin
  # Tags are never moved: what is there already under this tag is this image, or the push is refused.
  if ! crane manifest "$image@$digest" > /dev/null 2>&1; then crane push built "$image:$version"; fi
  # The pipeline's own token vouches for it: GitHub's, or GitLab's in SIGSTORE_ID_TOKEN. Jenkins signs none, so there a
  # key of AWS KMS does (awskms:///alias/...).
  if [ -v COSIGN_KEY ]; then
    cosign sign --yes --key "$COSIGN_KEY" "$image@$digest"
  else
    cosign sign --yes "$image@$digest"
  fi
done < <(jq -r '.regions[] | [.name, .registry, .image] | @tsv' <<< "$facts")
bash ci/parity.sh "$environment" "$digest"
`,
};

const PULL: Script = {
  name: "pull.sh",
  why: "Brings an image of release.json back as files, from the environment that it ran in before.",
  takes: ["ENVIRONMENT"],
  wants: ["jq", "aws", "crane"],
  body: `
facts="$(jq -ce --arg name "$1" '.environments[] | select(.environment == $name)' ci/environments.json)"
digest="$(jq -er .images.app release.json)"
. ci/take-role.sh "$(jq -r .roles.images <<< "$facts")"
read -r region registry image < <(jq -r '.regions[0] | [.name, .registry, .image] | @tsv' <<< "$facts")
aws ecr get-login-password --region "$region" | crane auth login "$registry" --username AWS --password-stdin
rm -rf built
crane pull --format oci "$image@$digest" built
`,
};

const PARITY: Script = {
  name: "parity.sh",
  why: "Refuses a release whose image isn't in both regions' own registries, or whose tag says another image in one.",
  takes: ["ENVIRONMENT", "DIGEST"],
  wants: ["jq", "aws"],
  body: `
facts="$(jq -ce --arg name "$1" '.environments[] | select(.environment == $name)' ci/environments.json)"
digest="$2"
version="$(jq -er .version release.json)"
repository="$(jq -r .app <<< "$facts")"
missing=0
tries=30
if [ -v TANDEM_PARITY_TRIES ]; then tries="$TANDEM_PARITY_TRIES"; fi
for region in $(jq -r '.regions[].name' <<< "$facts"); do
  found=""
  # A registry copies to the other region by itself too; either way it may take a minute.
  for _ in $(seq "$tries"); do
    if found="$(aws ecr describe-images --region "$region" --repository-name "$repository" --image-ids "imageDigest=$digest" --query 'imageDetails[0].imageTags' --output json 2> /dev/null)"; then break; fi
    found=""
    if [ "$tries" -gt 1 ]; then sleep 10; fi
  done
  if [ -z "$found" ]; then
    echo "$region hasn't $repository@$digest. No region may run what the other couldn't start: push it there, then run this again." >&2
    missing=1
  elif ! jq -e --arg version "$version" 'index($version) != null' <<< "$found" > /dev/null; then
    echo "$region has $repository@$digest, but not as $version ($found)." >&2
    missing=1
  else
    echo "$region has $repository:$version as $digest."
  fi
done
exit "$missing"
`,
};

export const IMAGE_SCRIPTS: readonly Script[] = [BUILD, INSPECT, PUSH, PULL, PARITY];
