// Sentences in a box: something to know, something wrong, something missing — each with the one next step.

import type { ReactNode } from "react";
import type { ApiProblem } from "../api/client.ts";
import { Icon } from "./icon.tsx";

export function Notice(props: { tone: "info" | "warning" | "danger"; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={`notice notice-${props.tone}`} role={props.tone === "info" ? "note" : "status"}>
      <Icon name={props.tone === "info" ? "info" : "warning"} />
      <div className="notice-text">{props.children}</div>
      {props.action}
    </div>
  );
}

/** A failure of one tile: plain words, what to do, the id to quote, and Retry. */
export function Failure({ problem, onRetry }: { problem: ApiProblem; onRetry?: () => void }) {
  return (
    <div className="failure" role="alert">
      <strong>{problem.message}</strong>
      <p>{problem.detail}</p>
      {problem.id && (
        <p className="muted">
          Request <code>{problem.id}</code>
        </p>
      )}
      {onRetry && (
        <button type="button" className="button button-small" onClick={onRetry}>
          Retry
        </button>
      )}
    </div>
  );
}

export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h3>{title}</h3>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Announced by screen readers, seen by nobody. */
export function Quiet({ children }: { children: ReactNode }) {
  return <span className="quiet">{children}</span>;
}
