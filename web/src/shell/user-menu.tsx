// Who is signed in, light or dark, passkeys, the keyboard's list, the API, and the way out.

import { API } from "../api/client.ts";
import { useSession, useSessionState } from "../state/session.tsx";
import { Icon } from "../ui/icon.tsx";
import { Popover } from "../ui/popover.tsx";
import { THEMES, type Theme, useTheme } from "./theme.ts";

const THEME_NAMES: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };
const THEME_ICONS = { system: "system", light: "sun", dark: "moon" } as const;

export function UserMenu({ onHelp, onPasskeys }: { onHelp: () => void; onPasskeys: () => void }) {
  const session = useSession();
  const { leave } = useSessionState();
  const [theme, setTheme] = useTheme();
  return (
    <Popover
      up
      buttonClass="nav user"
      name={`${session.user.name}: passkeys, theme, keyboard, sign out`}
      label={
        <>
          <Icon name="user" size={18} />
          <span>{session.user.name}</span>
        </>
      }
    >
      {(close) => (
        <div className="choices">
          <p className="choices-head">
            Signed in as <strong>{session.user.name}</strong>, {session.user.role}
            <br />
            answered by <strong>{session.region}</strong>
          </p>
          <div className="segmented" role="radiogroup" aria-label="Theme">
            {THEMES.map((choice) => (
              // biome-ignore lint/a11y/useSemanticElements: a segmented control; each press takes effect at once.
              <button
                key={choice}
                type="button"
                role="radio"
                aria-checked={choice === theme}
                onClick={() => setTheme(choice)}
              >
                <Icon name={THEME_ICONS[choice]} /> {THEME_NAMES[choice]}
              </button>
            ))}
          </div>
          <button
            type="button"
            className="choice"
            onClick={() => {
              close();
              onPasskeys();
            }}
          >
            <Icon name="user" /> <span>Passkeys</span>
          </button>
          <button
            type="button"
            className="choice"
            onClick={() => {
              close();
              onHelp();
            }}
          >
            <Icon name="keyboard" /> <span>Keyboard</span> <kbd>?</kbd>
          </button>
          <a className="choice" href={`${API}/reference`}>
            <Icon name="api" /> <span>API reference</span>
          </a>
          <button type="button" className="choice choice-last" onClick={() => void leave()}>
            <Icon name="close" /> <span>Sign out</span>
          </button>
        </div>
      )}
    </Popover>
  );
}
