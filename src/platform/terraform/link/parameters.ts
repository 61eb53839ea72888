// SSM copies nothing between regions. What both must have alike is written by each region's own stack from the same
// blueprint, and compared here, so that a region that was left behind is seen at the next plan. Credentials that the
// blueprint keeps in SSM are made in the primary region and copied here, from memory to memory: no state holds them.
import { parameterName, secretParameter } from "../../names/data.ts";
import { call } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import { sharedParameters } from "../region/parameters.ts";
import { isInSecretsManager, SECRET_DESCRIPTIONS } from "../region/secrets.ts";
import { keyOf } from "./keys.ts";
import type { Link } from "./stack.ts";

export function buildParameterLinks(link: Link): void {
  compareShared(link);
  copySecrets(link);
}

function compareShared({ platform, stack, primary, standby }: Link): void {
  const file = stack.file("parameters", "What both regions' parameters must have alike, and credentials kept in SSM.");
  const { regions } = platform;
  for (const { path } of sharedParameters(platform)) {
    const key = terraformName(path);
    const name = parameterName(platform, path);
    const here = file.data("aws_ssm_parameter", `${key}_in_primary`, { name }, { provider: primary });
    const there = file.data("aws_ssm_parameter", `${key}_in_standby`, { name }, { provider: standby });
    file.check(`${key}_is_alike`, {
      assert: [
        {
          condition: call<boolean>("contains", [here.insecure_value], there.insecure_value),
          error_message: `${name} differs between ${regions.primary.name} and ${regions.standby.name}: apply the stack of the region that was left behind.`,
        },
      ],
    });
  }
}

function copySecrets(link: Link): void {
  const { platform, stack, primary, standby } = link;
  const copied = platform.secrets.entries.filter(
    ({ name, filledBy }) =>
      filledBy === "made" && !isInSecretsManager(platform, name) && SECRET_DESCRIPTIONS[name].regional !== true,
  );
  if (copied.length === 0) return;
  const file = stack.file("parameters", "");
  const key = keyOf(link, "standby", "secrets");
  for (const { name } of copied) {
    const path = parameterName(platform, secretParameter(name));
    const source = file.ephemeral(
      "aws_ssm_parameter",
      terraformName(name),
      { arn: `arn:aws:ssm:${primary.region}:${platform.accountId}:parameter${path}`, with_decryption: true },
      { provider: primary },
    );
    file.resource(
      "aws_ssm_parameter",
      `secret_${terraformName(name)}`,
      {
        name: path,
        description: SECRET_DESCRIPTIONS[name].why,
        type: "SecureString",
        key_id: key,
        value_wo: source.value,
        // Raised when the value in the primary region was changed, so that it is copied again.
        value_wo_version: 1,
      },
      { provider: standby },
    );
  }
}
