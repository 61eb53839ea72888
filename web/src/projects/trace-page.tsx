// One event's way through the platform: received, mirrored, stored, merged, counted; where and when.

import type { Project, TraceStep } from "../../../src/core/resources.ts";
import { trace } from "../api/calls.ts";
import { milliseconds } from "../format/number.ts";
import { instantLong } from "../format/time.ts";
import { Link } from "../route/link.tsx";
import { projectPath } from "../route/routes.ts";
import { useLoad } from "../state/load.ts";
import { useBeat } from "../state/refresh.ts";
import { Empty, Failure } from "../ui/notice.tsx";

const REFRESH_MS = 5_000;
const STEP_NAMES: Record<TraceStep["step"], [name: string, meaning: string]> = {
  received: ["Received", "on disk in the log of this region"],
  mirrored: ["Mirrored", "the other region has it on disk as well"],
  stored: ["Stored", "in a Parquet object of the lake"],
  merged: ["Merged", "in a larger object, sorted by project and time"],
  counted: ["Counted", "in the answers of this region"],
};

export function TracePage({ project, messageId }: { project: Project; messageId: string }) {
  const beat = useBeat(REFRESH_MS);
  const { data, problem, retry } = useLoad(`trace ${project.id} ${messageId}`, beat, (signal) =>
    trace(project.id, messageId, signal),
  );
  const began = data?.steps.find((step) => step.at !== null)?.at ?? null;
  return (
    <div className="page">
      <div className="toolbar">
        <div className="toolbar-title">
          <h1>Trace</h1>
          <code className="clip">{messageId}</code>
        </div>
        <Link to={projectPath(project.id)} className="button">
          {project.name}
        </Link>
      </div>
      {problem && !data && <Failure problem={problem} onRetry={retry} />}
      {data && data.steps.length === 0 && (
        <Empty title="No event with this messageId">
          Neither region has it: it was refused, it is still in the sender's queue, or the id has a typing error.
        </Empty>
      )}
      <ol className="trace">
        {data?.steps.map((step) => (
          <li
            key={`${step.step} ${step.region} ${step.file ?? ""} ${step.offset ?? ""}`}
            className="surface trace-step"
          >
            <h2>
              {STEP_NAMES[step.step][0]} <span className="muted">{STEP_NAMES[step.step][1]}</span>
            </h2>
            <p>
              <strong>{step.region}</strong>
              {step.at !== null && (
                <>
                  {" "}
                  <time dateTime={new Date(step.at).toISOString()}>{instantLong(step.at)}</time>
                  {began !== null && step.at > began && (
                    <span className="muted"> ({milliseconds(step.at - began)} after the first step)</span>
                  )}
                </>
              )}
            </p>
            <p>{step.detail}</p>
            {step.origin && (
              <p className="muted">
                Origin <code>{step.origin}</code>
                {step.offset !== undefined && (
                  <>
                    , offset <span className="figures">{step.offset}</span>
                  </>
                )}
              </p>
            )}
            {step.file && <code className="wrap">{step.file}</code>}
          </li>
        ))}
      </ol>
    </div>
  );
}
