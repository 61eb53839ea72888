// Terraform from a pipeline: plans that people read before they say yes, applies that do what was planned, and the
// question each night whether AWS still is what the blueprint says.
import type { Script } from "./script.ts";

const PLAN: Script = {
  name: "plan.sh",
  why: "Plans every root of an environment and says in plan.md what would change; reads configuration, no data.",
  takes: ["ENVIRONMENT"],
  wants: ["terraform", "jq"],
  body: String.raw`
environment="$1"
facts="$(jq -ce --arg name "$environment" '.environments[] | select(.environment == $name)' ci/environments.json)"
export TF_IN_AUTOMATION=1 TF_INPUT=0
mkdir -p plans
printf '## Terraform: %s\n' "$environment" > plan.md
changed=0
for root in $(jq -r '.roots[]' <<< "$facts"); do
  # Anew for each root: GitHub's token lasts five minutes.
  . ci/take-role.sh "$(jq -r .roles.plan <<< "$facts")"
  directory="platform-$environment/terraform/$root"
  plan="$PWD/plans/$environment-$(tr / - <<< "$root").tfplan"
  terraform -chdir="$directory" init -lockfile=readonly -no-color > plan.log 2>&1 || terraform -chdir="$directory" init -no-color > plan.log 2>&1 || { cat plan.log; exit 1; }
  code=0
  terraform -chdir="$directory" plan -lock-timeout=5m -no-color -detailed-exitcode -out="$plan" > plan.log 2>&1 || code="$?"
  if [ "$code" = 1 ]; then cat plan.log; exit 1; fi
  if [ "$code" = 0 ]; then rm -f "$plan"; continue; fi
  changed=1
  { printf '\n<details><summary>%s: %s</summary>\n\n~~~\n' "$root" "$(grep -E '^Plan:' plan.log || echo 'outputs change')"; tail -c 20000 plan.log; printf '\n~~~\n</details>\n'; } >> plan.md
done
if [ "$changed" = 0 ]; then printf '\nNothing changes.\n' >> plan.md; fi
cat plan.md
`,
};

const COMMENT: Script = {
  name: "comment.sh",
  why: "Writes a plan beside the proposed change, where whoever approves it reads it.",
  takes: ["FILE"],
  wants: ["jq", "curl"],
  body: String.raw`
text="$(jq -Rs '{body: .[0:60000]}' < "$1")"
if [ -v GITHUB_EVENT_PATH ]; then
  number="$(jq -er '.pull_request.number' "$GITHUB_EVENT_PATH")"
  curl -fsS --retry 3 -H "Authorization: Bearer $GITHUB_TOKEN" -d "$text" \
    "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues/$number/comments" > /dev/null
elif [ -v CI_MERGE_REQUEST_IID ]; then
  if [ ! -v TANDEM_COMMENT_TOKEN ]; then echo "No TANDEM_COMMENT_TOKEN: the plan is in the job's artefacts only." >&2; exit 0; fi
  curl -fsS --retry 3 -H "PRIVATE-TOKEN: $TANDEM_COMMENT_TOKEN" -H 'Content-Type: application/json' -d "$text" \
    "$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes" > /dev/null
elif [ -v CHANGE_ID ]; then
  if [ ! -v TANDEM_COMMENT_TOKEN ]; then echo "No TANDEM_COMMENT_TOKEN: the plan is in the build's artefacts only." >&2; exit 0; fi
  curl -fsS --retry 3 -H "Authorization: Bearer $TANDEM_COMMENT_TOKEN" -d "$text" \
    "https://api.github.com/repos/$(jq -r .sourceRepository ci/environments.json)/issues/$CHANGE_ID/comments" > /dev/null
else
  echo "This is no proposed change; the plan stands above."
fi
`,
};

const APPLY: Script = {
  name: "apply.sh",
  why: "Plans every root of an environment in order and applies it, the next one only when the one before is done.",
  takes: ["ENVIRONMENT"],
  wants: ["terraform", "jq"],
  body: `
environment="$1"
facts="$(jq -ce --arg name "$environment" '.environments[] | select(.environment == $name)' ci/environments.json)"
export TF_IN_AUTOMATION=1 TF_INPUT=0
for root in $(jq -r '.roots[]' <<< "$facts"); do
  # Anew for each root, and after its plan: GitHub's token lasts five minutes, a large root's plan may take longer.
  . ci/take-role.sh "$(jq -r .roles.apply <<< "$facts")"
  directory="platform-$environment/terraform/$root"
  terraform -chdir="$directory" init -no-color
  terraform -chdir="$directory" plan -lock-timeout=10m -no-color -out=now.tfplan
  # What holds data is protected in the code; a plan that would destroy more than a person expects stops here.
  destroyed="$(terraform -chdir="$directory" show -json now.tfplan | jq '[.resource_changes[]? | select(.change.actions | index("delete"))] | length')"
  limit=20
  if [ -v TANDEM_DESTROY_MAX ]; then limit="$TANDEM_DESTROY_MAX"; fi
  if [ "$destroyed" -gt "$limit" ]; then
    echo "$root would destroy $destroyed resources, more than $limit. Read the plan; then set TANDEM_DESTROY_MAX for one run." >&2
    exit 77
  fi
  . ci/take-role.sh "$(jq -r .roles.apply <<< "$facts")"
  terraform -chdir="$directory" apply -lock-timeout=10m -no-color now.tfplan
done
`,
};

const DRIFT: Script = {
  name: "drift.sh",
  why: "Asks whether AWS still is what the blueprint says; opens a ticket where it isn't, and changes nothing.",
  takes: ["ENVIRONMENT"],
  wants: ["terraform", "jq", "curl"],
  body: String.raw`
environment="$1"
facts="$(jq -ce --arg name "$environment" '.environments[] | select(.environment == $name)' ci/environments.json)"
export TF_IN_AUTOMATION=1 TF_INPUT=0
: > drift.md
failed=0
for root in $(jq -r '.roots[]' <<< "$facts"); do
  # Anew for each root: GitHub's token lasts five minutes.
  . ci/take-role.sh "$(jq -r .roles.plan <<< "$facts")"
  directory="platform-$environment/terraform/$root"
  terraform -chdir="$directory" init -no-color > drift.log 2>&1 || { cat drift.log; failed=1; continue; }
  code=0
  terraform -chdir="$directory" plan -lock=false -refresh-only -no-color -detailed-exitcode > drift.log 2>&1 || code="$?"
  case "$code" in
    0) echo "$root is as the blueprint has it." ;;
    2) { printf '\n### %s\n\n~~~\n' "$root"; tail -c 15000 drift.log; printf '\n~~~\n'; } >> drift.md ;;
    *) cat drift.log; failed=1 ;;
  esac
done
if [ -s drift.md ]; then
  title="AWS differs from the blueprint: $environment"
  if [ -v GITHUB_TOKEN ]; then
    open="$(curl -fsS -H "Authorization: Bearer $GITHUB_TOKEN" "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues?state=open&per_page=100" | jq --arg title "$title" '[.[] | select(.title == $title)] | length')"
    # One ticket per environment, however many nights it stays open.
    if [ "$open" = 0 ]; then
      jq -Rs --arg title "$title" '{title: $title, body: .[0:60000]}' < drift.md \
        | curl -fsS --retry 3 -H "Authorization: Bearer $GITHUB_TOKEN" -d @- "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues" > /dev/null
    fi
  fi
  cat drift.md
  exit 2
fi
exit "$failed"
`,
};

export const TERRAFORM_SCRIPTS: readonly Script[] = [PLAN, COMMENT, APPLY, DRIFT];
