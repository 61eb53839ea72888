// What stands between a change and the main branch beside the tests, and the copies of what others build.
import type { Script } from "./script.ts";

const RENDER: Script = {
  name: "render.sh",
  why: "Synthesizes every environment twice and stops where the second time gives other bytes, or a pipeline is not as generated.",
  takes: [],
  wants: ["jq", "git"],
  body: String.raw`
for environment in $(jq -r '.environments[].environment' ci/environments.json); do
  rm -rf "platform-$environment"
  node bin/tandem.mjs synth "$TANDEM_BLUEPRINT" --environment "$environment" --out "platform-$environment"
  node bin/tandem.mjs synth "$TANDEM_BLUEPRINT" --environment "$environment" --check "platform-$environment"
done
last="$(jq -r '.environments[-1].environment' ci/environments.json)"
wrong=0
while read -r file; do
  if ! cmp -s "platform-$last/pipelines/$file" "$file"; then
    echo "$file isn't what the blueprint says. Copy it: cp -R platform-$last/pipelines/. ." >&2
    wrong=1
  fi
done < <(cd "platform-$last/pipelines" && find . -type f | sed 's|^\./||' | sort)
exit "$wrong"
`,
};

const SECRETS: Script = {
  name: "secrets.sh",
  why: "Looks for secrets in every commit that isn't on the main branch yet, and in all of them on the main branch.",
  takes: [],
  wants: ["gitleaks"],
  body: `
range=""
if [ -v TANDEM_BASE ] && [ -n "$TANDEM_BASE" ]; then range="$TANDEM_BASE..HEAD"; fi
if [ -n "$range" ]; then
  gitleaks git --no-banner --redact --log-opts="$range" .
else
  gitleaks git --no-banner --redact .
fi
`,
};

const MIRROR: Script = {
  name: "mirror.sh",
  why: "Copies the charts and images of others that the clusters run into both regions' registries; what is there stays.",
  takes: ["ENVIRONMENT"],
  wants: ["jq", "aws", "crane", "helm", "curl", "unzip", "tar"],
  body: String.raw`
facts="$(jq -ce --arg name "$1" '.environments[] | select(.environment == $name)' ci/environments.json)"
while read -r region registry; do
  # Anew for each region: GitHub's token lasts five minutes, copying takes longer.
  . ci/take-role.sh "$(jq -r .roles.images <<< "$facts")"
  work="$(mktemp -d)"
  aws ecr get-login-password --region "$region" | crane auth login "$registry" --username AWS --password-stdin
  aws ecr get-login-password --region "$region" | helm registry login --username AWS --password-stdin "$registry"
  jq -c '.copies[]' <<< "$facts" | while read -r copy; do
    repository="$(jq -r .repository <<< "$copy")"
    tag="$(jq -r .tag <<< "$copy")"
    if aws ecr describe-images --region "$region" --repository-name "$repository" --image-ids "imageTag=$tag" > /dev/null 2>&1; then continue; fi
    case "$(jq -r '.kind + " " + (.from | if type == "object" then .kind else "registry" end)' <<< "$copy")" in
      "image registry")
        crane copy "$(jq -r .from <<< "$copy")" "$registry/$repository:$tag" ;;
      "layered registry")
        into="$(jq -r .into <<< "$copy")"
        for architecture in amd64 arm64; do
          # Tags are never moved: the part of a run that broke off is kept.
          if crane manifest "$registry/$repository:$tag-$architecture" > /dev/null 2>&1; then continue; fi
          rm -rf "$work/layer" && mkdir -p "$work/layer/$into"
          curl -fsSL --retry 3 --output "$work/layer.zip" "$(jq -r --arg name "$architecture" '.archive | split("{architecture}") | join($name)' <<< "$copy")"
          unzip -q "$work/layer.zip" -d "$work/layer/$into"
          # The same files are the same bytes, and so the same image in both regions.
          tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -C "$work/layer" -cf "$work/layer.tar" "$(cut -d / -f 1 <<< "$into")"
          crane append --platform "linux/$architecture" --base "$(jq -r .from <<< "$copy")" \
            --new_layer "$work/layer.tar" --new_tag "$registry/$repository:$tag-$architecture"
        done
        crane index append --manifest "$registry/$repository:$tag-amd64" --manifest "$registry/$repository:$tag-arm64" \
          --tag "$registry/$repository:$tag" ;;
      "chart oci")
        crane copy "$(jq -r '.from.url | sub("^oci://"; "")' <<< "$copy"):$tag" "$registry/$repository:$tag" ;;
      "chart repository")
        helm pull --repo "$(jq -r .from.url <<< "$copy")" "$(jq -r .from.chart <<< "$copy")" --version "$tag" --destination "$work"
        helm push "$work/$(jq -r .from.chart <<< "$copy")-$tag.tgz" "oci://$registry/$(dirname "$repository")" ;;
      "chart files")
        name="$(jq -r .name <<< "$copy")"
        mkdir -p "$work/$name/templates"
        printf 'apiVersion: v2\nname: %s\nversion: %s\n' "$name" "$tag" > "$work/$name/Chart.yaml"
        jq -r '.from.urls[]' <<< "$copy" | while read -r url; do
          # Braces of a description are no template of ours.
          curl -fsSL --retry 3 "$url" | sed 's/{{/{{"{{"}}/g' > "$work/$name/templates/$(basename "$url")"
        done
        helm package "$work/$name" --destination "$work"
        helm push "$work/$name-$tag.tgz" "oci://$registry/$(dirname "$repository")" ;;
    esac
    echo "$region has $repository:$tag."
  done
done < <(jq -r '.regions[] | [.name, .registry] | @tsv' <<< "$facts")
`,
};

export const CHECK_SCRIPTS: readonly Script[] = [RENDER, SECRETS, MIRROR];
