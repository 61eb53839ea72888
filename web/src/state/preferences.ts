// Choices of this browser that no address carries: theme, keyboard letters, the last project. Works without storage, too.

import { useSyncExternalStore } from "react";

type Name = "theme" | "letters" | "project";
const held = new Map<Name, string>();
const listeners = new Set<() => void>();

export function readPreference(name: Name): string | null {
  const value = held.get(name);
  if (value !== undefined) return value;
  try {
    return localStorage.getItem(`tandem.${name}`);
  } catch {
    return null;
  }
}

export function writePreference(name: Name, value: string): void {
  if (readPreference(name) === value) return;
  held.set(name, value);
  try {
    localStorage.setItem(`tandem.${name}`, value);
  } catch {
    // Kept for this page only.
  }
  for (const listener of listeners) listener();
}

export function usePreference(name: Name): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => readPreference(name),
  );
}
