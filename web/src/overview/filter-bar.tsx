// The filters that hold, as chips; each can be turned round, changed or taken away.

import { type RefObject, useState } from "react";
import { dimensionName, valueName } from "../format/names.ts";
import { Icon } from "../ui/icon.tsx";
import { type Filter, filterText, OPERATOR_NAMES } from "../view/filters.ts";
import type { View } from "../view/view.ts";
import { FilterDialog } from "./filter-dialog.tsx";

type Props = {
  project: string;
  view: View;
  onChange: (part: Partial<View>) => void;
  onAdd: (filter: Filter) => void;
  buttonRef: RefObject<HTMLButtonElement | null>;
};

export function FilterBar({ project, view, onChange, onAdd, buttonRef }: Props) {
  const [editing, setEditing] = useState<Filter | "new" | null>(null);
  const { filters } = view;
  const save = (filter: Filter) => {
    if (editing === "new" || !editing) onAdd(filter);
    else onChange({ filters: filters.map((before) => (before === editing ? filter : before)) });
    setEditing(null);
  };
  return (
    <div className="filter-bar">
      <button type="button" className="button button-small" ref={buttonRef} onClick={() => setEditing("new")}>
        <Icon name="filter" size={14} /> Filter
      </button>
      {filters.length > 0 && (
        <ul className="chips" aria-label="Filters">
          {filters.map((filter) => (
            <li key={filterText(filter)} className={filter.exclude ? "chip chip-exclude" : "chip"}>
              <button type="button" className="chip-text" title="Change this filter" onClick={() => setEditing(filter)}>
                <FilterWords filter={filter} />
              </button>
              <button
                type="button"
                className="chip-remove"
                aria-label={`Remove the filter ${dimensionName(filter.field)}`}
                onClick={() => onChange({ filters: filters.filter((other) => other !== filter) })}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {filters.length > 1 && (
        <button type="button" className="link-button" onClick={() => onChange({ filters: [] })}>
          Clear all
        </button>
      )}
      {view.bots && (
        <span className="badge" title="Known crawlers are counted in these numbers">
          with bots
        </span>
      )}
      {editing && (
        <FilterDialog
          project={project}
          filter={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
          onSave={save}
        />
      )}
    </div>
  );
}

function FilterWords({ filter }: { filter: Filter }) {
  const [plain, excluded] = OPERATOR_NAMES[filter.op];
  const unknown = filter.op === "exists" && filter.values[0] === "false";
  const operator = filter.exclude !== unknown ? excluded : plain;
  const values =
    filter.op === "exists" ? "" : filter.values.map((value) => valueName(filter.field, value)).join(" or ");
  return (
    <>
      {dimensionName(filter.field)} <span className="muted">{operator}</span> {values && <strong>{values}</strong>}
    </>
  );
}
