// "12 now": visitors of the last five minutes, with a way to Live.

import type { Question } from "../../../src/core/question.ts";
import { short } from "../format/number.ts";
import { Link } from "../route/link.tsx";
import { livePath } from "../route/routes.ts";
import { useAnswer } from "../state/load.ts";
import { useBeat } from "../state/refresh.ts";

const REFRESH_MS = 10_000;
const QUESTION: Question = { kind: "live", window: "5m", metrics: ["visitors"] };

export function LiveNow({ project }: { project: string }) {
  const beat = useBeat(REFRESH_MS);
  const { data } = useAnswer(project, QUESTION, beat);
  const visitors = data?.totals?.visitors ?? data?.rows[0]?.visitors;
  return (
    <Link to={livePath(project)} className="live-now" title="Visitors of the last five minutes">
      <span className={visitors ? "dot dot-live" : "dot"} aria-hidden="true" />
      <span className="figures">{short(visitors)}</span> now
    </Link>
  );
}
