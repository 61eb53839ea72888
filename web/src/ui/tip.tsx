// A note beside a number: on hover and on focus, and Escape puts it away (WCAG 1.4.13).

import { type ReactNode, useId, useState } from "react";
import { Icon } from "./icon.tsx";

export function Tip({
  label,
  children,
  side = "start",
}: {
  label: string;
  children: ReactNode;
  side?: "start" | "end";
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hover opens what focus on the button opens as well.
    <span className="tip" onMouseEnter={() => setOpen(true)} onMouseLeave={() => setOpen(false)}>
      <button
        type="button"
        className="tip-button"
        aria-label={label}
        aria-describedby={open ? id : undefined}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !open) return;
          event.stopPropagation();
          setOpen(false);
        }}
      >
        <Icon name="info" size={13} />
      </button>
      {open && (
        <span role="tooltip" id={id} className={`tip-text tip-${side}`}>
          {children}
        </span>
      )}
    </span>
  );
}
