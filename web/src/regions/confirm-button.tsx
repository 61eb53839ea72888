// The last press of something dangerous. Enter never confirms, wherever the focus is: it is pressed out of habit.

import type { ReactNode } from "react";

type Props = { children: ReactNode; disabled: boolean; onPress: () => void };

export function ConfirmButton({ children, disabled, onPress }: Props) {
  return (
    <button
      type="button"
      className="button button-danger"
      disabled={disabled}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.preventDefault();
      }}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
