// What the palette and the letter keys offer. The shell gives pages and projects; a page adds its own while it is shown.

import { useEffect } from "react";

export type Command = { id: string; group: string; label: string; key?: string; run: () => void };

const offered = new Map<string, Command[]>();

/** Offers commands while the calling component is on the screen. */
export function useCommands(owner: string, commands: Command[]): void {
  useEffect(() => {
    offered.set(owner, commands);
    return () => {
      if (offered.get(owner) === commands) offered.delete(owner);
    };
  }, [owner, commands]);
}

export const allCommands = (): Command[] => [...offered.values()].flat();
