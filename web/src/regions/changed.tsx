// What a person decides upon has changed since the dialog was opened: nothing goes on before they have looked again.

import { Notice } from "../ui/notice.tsx";

export function Changed({ onLooked }: { onLooked: () => void }) {
  return (
    <Notice
      tone="warning"
      action={
        <button type="button" className="button button-small" onClick={onLooked}>
          I have looked again
        </button>
      }
    >
      <strong>The state has changed</strong> since you opened this. Look again before you go on.
    </Notice>
  );
}
