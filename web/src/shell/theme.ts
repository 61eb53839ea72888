// Light, dark, or as the system says; kept for this browser. Charts ask `useThemeBeat` when to draw anew.

import { useSyncExternalStore } from "react";
import { usePreference, writePreference } from "../state/preferences.ts";

export type Theme = "system" | "light" | "dark";
export const THEMES: Theme[] = ["system", "light", "dark"];

export function useTheme(): [Theme, (theme: Theme) => void] {
  const kept = usePreference("theme");
  return [kept === "light" || kept === "dark" ? kept : "system", chooseTheme];
}

function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  writePreference("theme", theme);
}

const dark = matchMedia("(prefers-color-scheme: dark)");
/** A word that changes whenever the colours on the screen do. */
export function useColours(): string {
  const chosen = usePreference("theme");
  const system = useSyncExternalStore(
    (listener) => {
      dark.addEventListener("change", listener);
      return () => dark.removeEventListener("change", listener);
    },
    () => dark.matches,
  );
  if (chosen === "light" || chosen === "dark") return chosen;
  return system ? "dark" : "light";
}
