// All that is asked of a synthesized network, in the order in which it is reported.
import type { Rule } from "../finding.ts";
import {
  BUCKETS_ARE_NOT_PUBLIC,
  DATA_HAS_NO_WAY_OUT,
  DEFAULTS_ARE_SHUT,
  ENDPOINTS_SERVE_THE_ACCOUNT,
  ONLY_THE_EDGE_IS_PUBLIC,
  REGIONS_MEET_BY_PEERING,
  WHAT_CANNOT_BE_SEEN,
  ZONES_LEAVE_ALONE,
} from "./exposure-rules.ts";
import { ROLES_KEEP_THE_BOUNDARY } from "./role-rules.ts";
import type { Network } from "./survey.ts";
import {
  ANSWERS_COME_BACK,
  DECLARED_IS_POSSIBLE,
  EVERYTHING_IS_SOMEBODY,
  NO_HALF_OPEN_DOORS,
  POSSIBLE_IS_DECLARED,
} from "./undeclared-rules.ts";

export const FLOW_RULES: readonly Rule<Network>[] = [
  POSSIBLE_IS_DECLARED,
  DECLARED_IS_POSSIBLE,
  ANSWERS_COME_BACK,
  NO_HALF_OPEN_DOORS,
  EVERYTHING_IS_SOMEBODY,
  ONLY_THE_EDGE_IS_PUBLIC,
  DATA_HAS_NO_WAY_OUT,
  REGIONS_MEET_BY_PEERING,
  ZONES_LEAVE_ALONE,
  ENDPOINTS_SERVE_THE_ACCOUNT,
  BUCKETS_ARE_NOT_PUBLIC,
  DEFAULTS_ARE_SHUT,
  WHAT_CANNOT_BE_SEEN,
  ROLES_KEEP_THE_BOUNDARY,
];
