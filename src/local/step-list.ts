// Shows the steps of a start as they happen: a live list on a terminal, plain lines elsewhere.

export type StepState = "waiting" | "running" | "done" | "failed";
type Step = { label: string; state: StepState; since: number; ms: number; detail: string };

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const REDRAW_MS = 100;
const COLUMNS_USUAL = 80;
const ROWS_USUAL = 24;
const ROWS_MIN = 20;

export type StepList = {
  set(label: string, state: StepState, detail?: string): void;
  /** Stops drawing; later changes are printed as plain lines. */
  end(): void;
};

export function stepList(out: NodeJS.WriteStream): StepList {
  const steps = new Map<string, Step>();
  // A list longer than the screen can't be redrawn in place.
  let live = out.isTTY === true && (out.rows || ROWS_USUAL) > ROWS_MIN;
  let drawn = 0;
  let frame = 0;

  const draw = () => {
    const lines = [...steps.values()].map((step) => line(step, FRAMES[frame % FRAMES.length] as string));
    out.write(
      `${drawn > 0 ? `\x1b[${drawn}A` : ""}${lines.map((text) => `\x1b[2K${cut(text, out.columns)}\n`).join("")}`,
    );
    drawn = lines.length;
    frame += 1;
  };
  const timer = live ? setInterval(draw, REDRAW_MS) : undefined;

  return {
    set(label, state, detail = "") {
      const now = performance.now();
      const before = steps.get(label);
      if (before && before.state === state && before.detail === detail) return;
      const since = before && before.state !== "waiting" ? before.since : now;
      const step = { label, state, since, ms: now - since, detail };
      steps.set(label, step);
      if (!live && (state === "done" || state === "failed")) out.write(`${line(step, "")}\n`);
    },
    end() {
      if (live) draw();
      clearInterval(timer);
      live = false;
    },
  };
}

function line(step: Step, frame: string): string {
  const sign = { waiting: "·", running: frame, done: "✓", failed: "✗" }[step.state];
  const time = step.state === "done" ? `${Math.round(step.ms)} ms` : "";
  return `  ${sign} ${step.label.padEnd(34)} ${[time, step.detail].filter(Boolean).join("  ")}`.trimEnd();
}

/** A terminal that doesn't know its width says 0. */
function cut(text: string, width: number | undefined): string {
  const columns = width || COLUMNS_USUAL;
  return text.length < columns ? text : `${text.slice(0, columns - 2)}…`;
}
