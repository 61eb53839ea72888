// Thirty bars, one a minute; plain SVG, with the same numbers as a list for screen readers.

import type { Answer } from "../../../src/core/question.ts";
import { whole } from "../format/number.ts";
import { bucketShort } from "../format/time.ts";

const WIDTH = 600;
const HEIGHT = 132;
const GAP = 4;

export function MinuteBars({ answer }: { answer: Answer | undefined }) {
  const rows = answer?.rows ?? [];
  const top = Math.max(1, ...rows.map((row) => row.pageviews ?? 0));
  const step = WIDTH / Math.max(1, rows.length);
  const height = (value: number) => Math.max(value > 0 ? 3 : 1, (value / top) * (HEIGHT - 12));
  const last = rows.at(-1);
  const sum = rows.reduce((total, row) => total + (row.pageviews ?? 0), 0);
  return (
    <div className="minutes">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Pageviews by minute: ${whole(sum)} in 30 minutes, at most ${whole(top)} in one.`}
      >
        {rows.map((row, index) => {
          const label = String(row["time.minute"] ?? index);
          const views = row.pageviews ?? 0;
          const visitors = row.visitors ?? 0;
          const x = index * step + GAP / 2;
          return (
            <g key={label} className={row === last ? "minute minute-open" : "minute"}>
              <title>{`${bucketShort(label, "minute")}: ${whole(views)} pageviews, ${whole(visitors)} visitors`}</title>
              <rect x={index * step} y={0} width={step} height={HEIGHT} className="minute-hit" />
              <rect
                x={x}
                y={HEIGHT - height(views)}
                width={step - GAP}
                height={height(views)}
                rx="2"
                className="minute-views"
              />
              <rect
                x={x}
                y={HEIGHT - Math.min(height(visitors), height(views))}
                width={step - GAP}
                height={Math.min(height(visitors), height(views))}
                rx="2"
                className="minute-visitors"
              />
            </g>
          );
        })}
      </svg>
      <div className="minutes-foot muted">
        <span>30 minutes ago</span>
        <span className="legend">
          <span className="key key-visitors" /> visitors <span className="key key-views" /> pageviews
        </span>
        <span>now</span>
      </div>
    </div>
  );
}
