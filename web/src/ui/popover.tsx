// A button with a panel under it. Escape and a click elsewhere close it; focus goes in and comes back.

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";

type Props = {
  label: ReactNode;
  /** The button's name, where its text alone doesn't say what it is for. */
  name?: string;
  buttonClass?: string;
  side?: "start" | "end";
  up?: boolean;
  children: (close: () => void) => ReactNode;
};

export function Popover({ label, name, buttonClass = "button", side = "start", up = false, children }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const first = panel.current?.querySelector<HTMLElement>(
      "[aria-checked=true], [autofocus], button, input, select, a",
    );
    first?.focus();
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [open]);
  const keys = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") moveFocus(event, panel.current);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble here from the button and the panel.
    <span className="popover" ref={root} onKeyDown={keys}>
      <button
        type="button"
        ref={button}
        className={buttonClass}
        aria-label={name}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div className={`popover-panel popover-${side}${up ? " popover-up" : ""}`} id={id} ref={panel}>
          {children(close)}
        </div>
      )}
    </span>
  );
}

/** Arrow keys walk the choices of a panel; in a field they keep their own meaning. */
function moveFocus(event: KeyboardEvent, panel: HTMLElement | null): void {
  if (!panel || event.target instanceof HTMLSelectElement) return;
  if (event.target instanceof HTMLInputElement && event.target.type === "date") return;
  const stops = [...panel.querySelectorAll<HTMLElement>("button:not([disabled]), input, select, a[href]")];
  const index = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[(index + (event.key === "ArrowDown" ? 1 : -1) + stops.length) % stops.length];
  next?.focus();
  event.preventDefault();
}

type Choice<T extends string> = { value: T; label: string; hint?: string };

/** A list of choices of which one holds. */
export function Choices<T extends string>(props: {
  name: string;
  choices: Choice<T>[];
  value: T | null;
  onChoose: (value: T) => void;
}) {
  return (
    <div className="choices" role="radiogroup" aria-label={props.name}>
      {props.choices.map((choice) => (
        // biome-ignore lint/a11y/useSemanticElements: a menu-like list; choosing closes it, as with a button.
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === props.value}
          className="choice"
          onClick={() => props.onChoose(choice.value)}
        >
          <span>{choice.label}</span>
          {choice.hint && <kbd>{choice.hint}</kbd>}
        </button>
      ))}
    </div>
  );
}
