// What everybody must know now, on every page: that nothing can be changed here, and that nobody fails over by itself.

import { lazy, Suspense } from "react";
import { Link } from "../route/link.tsx";
import { useSession } from "../state/session.tsx";
import { Notice } from "../ui/notice.tsx";

const PauseBanner = lazy(() =>
  import("../regions/pause-banner.tsx").then((module) => ({ default: module.PauseBanner })),
);

export function Banners() {
  const session = useSession();
  return (
    <>
      {!session.writable && (
        <div className="banner">
          <Notice tone="warning">
            <strong>Read-only.</strong> {session.region} answers, and it can't make changes now: it is passive, or its
            database is down. Numbers and events are not affected. <Link to="/regions">Regions</Link> says which region
            is active.
          </Notice>
        </div>
      )}
      <Suspense>
        <PauseBanner />
      </Suspense>
    </>
  );
}
