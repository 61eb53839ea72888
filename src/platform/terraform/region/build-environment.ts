/** Where CodeBuild runs what we give it, in an image of its own. */
export const BUILD_ENVIRONMENT = {
  type: "LINUX_CONTAINER",
  compute_type: "BUILD_GENERAL1_SMALL",
  image: "aws/codebuild/amazonlinux-x86_64-standard:5.0",
  image_pull_credentials_type: "CODEBUILD",
} as const;
