// The page that CloudFront shows when no origin answers: in either region's static bucket, apart from the site's own
// prefix, so that a release of the site can't remove it.

import { UNAVAILABLE_PAGE } from "../../names/edge.ts";
import type { Declared } from "../language/stack.ts";
import type { Bucket } from "./buckets.ts";
import type { Site } from "./site.ts";

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="15">
<title>Back in a moment</title>
<style>body { font: 1rem/1.5 system-ui, sans-serif; margin: 15vh auto; max-width: 30rem; padding: 0 1rem; color-scheme: light dark }</style>
<h1>Back in a moment</h1>
<p>No region answers just now. This page tries again by itself.</p>
</html>
`;

export function buildUnavailablePage({ platform, stack }: Site, bucket: Bucket): Declared | undefined {
  if (platform.edge.cdn.kind !== "cloudfront" || !platform.edge.staticSite) return undefined;
  const file = stack.file("unavailable-page", "The page that CloudFront shows when no origin answers.");
  return file.resource(
    "aws_s3_object",
    "unavailable_page",
    {
      bucket: bucket.bucket.id,
      key: UNAVAILABLE_PAGE.slice(1),
      content: PAGE,
      content_type: "text/html; charset=utf-8",
      cache_control: "max-age=60",
    },
    { dependsOn: [bucket.versioning] },
  );
}
