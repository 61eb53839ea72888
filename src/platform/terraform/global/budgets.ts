// What it may cost: a budget that tells the owner before it is spent, and a monitor of what is out of the ordinary.
import type { Platform } from "../../../blueprint/platform.ts";
import { baseName } from "../../names/base.ts";
import { json } from "../language/expression.ts";
import type { Stack } from "../language/stack.ts";
import type { Topics } from "../region/notifications.ts";

/** Spent so far, and what AWS forecasts for the month's end: % of the budget. */
const WARNINGS = [
  { notification_type: "ACTUAL", threshold: 50 },
  { notification_type: "ACTUAL", threshold: 80 },
  { notification_type: "ACTUAL", threshold: 100 },
  { notification_type: "FORECASTED", threshold: 100 },
] as const;
/** Share of the monthly budget by which a day may surprise before somebody is told. */
const ANOMALY_SHARE = 0.02;

export function buildBudget(platform: Platform, stack: Stack, topics: Topics): void {
  const { monthlyBudgetUsd } = platform.cost;
  const tf = stack.file("budgets", "What the account may cost, and who is told before it does.");
  tf.resource(
    "aws_budgets_budget",
    "monthly",
    {
      name: `${baseName(platform)}-monthly`,
      budget_type: "COST",
      limit_amount: String(monthlyBudgetUsd),
      limit_unit: "USD",
      time_unit: "MONTHLY",
      notification: WARNINGS.map((warning) => ({
        ...warning,
        comparison_operator: "GREATER_THAN",
        threshold_type: "PERCENTAGE",
        subscriber_email_addresses: [platform.owner],
        subscriber_sns_topic_arns: [topics.arns.ticket],
      })),
    },
    {
      comment:
        "The whole account's bill: a cost allocation tag counts only from the day on which somebody activates it, which AWS allows a day after it was first seen.",
    },
  );
  const monitor = tf.resource("aws_ce_anomaly_monitor", "account", {
    name: baseName(platform),
    monitor_type: "CUSTOM",
    monitor_specification: json({ Dimensions: { Key: "LINKED_ACCOUNT", Values: [platform.accountId] } }),
  });
  tf.resource("aws_ce_anomaly_subscription", "owner", {
    name: baseName(platform),
    frequency: "DAILY",
    monitor_arn_list: [monitor.arn],
    subscriber: [{ type: "EMAIL", address: platform.owner }],
    threshold_expression: {
      dimension: {
        key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
        match_options: ["GREATER_THAN_OR_EQUAL"],
        values: [String(Math.max(10, Math.round(ANOMALY_SHARE * monthlyBudgetUsd)))],
      },
    },
  });
}
