// A button that stays in reach when it can't be used, and says why.

import { type ButtonHTMLAttributes, useId } from "react";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { why: string | undefined };

export function GuardedButton({ why, onClick, children, ...rest }: Props) {
  const id = useId();
  return (
    <>
      <button
        {...rest}
        type="button"
        aria-disabled={why ? true : undefined}
        aria-describedby={why ? id : undefined}
        title={why}
        onClick={why ? undefined : onClick}
      >
        {children}
      </button>
      {why && (
        <span id={id} className="quiet">
          {why}
        </span>
      )}
    </>
  );
}
