// Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the code. A waived finding is there, suppressed, with its reason.

import type { Finding, Severity } from "../finding.ts";
import type { Judged } from "../waivers.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
/** SARIF's level for a severity has the same three words. */
const level = (severity: Severity) => severity;

/** `file` is what a code host hangs a finding on: the blueprint that was assessed, relative to the repository's root. */
export function sarif({ open, waived }: Judged, file: string, version: string): string {
  const all = [...open, ...waived.map(({ finding }) => finding)];
  const rules = [...new Map(all.map((finding) => [finding.id, finding])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const result = (finding: Finding) => ({
    ruleId: finding.id,
    ruleIndex: rules.findIndex(({ id }) => id === finding.id),
    level: level(finding.severity),
    message: { text: `${finding.address}: ${finding.says}. ${finding.mend}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: finding.address }],
      },
    ],
    // Keeps one finding one alert from run to run, wherever its line moves.
    partialFingerprints: { "tandem/v1": `${finding.id} ${finding.address}` },
  });
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "tandem assess",
            version,
            rules: rules.map(({ id, title, why, mend, severity }) => ({
              id,
              shortDescription: { text: title },
              fullDescription: { text: why },
              help: { text: mend },
              defaultConfiguration: { level: level(severity) },
            })),
          },
        },
        results: [
          ...open.map(result),
          ...waived.map(({ finding, waiver }) => ({
            ...result(finding),
            suppressions: [
              { kind: "external", status: "accepted", justification: `${waiver.reason} (until ${waiver.expires})` },
            ],
          })),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
