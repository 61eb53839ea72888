// The words that an argument takes, where a wrong one is likely and the provider's schema knows only "string".
// `npm run generate:terraform` makes unions of them. Key: type and path, with dots.

export const CHOICES = {
  "aws_lb_target_group.target_type": ["alb", "instance", "ip", "lambda"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
