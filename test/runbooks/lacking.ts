// What of the runbooks' AWS commands moto 5.2.1 can't carry out, by operation. They are read by the AWS CLI all the same.

export const LACKING: Readonly<Record<string, string>> = {};

/** Commands that a script can't carry out anywhere. */
export const NOT_FOR_A_SCRIPT: Readonly<Record<string, string>> = {
  "ssm start-session": "holds a terminal open, and needs the Session Manager plugin",
};
