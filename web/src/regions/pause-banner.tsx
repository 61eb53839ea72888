// On every page while somebody keeps the regions from failing over by themselves: why, and until when.

import { clock } from "../format/time.ts";
import { Link } from "../route/link.tsx";
import { useLoad } from "../state/load.ts";
import { useBeat, useNow } from "../state/refresh.ts";
import { Notice } from "../ui/notice.tsx";
import { readRoom } from "./recovery-calls.ts";
import { pauseIn } from "./room.ts";

const REFRESH_MS = 30_000;

export function PauseBanner() {
  const now = useNow(REFRESH_MS);
  const { data } = useLoad("pause", useBeat(REFRESH_MS), readRoom);
  const pause = data && pauseIn(data, now);
  if (!pause) return null;
  return (
    <div className="banner">
      <Notice tone="warning">
        <strong>Automatic fail-over is paused until {clock(pause.until)}</strong>
        {pause.reason ? `: ${pause.reason}` : ""}. A lost region waits for a person. <Link to="/regions">Regions</Link>{" "}
        ends the pause.
      </Notice>
    </div>
  );
}
