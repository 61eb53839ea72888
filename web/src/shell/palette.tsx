// Cmd/Ctrl-K: every page, project and range by typing a part of its name.

import { type KeyboardEvent, useMemo, useState } from "react";
import { Dialog } from "../ui/dialog.tsx";
import { allCommands, type Command } from "./commands.ts";

const SHOWN_MAX = 40;

export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const commands = useMemo(allCommands, []);
  const found = useMemo(() => matching(commands, text).slice(0, SHOWN_MAX), [commands, text]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const keys = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && found.length) {
      event.preventDefault();
      const next = (chosen + step + found.length) % found.length;
      setChosen(next);
      document.getElementById(`command-${next}`)?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter") {
      event.preventDefault();
      run(found[chosen]);
    }
  };
  return (
    <Dialog title="Go to …" onClose={onClose}>
      <input
        autoFocus
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] ? `command-${chosen}` : undefined}
        aria-label="Page, project or range"
        placeholder="Page, project or range"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={keys}
      />
      <div className="palette-list" id="palette-list" role="listbox" aria-label="Commands">
        {found.length === 0 && <p className="muted">Nothing is called that.</p>}
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field runs the chosen option.
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field (aria-activedescendant).
          <div
            key={command.id}
            id={`command-${index}`}
            role="option"
            aria-selected={index === chosen}
            className="palette-option"
            onMouseMove={() => setChosen(index)}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            <span className="muted">{command.group}</span>
            {command.key && <kbd>{command.key.toUpperCase()}</kbd>}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** Every word typed occurs in the label or the group. */
function matching(commands: Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter((command) => {
    const name = `${command.label} ${command.group}`.toLowerCase();
    return words.every((word) => name.includes(word));
  });
}
