// What a run of checkov comes to: passed, failed, waived, and waivers that have expired or hit nothing.
import type { Waiver } from "./waivers.ts";

/** One entry of results.failed_checks in checkov's JSON (`checkov -o json`). */
export type FailedCheck = {
  readonly check_id: string;
  readonly check_name: string;
  readonly resource: string;
  readonly file_path: string;
  readonly guideline?: string | null;
};
/** checkov prints one report, or a list of them when it ran several frameworks; without any file it prints only a summary. */
export type Report = {
  readonly results?: {
    readonly passed_checks?: readonly unknown[];
    readonly failed_checks?: readonly FailedCheck[];
    readonly parsing_errors?: readonly string[];
  };
  readonly summary?: { readonly passed: number; readonly failed: number; readonly parsing_errors: number };
};

export type Verdict = {
  readonly passed: number;
  readonly failed: readonly FailedCheck[];
  readonly waived: readonly (FailedCheck & { readonly because: string })[];
  readonly expired: readonly Waiver[];
  readonly unused: readonly Waiver[];
  readonly parsingErrors: number;
};

export function verdictOf(printed: unknown, waivers: readonly Waiver[], today: string): Verdict {
  const reports = (Array.isArray(printed) ? printed : [printed]) as readonly Report[];
  const failed = reports.flatMap((report) => report.results?.failed_checks ?? []);
  const expired = waivers.filter((waiver) => waiver.until < today);
  const holding = waivers.filter((waiver) => !expired.includes(waiver));
  const waiverOf = (check: FailedCheck): Waiver | undefined =>
    holding.find((waiver) => waiver.check === check.check_id && waiver.resource.test(check.resource));
  return {
    passed: reports.reduce(
      (sum, report) => sum + (report.summary?.passed ?? report.results?.passed_checks?.length ?? 0),
      0,
    ),
    failed: failed.filter((check) => waiverOf(check) === undefined),
    waived: failed.flatMap((check) => {
      const waiver = waiverOf(check);
      return waiver ? [{ ...check, because: waiver.because }] : [];
    }),
    expired,
    unused: holding.filter((waiver) => !failed.some((check) => waiverOf(check) === waiver)),
    parsingErrors: reports.reduce((sum, report) => sum + (report.summary?.parsing_errors ?? 0), 0),
  };
}
