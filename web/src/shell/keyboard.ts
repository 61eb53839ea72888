// Keys that work everywhere: letters run commands (they can be switched off, WCAG 2.1.4), and are dead while one types.

import { useEffect } from "react";
import { usePreference } from "../state/preferences.ts";
import { allCommands } from "./commands.ts";

type Keys = { onPalette: () => void; onHelp: () => void };

export const useLetters = (): boolean => usePreference("letters") !== "off";

export function useKeyboard({ onPalette, onHelp }: Keys): void {
  const letters = useLetters();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        onPalette();
        return;
      }
      if (!letters || event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      if (event.key === "?") {
        event.preventDefault();
        onHelp();
        return;
      }
      const command = allCommands().find((candidate) => candidate.key === event.key);
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [letters, onPalette, onHelp]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
