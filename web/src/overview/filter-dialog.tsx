// Makes or changes one filter: a dimension (or a property), an operator, values with suggestions from the data.

import { type FormEvent, useId, useState } from "react";
import { DIMENSIONS, type Dimension, OPERATORS, type Operator } from "../../../src/core/question.ts";
import { listValues } from "../api/calls.ts";
import { dimensionName, valueName } from "../format/names.ts";
import { useLoad } from "../state/load.ts";
import { Dialog } from "../ui/dialog.tsx";
import { type Filter, OPERATOR_NAMES } from "../view/filters.ts";

const PROPERTY = "prop";

export function FilterDialog(props: {
  project: string;
  filter: Filter | null;
  onClose: () => void;
  onSave: (filter: Filter) => void;
}) {
  const { filter } = props;
  const isProperty = filter?.field.startsWith("prop.") ?? false;
  const [field, setField] = useState<string>(isProperty ? PROPERTY : (filter?.field ?? "event.page"));
  const [property, setProperty] = useState(isProperty ? (filter?.field.slice(5) ?? "") : "");
  const [op, setOp] = useState<Operator>(filter?.op ?? "is");
  const [exclude, setExclude] = useState(filter?.exclude ?? false);
  const [values, setValues] = useState<string[]>(filter?.op === "exists" ? [] : (filter?.values ?? []));
  const [text, setText] = useState("");
  const dimension = (field === PROPERTY ? `prop.${property.trim()}` : field) as Dimension;
  const complete = [...values, ...(text.trim() ? [text.trim()] : [])];
  const ready = (op === "exists" || complete.length > 0) && dimension !== "prop.";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) props.onSave({ field: dimension, op, exclude, values: op === "exists" ? ["true"] : complete });
  };
  return (
    <Dialog title={filter ? "Change the filter" : "Filter"} onClose={props.onClose}>
      <form className="form" onSubmit={submit}>
        <div className="form-row">
          <label className="field">
            <span>What</span>
            <select value={field} onChange={(event) => setField(event.target.value)}>
              {DIMENSIONS.map((name) => (
                <option key={name} value={name}>
                  {dimensionName(name)}
                </option>
              ))}
              <option value={PROPERTY}>Property of the event …</option>
            </select>
          </label>
          {field === PROPERTY && (
            <label className="field">
              <span>Property</span>
              <input
                value={property}
                placeholder="plan, cart.total"
                required
                onChange={(event) => setProperty(event.target.value)}
              />
            </label>
          )}
          <label className="field">
            <span>How</span>
            <select
              value={`${exclude ? "!" : ""}${op}`}
              onChange={(event) => {
                setExclude(event.target.value.startsWith("!"));
                setOp(event.target.value.replace("!", "") as Operator);
              }}
            >
              {OPERATORS.flatMap((name) => [
                <option key={name} value={name}>
                  {OPERATOR_NAMES[name][0]}
                </option>,
                <option key={`!${name}`} value={`!${name}`}>
                  {OPERATOR_NAMES[name][1]}
                </option>,
              ])}
            </select>
          </label>
        </div>
        {op !== "exists" && (
          <Values
            project={props.project}
            dimension={dimension}
            values={values}
            text={text}
            onText={setText}
            onValues={setValues}
          />
        )}
        <div className="form-actions">
          <button type="button" className="button" onClick={props.onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" disabled={!ready}>
            Apply
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Values(props: {
  project: string;
  dimension: Dimension;
  values: string[];
  text: string;
  onText: (text: string) => void;
  onValues: (values: string[]) => void;
}) {
  const { project, dimension, values, text, onText, onValues } = props;
  const hint = useId();
  const key = dimension === "prop." ? null : `values ${project} ${dimension} ${text}`;
  const found = useLoad(key, 0, (signal) => listValues(project, dimension, text, signal));
  const offered = (found.data ?? []).filter((value) => !values.includes(value));
  return (
    <>
      <label className="field">
        <span>Value</span>
        <input
          value={text}
          onChange={(event) => onText(event.target.value)}
          aria-describedby={hint}
          autoComplete="off"
        />
        <small id={hint}>Several values mean any of them.</small>
      </label>
      {values.length > 0 && (
        <ul className="chips" aria-label="Chosen values">
          {values.map((value) => (
            <li key={value} className="chip">
              <button
                type="button"
                className="chip-text"
                onClick={() => onValues(values.filter((other) => other !== value))}
              >
                {valueName(dimension, value)} ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="value-list" aria-label="Values in the data" aria-busy={found.busy}>
        {offered.map((value) => (
          <li key={value}>
            <button
              type="button"
              className="choice"
              onClick={() => {
                onValues([...values, value]);
                onText("");
              }}
            >
              {valueName(dimension, value)}
            </button>
          </li>
        ))}
        {found.data && offered.length === 0 && <li className="muted">No further values in the last 28 days.</li>}
        {found.problem && <li className="muted">Suggestions can't be had now; type the value.</li>}
      </ul>
    </>
  );
}
