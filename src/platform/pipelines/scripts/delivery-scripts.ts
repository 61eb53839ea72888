// From an image to what the clusters obey: what was seen of every region, which is due, and the one merge that brings it
// there. Nothing is remembered between runs.
import type { Script } from "./script.ts";

const CLONE = String.raw`
host="$(jq -r .gitHost ci/environments.json)"
deploy="$(jq -r .deployRepository ci/environments.json)"
rm -rf deploy && mkdir deploy
# The token goes to Git by a helper, so that it stands in no address, no file and no log.
git_deploy() {
  # shellcheck disable=SC2016 # Git's own shell fills the token in.
  git -C deploy -c credential.helper= \
    -c 'credential.helper=!f() { echo username=token; echo "password=$TANDEM_DEPLOY_TOKEN"; }; f' "$@"
}
git -C deploy init -q -b main
git -C deploy remote add origin "https://$host/$deploy.git"
git_deploy fetch -q origin
git -C deploy checkout -q main
`;

const DUE: Script = {
  name: "due.sh",
  why: "Says in next.json which region is due for which release: from the repository of manifests and the regions' alarms.",
  takes: [],
  wants: ["jq", "aws", "git"],
  body: `${CLONE}${String.raw`
jq -c '.environments[]' ci/environments.json | while read -r facts; do
  environment="$(jq -r .environment <<< "$facts")"
  (
    . ci/take-role.sh "$(jq -r .roles.plan <<< "$facts")"
    jq -c '.regions[]' <<< "$facts" | while read -r region; do
      name="$(jq -r .name <<< "$region")"
      record="releases/$environment-$name.json"
      since="$(git -C deploy log -1 --format=%ct -- "$record")"
      if [ -z "$since" ]; then since=null; else since="$(( since * 1000 ))"; fi
      # The alarm of the whole region, over all the time since the release came: a night's trouble counts in the morning.
      ill=null
      alarm="$(jq -r '.ill // empty' <<< "$region")"
      if [ -n "$alarm" ]; then
        state="$(aws cloudwatch describe-alarms --region "$name" --alarm-types CompositeAlarm MetricAlarm --alarm-names "$alarm" \
          --query '(CompositeAlarms[].StateValue || MetricAlarms[].StateValue)[0]' --output text 2> /dev/null || echo unreadable)"
        if [ "$state" != OK ]; then ill="\"$alarm is $state\""; fi
        if [ "$since" != null ] && [ "$ill" = null ]; then
          # shellcheck disable=SC2016 # The quotes are the query's own.
          rung="$(aws cloudwatch describe-alarm-history --region "$name" --alarm-types CompositeAlarm MetricAlarm --alarm-name "$alarm" --history-item-type StateUpdate \
            --start-date "$(date -u -d "@$(( since / 1000 ))" +%Y-%m-%dT%H:%M:%SZ)" \
            --query 'length(AlarmHistoryItems[?contains(HistorySummary, ${"`to ALARM`"})])' --output text)"
          if [ "$rung" != 0 ]; then ill="\"$alarm rang $rung times since the release came\""; fi
        fi
      fi
      # A branch of this name is a step that was proposed and isn't merged, whatever became of its request. Once main
      # records the same, it is merged; deleting the branch asks again.
      proposed=false
      for branch in $(git -C deploy for-each-ref --format='%(refname)' "refs/remotes/origin/promote/$environment-$name/"); do
        if [ "$(git -C deploy rev-parse -q --verify "$branch:$record")" != "$(git -C deploy rev-parse -q --verify "origin/main:$record")" ]; then proposed=true; fi
      done
      jq -cn --arg environment "$environment" --arg region "$name" --argjson sinceMs "$since" --argjson ill "$ill" \
        --argjson proposed "$proposed" \
        '{environment: $environment, region: $region, sinceMs: $sinceMs, ill: $ill, proposed: $proposed}'
    done
  )
done | jq -s . > seen.json
node bin/tandem.mjs promote "$TANDEM_BLUEPRINT" --tree deploy --next seen.json > next.json
cat next.json
if [ -v GITHUB_OUTPUT ]; then
  echo "environment=$(jq -r 'if .kind == "propose" then .stop.environment else "none" end' next.json)" >> "$GITHUB_OUTPUT"
fi
`}`,
};

const PROMOTE: Script = {
  name: "promote.sh",
  why: "Carries out what due.sh found for one environment: the image into both regions, then one merge for one region.",
  takes: ["ENVIRONMENT"],
  wants: ["jq", "git"],
  body: `
environment="$1"
if ! jq -e --arg environment "$environment" '.kind == "propose" and .stop.environment == $environment' next.json > /dev/null; then
  echo "Nothing is due in $environment: $(cat next.json)"
  exit 0
fi
jq .release next.json > release.json
region="$(jq -r .stop.region next.json)"
# The source is that of the release, so that what is rendered is what was tested; the scripts are today's.
commit="$(jq -r .commit release.json)"
git cat-file -e "$commit" 2> /dev/null || git fetch -q origin "$commit"
rm -rf released && git worktree prune
git worktree add --force --detach released "$commit"
before="$(jq -r --arg name "$environment" '[.environments[].environment] as $all | ($all | index($name)) as $at | $all[if $at == 0 then 0 else $at - 1 end]' ci/environments.json)"
bash ci/pull.sh "$before"
bash ci/push.sh "$environment"
bash ci/propose.sh "$environment" "$region"
`,
};

const PROPOSE: Script = {
  name: "propose.sh",
  why: "One region's release as one merge into the repository of manifests. Taking it back is reverting that merge.",
  takes: ["ENVIRONMENT", "REGION"],
  wants: ["jq", "git", "curl"],
  body: `${`
environment="$1"
region="$2"
version="$(jq -er .version release.json)"
`}${CLONE}${String.raw`
branch="promote/$environment-$region/$version"
git -C deploy checkout -q -b "$branch"
source="."
if [ -d released ]; then source="released"; fi
release="$PWD/release.json"
tree="$PWD/deploy"
( cd "$source" && node bin/tandem.mjs promote "$TANDEM_BLUEPRINT" --tree "$tree" --environment "$environment" --region "$region" --release "$release" )
git -C deploy add -A
if git -C deploy diff --cached --quiet; then
  echo "$environment in $region has all of $version already."
  exit 0
fi
title="$environment in $region: $version"
approval="$(jq -r --arg name "$environment" '.environments[] | select(.environment == $name) | .approval' ci/environments.json)"
git -C deploy -c user.name=tandem -c user.email=tandem@localhost commit -q -m "$title" -m "Source: $(jq -r .commit release.json)"
git_deploy push -q origin "$branch"
if [ "$host" = gitlab.com ]; then
  # The server merges it when its own checks have passed.
  project="$(jq -rn --arg path "$deploy" '$path | @uri')"
  curl -fsS --retry 3 -H "PRIVATE-TOKEN: $TANDEM_DEPLOY_TOKEN" -H 'Content-Type: application/json' \
    -d "$(jq -cn --arg from "$branch" --arg title "$title" '{source_branch: $from, target_branch: "main", title: $title, remove_source_branch: true}')" \
    "https://$host/api/v4/projects/$project/merge_requests" > request.json
  merge() {
    curl -fsS --retry 10 --retry-all-errors -X PUT -H "PRIVATE-TOKEN: $TANDEM_DEPLOY_TOKEN" \
      "https://$host/api/v4/projects/$project/merge_requests/$(jq -er .iid request.json)/merge?merge_when_pipeline_succeeds=true" > /dev/null
  }
else
  api="https://api.github.com/repos/$deploy"
  curl -fsS --retry 3 -H "Authorization: Bearer $TANDEM_DEPLOY_TOKEN" \
    -d "$(jq -cn --arg from "$branch" --arg title "$title" '{head: $from, base: "main", title: $title}')" "$api/pulls" > request.json
  merge() {
    curl -fsS --retry 10 --retry-all-errors -X PUT -H "Authorization: Bearer $TANDEM_DEPLOY_TOKEN" \
      -d '{"merge_method": "squash"}' "$api/pulls/$(jq -er .number request.json)/merge" > /dev/null
  }
fi
if [ "$approval" = true ]; then
  echo "$title is proposed; a person reads what would run, and merges it."
  exit 0
fi
merge
if [ "$host" = github.com ]; then git_deploy push -q origin --delete "$branch" || true; fi
echo "$title is merged; its Argo CD takes it within minutes."
`}`,
};

export const DELIVERY_SCRIPTS: readonly Script[] = [DUE, PROMOTE, PROPOSE];
