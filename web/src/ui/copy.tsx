// Code that is there to be copied, with the button that does it and says so.

import { useEffect, useState } from "react";
import { Icon } from "./icon.tsx";
import { Scroll } from "./scroll.tsx";

const SAID_MS = 1_500;

export function CopyButton({ text, label = "Copy" }: { text: string; label?: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(""), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Select and copy by hand");
    }
  };
  return (
    <button type="button" className="button button-small" onClick={copy}>
      <Icon name={said === "Copied" ? "check" : "copy"} size={14} />
      <span aria-live="polite">{said || label}</span>
    </button>
  );
}

export function CodeBlock({ text, label }: { text: string; label: string }) {
  return (
    <figure className="code">
      <figcaption>
        <span>{label}</span>
        <CopyButton text={text} />
      </figcaption>
      <Scroll className="code-scroll" label={label}>
        <pre>
          <code>{text}</code>
        </pre>
      </Scroll>
    </figure>
  );
}
