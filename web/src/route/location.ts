// The address bar as state: one store over the History API. What a page shows follows from the address, so Back undoes.

import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
const notify = () => {
  for (const listener of listeners) listener();
};
addEventListener("popstate", notify);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const snapshot = () => location.pathname + location.search;

/** Goes to a path of the console; `replace` keeps no entry for Back (for corrections, not for choices). */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (to === snapshot()) return;
  if (options.replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  notify();
}

export function usePath(): { path: string; search: string } {
  const href = useSyncExternalStore(subscribe, snapshot);
  const [path = "/", search = ""] = href.split("?");
  return { path, search };
}
