// Who a job is in AWS, and the tools that it brings along.
import { HELM } from "../../terraform/region/bootstrap-build.ts";
import { TOOLS } from "../tools.ts";
import type { Script } from "./script.ts";

const TAKE_ROLE: Script = {
  name: "take-role.sh",
  why: "Takes a role of AWS with the token that this very job was given. No key of AWS lies anywhere.",
  takes: ["ROLE_ARN"],
  wants: [],
  sourced: true,
  body: String.raw`
unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_PROFILE
if [ -v ACTIONS_ID_TOKEN_REQUEST_URL ]; then
  # GitHub signs one on demand.
  token_file="$(mktemp)"
  curl -fsS --retry 3 -H "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \
    "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=sts.amazonaws.com" | jq -jer .value > "$token_file"
  export AWS_WEB_IDENTITY_TOKEN_FILE="$token_file" AWS_ROLE_ARN="$1" AWS_ROLE_SESSION_NAME="tandem-pipeline"
elif [ -v TANDEM_ID_TOKEN ]; then
  # GitLab gave one to the job, as its id_tokens ask.
  token_file="$(mktemp)"
  printf '%s' "$TANDEM_ID_TOKEN" > "$token_file"
  export AWS_WEB_IDENTITY_TOKEN_FILE="$token_file" AWS_ROLE_ARN="$1" AWS_ROLE_SESSION_NAME="tandem-pipeline"
else
  # Jenkins signs none that AWS could check: the agent's own role takes it, for an hour.
  unset AWS_WEB_IDENTITY_TOKEN_FILE AWS_ROLE_ARN
  session="$(aws sts assume-role --role-arn "$1" --role-session-name tandem-pipeline --query Credentials --output json)"
  AWS_ACCESS_KEY_ID="$(jq -er .AccessKeyId <<< "$session")"
  AWS_SECRET_ACCESS_KEY="$(jq -er .SecretAccessKey <<< "$session")"
  AWS_SESSION_TOKEN="$(jq -er .SessionToken <<< "$session")"
  export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
fi
`,
};

const installs = Object.entries(TOOLS)
  .map(([name, { module, version }]) => `    ${name}) go install ${module}@${version} ;;`)
  .join("\n");

const INSTALL: Script = {
  name: "tools.sh",
  why: "Installs tools at their one version; Go's checksum database vouches for the bytes.",
  takes: ["TOOL..."],
  wants: ["go"],
  body: `
# The database is asked, whatever the machine says otherwise.
export GOFLAGS="" GONOSUMDB="" GOSUMDB=sum.golang.org CGO_ENABLED=0
for tool in "$@"; do
  case "$tool" in
${installs}
    *) echo "tools.sh knows no $tool." >&2; exit 64 ;;
  esac
done
`,
};

const INSTALL_HELM: Script = {
  name: "helm.sh",
  why: "Installs Helm, which packs and pushes charts, at the version of the bootstrap build.",
  takes: [],
  wants: ["go"],
  body: `
GOSUMDB=sum.golang.org CGO_ENABLED=0 go install helm.sh/helm/v4/cmd/helm@${HELM.version}
`,
};

export const IDENTITY_SCRIPTS: readonly Script[] = [TAKE_ROLE, INSTALL, INSTALL_HELM];
