// What the overview looks at: range, zone, grain, comparison, and whether bots count.

import { useState } from "react";
import type { Grain } from "../../../src/core/question.ts";
import type { Project } from "../../../src/core/resources.ts";
import { dateRange, wallClock } from "../format/time.ts";
import { Icon } from "../ui/icon.tsx";
import { Choices, Popover } from "../ui/popover.tsx";
import { addDays, PRESETS, type RangeChoice } from "../view/ranges.ts";
import type { CompareChoice, View } from "../view/view.ts";
import { LiveNow } from "./live-now.tsx";
import { ZoneField } from "./zone-field.tsx";

const GRAIN_NAMES: Record<Grain, string> = {
  minute: "By minute",
  hour: "By hour",
  day: "By day",
  week: "By week",
  month: "By month",
};
const COMPARE_NAMES: Record<CompareChoice, string> = {
  off: "No comparison",
  previous: "Period before",
  year: "Year before",
};

type Props = {
  project: Project;
  view: View;
  grain: Grain;
  grains: Grain[];
  /** The range as the server resolved it. */
  asked: { from: string; to: string; tz: string } | undefined;
  onChange: (part: Partial<View>) => void;
};

export function Toolbar({ project, view, grain, grains, asked, onChange }: Props) {
  const tz = view.tz ?? project.timeZone;
  const compared = view.range !== "all" && view.compare !== "off";
  const compareName = COMPARE_NAMES[compared ? view.compare : "off"];
  return (
    <div className="toolbar">
      <div className="toolbar-title">
        <h1>{project.name}</h1>
        {project.demo && (
          <span className="badge" title="These events come from the demo shop, not from people">
            synthetic
          </span>
        )}
        <LiveNow project={project.id} />
      </div>
      <div className="toolbar-controls">
        <Popover
          side="end"
          name={`Range: ${rangeName(view.range)}`}
          label={
            <>
              <Icon name="calendar" />
              <span>{rangeName(view.range)}</span>
              <Icon name="down" size={14} />
            </>
          }
        >
          {(close) => (
            <RangePicker
              view={view}
              asked={asked}
              onChoose={(range) => {
                onChange({ range, grain: null });
                close();
              }}
            />
          )}
        </Popover>
        <Popover
          side="end"
          name={`Comparison: ${compared ? "vs " : ""}${compareName}`}
          label={
            <>
              <span>
                {compared && <span className="optional-text">vs </span>}
                {compareName}
              </span>
              <Icon name="down" size={14} />
            </>
          }
        >
          {(close) => (
            <>
              <Choices<CompareChoice>
                name="Comparison"
                value={view.compare}
                choices={[
                  { value: "off", label: "No comparison" },
                  { value: "previous", label: "Period before", hint: "X" },
                  { value: "year", label: "Year before" },
                ]}
                onChoose={(compare) => {
                  onChange({ compare });
                  close();
                }}
              />
              <p className="choices-note">
                Mondays are compared with Mondays. A period that isn't over is compared with the same elapsed part.
              </p>
            </>
          )}
        </Popover>
        <Popover
          side="end"
          name={`Granularity, time zone and bots: ${GRAIN_NAMES[grain]}, ${tz}`}
          label={
            <>
              <span>{GRAIN_NAMES[grain]}</span>
              <Icon name="down" size={14} />
            </>
          }
        >
          {(close) => (
            <>
              <Choices<Grain>
                name="Granularity"
                value={grain}
                choices={grains.map((value) => ({ value, label: GRAIN_NAMES[value] }))}
                onChoose={(chosen) => {
                  onChange({ grain: chosen });
                  close();
                }}
              />
              <div className="choices-part">
                <ZoneField value={tz} projectZone={project.timeZone} onChoose={(zone) => onChange({ tz: zone })} />
                <label className="check">
                  <input
                    type="checkbox"
                    checked={view.bots}
                    onChange={(event) => onChange({ bots: event.target.checked })}
                  />
                  <span>
                    Count bots
                    <small>Known crawlers are kept and marked, and left out unless you ask.</small>
                  </span>
                </label>
              </div>
            </>
          )}
        </Popover>
      </div>
    </div>
  );
}

function rangeName(range: RangeChoice): string {
  if (typeof range === "string") return PRESETS.find((preset) => preset.id === range)?.label ?? range;
  return dateRange(range.from, range.to);
}

function RangePicker(props: { view: View; asked: Props["asked"]; onChoose: (range: RangeChoice) => void }) {
  const { view, asked, onChoose } = props;
  const custom = typeof view.range === "string" ? undefined : view.range;
  const today = new Date().toISOString().slice(0, 10);
  const local = (instant: string, tz: string) => wallClock(Date.parse(instant), tz).slice(0, 10);
  const [from, setFrom] = useState(custom?.from ?? (asked ? local(asked.from, asked.tz) : today));
  const [last, setLast] = useState(custom ? addDays(custom.to, -1) : today);
  const wrong = !from || !last || from > last;
  return (
    <>
      <Choices
        name="Range"
        value={typeof view.range === "string" ? view.range : null}
        choices={PRESETS.map((preset) => ({ value: preset.id, label: preset.label, hint: preset.key.toUpperCase() }))}
        onChoose={onChoose}
      />
      <form
        className="choices-part range-custom"
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) onChoose({ from, to: addDays(last, 1) });
        }}
      >
        <label className="field">
          <span>First day</span>
          <input type="date" value={from} max={last} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label className="field">
          <span>Last day</span>
          <input type="date" value={last} min={from} onChange={(event) => setLast(event.target.value)} />
        </label>
        <button type="submit" className="button button-primary" disabled={wrong}>
          Show these days
        </button>
      </form>
    </>
  );
}
