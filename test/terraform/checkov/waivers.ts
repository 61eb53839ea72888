// What checkov reports and we leave as it is: each with a reason, and a day after which the waiver counts no more.

export type Waiver = {
  /** checkov's id, such as "CKV_AWS_18". */
  readonly check: string;
  /** The addresses that it is for, as a pattern. */
  readonly resource: RegExp;
  readonly because: string;
  /** The last day on which it holds. */
  readonly until: string;
};

export const WAIVERS: readonly Waiver[] = [
  {
    check: "CKV_AWS_145",
    resource: /^aws_s3_bucket\..*log/,
    because: "Load balancers and S3 itself deliver logs only into buckets encrypted with S3's own keys.",
    until: "2027-05-31",
  },
  {
    check: "CKV_AWS_144",
    resource: /^aws_s3_bucket\.(state|.*log)/,
    because: "States and access logs belong to their region; a copy would tie one region's plan to the other.",
    until: "2027-05-31",
  },
  {
    check: "CKV_AWS_147",
    resource: /^aws_codebuild_project\./,
    because: "CodeBuild encrypts artifacts with that key and nothing else, and these builds leave none.",
    until: "2027-05-31",
  },
];
