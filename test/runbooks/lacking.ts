// What of the runbooks' AWS commands moto 5.2.1 can't carry out, by operation. They are read by the AWS CLI all the same.

const NO_ROUTE = "moto has no such call";
const ONLY_PLANS = "moto's AWS Backup has vaults and plans, no jobs and no recovery points";

export const LACKING: Readonly<Record<string, string>> = {
  "account get-region-opt-status": NO_ROUTE,
  "account enable-region": NO_ROUTE,
  "backup list-backup-jobs": ONLY_PLANS,
  "backup list-recovery-points-by-backup-vault": ONLY_PLANS,
  "backup get-recovery-point-restore-metadata": ONLY_PLANS,
  "backup start-restore-job": ONLY_PLANS,
  "backup describe-restore-job": ONLY_PLANS,
  "backup list-restore-jobs": ONLY_PLANS,
  "fis list-experiment-templates": "moto fails at the templates' list",
  "fis start-experiment": NO_ROUTE,
  "fis stop-experiment": NO_ROUTE,
  "service-quotas get-service-quota": "moto knows the quotas of VPCs alone",
  "service-quotas request-service-quota-increase": NO_ROUTE,
  "synthetics get-canary-runs": NO_ROUTE,
};

/** Carried out, but the answer is another one than AWS's, so it isn't held against the page. */
export const OTHERWISE: Readonly<Record<string, string>> = {
  "kafka list-clusters": "a cluster stays in CREATING for ever",
};

/** Commands that a script can't carry out anywhere. */
export const NOT_FOR_A_SCRIPT: Readonly<Record<string, string>> = {
  "ssm start-session": "holds a terminal open, and needs the Session Manager plugin",
};
