// Observability as files: rules with their unit tests, ready for promtool and for whoever wants to read them.
import { stringify } from "yaml";
import type { Platform } from "../../blueprint/platform.ts";
import type { OutputFile } from "../output-file.ts";
import { ruleTests } from "./rule-tests.ts";
import { RULE_FILES, ruleGroups } from "./rules.ts";

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

export function observabilityFiles(platform: Platform): readonly OutputFile[] {
  return [...ruleFiles(platform)];
}

function ruleFiles(platform: Platform): readonly OutputFile[] {
  const groups = ruleGroups(platform);
  return RULE_FILES.flatMap((file) => [
    {
      path: `observability/rules/${file}.yaml`,
      text: yaml({ groups: [groups[file]] }),
      why: `Rules of Prometheus about ${file}, the same that the clusters get as objects.`,
    },
    {
      path: `observability/rules/${file}.test.yaml`,
      text: yaml(ruleTests(platform, file)),
      why: `promtool's unit tests of the rules about ${file}: each alert fires when it must and is quiet when it must.`,
    },
  ]);
}
