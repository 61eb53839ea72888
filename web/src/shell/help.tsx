// "?": the keys, and the switch that puts the letters out of use.

import { writePreference } from "../state/preferences.ts";
import { Dialog } from "../ui/dialog.tsx";
import { allCommands } from "./commands.ts";
import { useLetters } from "./keyboard.ts";

const ALWAYS: [keys: string, meaning: string][] = [
  ["Ctrl K / ⌘ K", "Go to a page, project or range"],
  ["Esc", "Close, or take the last filter away"],
  ["Enter", "On a row: show only this value"],
  ["Shift Enter", "On a row: leave this value out (also Alt-click)"],
  ["← →", "In a chart: walk the points; on tabs: change"],
];

export function Help({ onClose }: { onClose: () => void }) {
  const letters = useLetters();
  const keyed = allCommands().filter((command) => command.key);
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <label className="check">
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => writePreference("letters", event.target.checked ? "on" : "off")}
        />
        <span>Single letters are shortcuts</span>
      </label>
      <dl className="keys">
        {ALWAYS.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>This list</dd>
        </div>
        {keyed.map((command) => (
          <div key={command.id} className={letters ? "" : "muted"}>
            <dt>
              <kbd>{command.key?.toUpperCase()}</kbd>
            </dt>
            <dd>
              {command.label} <span className="muted">{command.group}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
