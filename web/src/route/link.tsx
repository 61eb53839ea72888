// A link inside the console: an ordinary <a> (open in a new tab, copy, middle click) that doesn't reload on a plain click.

import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { navigate } from "./location.ts";

export function Link({ to, onClick, ...rest }: { to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return <a href={to} onClick={follow} {...rest} />;
}
