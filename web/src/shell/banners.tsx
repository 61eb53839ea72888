// What everybody must know now, on every page: that nothing can be changed here.

import { Link } from "../route/link.tsx";
import { useSession } from "../state/session.tsx";
import { Notice } from "../ui/notice.tsx";

export function Banners() {
  const session = useSession();
  if (session.writable) return null;
  return (
    <div className="banner">
      <Notice tone="warning">
        <strong>Read-only.</strong> {session.region} answers, and it can't make changes now: it is passive, or its
        database is down. Numbers and events are not affected. <Link to="/regions">Regions</Link> says which region is
        active.
      </Notice>
    </div>
  );
}
