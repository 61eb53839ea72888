// How fresh the answer is, who gave it, per origin; and the notice when a region is lost (the other one answers).

import type { AnswerMeta } from "../../../src/core/question.ts";
import type { ApiProblem } from "../api/client.ts";
import { ago, clock, instantLong } from "../format/time.ts";
import { Link } from "../route/link.tsx";
import { useNow } from "../state/refresh.ts";
import { Notice } from "../ui/notice.tsx";
import { Tip } from "../ui/tip.tsx";

type Meta = AnswerMeta | undefined;

export function Freshness({ meta, problem }: { meta: Meta; problem: ApiProblem | undefined }) {
  const now = useNow(1_000);
  if (!meta) return <footer className="freshness">{"\u00a0"}</footer>;
  const general = meta.warnings.filter((warning) => !warning.field);
  return (
    <footer className="freshness">
      <span>
        Data as of{" "}
        <time dateTime={meta.dataAsOf} title={instantLong(meta.dataAsOf)}>
          {clock(meta.dataAsOf)}
        </time>
        , answered by <strong>{meta.region}</strong>
      </span>
      {newestByRegion(meta).map((region) => (
        <span key={region.region} className="fresh-origin">
          <span className={region.lost ? "dot dot-bad" : "dot dot-good"} aria-hidden="true" />
          {region.region}{" "}
          <span title={region.completeUntil ? instantLong(region.completeUntil) : undefined}>
            {region.lost ? "lost, " : ""}
            {region.completeUntil ? `complete until ${ago(region.completeUntil, now)}` : "nothing yet"}
          </span>
        </span>
      ))}
      {problem && (
        <span className="bad" role="status">
          Not renewed: {problem.message}
        </span>
      )}
      <Tip label="About this answer" side="end">
        Definitions {meta.definitions}, channel rules {meta.channelRules}. Visits that began before{" "}
        {instantLong(meta.sessionsFinalUntil)} can't change any more but by late events. Query {meta.queryId}.
        {general.map((warning) => (
          <span key={warning.code} className="tip-note">
            {warning.text}
          </span>
        ))}
      </Tip>
    </footer>
  );
}

/** A region has one origin for each incarnation of its log; the newest speaks for it. */
function newestByRegion(meta: AnswerMeta) {
  const regions = new Map<string, AnswerMeta["freshness"][number]>();
  for (const origin of meta.freshness) {
    const known = regions.get(origin.region);
    if (!known || (origin.completeUntil ?? 0) > (known.completeUntil ?? 0)) regions.set(origin.region, origin);
  }
  return [...regions.values()].sort((a, b) => a.region.localeCompare(b.region));
}

export function LostRegion({ meta }: { meta: Meta }) {
  const lost = meta ? newestByRegion(meta).filter((origin) => origin.lost) : [];
  if (!meta || lost.length === 0) return null;
  return (
    <Notice tone="warning" action={<Link to="/regions">See Regions</Link>}>
      {lost.map((origin) => (
        <span key={origin.origin}>
          <strong>{origin.region} is lost</strong> since{" "}
          {origin.completeUntil ? instantLong(origin.completeUntil) : "before its first event"}; {meta.region} answers.
          Events keep arriving here, and what {origin.region} had taken but not handed over shows when it is back.{" "}
        </span>
      ))}
    </Notice>
  );
}
