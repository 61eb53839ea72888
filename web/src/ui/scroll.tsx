// A region that scrolls: in reach of the keyboard, and with a name.

import type { ReactNode } from "react";

type Props = { label: string; className?: string; stale?: boolean; children: ReactNode };

export function Scroll({ label, className = "table-scroll", stale = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop, the keyboard can't scroll it.
    <section className={className} aria-label={label} tabIndex={0} data-stale={stale || undefined}>
      {children}
    </section>
  );
}
