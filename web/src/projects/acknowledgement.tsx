// What the acknowledgement classes and pair policies promise, in plain words, and the choice between them.

import type { AcknowledgementClass, PairPolicy } from "../../../src/core/resources.ts";

export const ACKNOWLEDGEMENT_NAMES: Record<AcknowledgementClass, string> = {
  region: "on disk in one region",
  pair: "on disk in both regions",
};
const ACKNOWLEDGEMENTS: Record<AcknowledgementClass, [name: string, meaning: string]> = {
  region: [
    "Region",
    "An event is confirmed as soon as it is safely on disk in the region that received it; the other region follows within moments. Fastest. If that region burns down in those moments, they are lost.",
  ],
  pair: [
    "Pair",
    "An event is confirmed only when both regions have it on disk. Losing a whole region then loses nothing confirmed. Each answer takes one round trip between the regions longer.",
  ],
};
const POLICIES: Record<PairPolicy, [name: string, meaning: string]> = {
  degrade: [
    "Degrade",
    "When the other region can't be reached for a second, go on with one region, say so in each answer, and count those events as at risk.",
  ],
  refuse: [
    "Refuse",
    "When the other region can't be reached for a second, answer 503 with Retry-After. SDKs keep the events and send them again.",
  ],
};

type Props = {
  acknowledgement: AcknowledgementClass;
  pairPolicy: PairPolicy;
  disabled: boolean;
  onChange: (change: { acknowledgement?: AcknowledgementClass; pairPolicy?: PairPolicy }) => void;
};

export function Acknowledgement({ acknowledgement, pairPolicy, disabled, onChange }: Props) {
  return (
    <>
      <fieldset className="options" disabled={disabled}>
        <legend>When is an event confirmed?</legend>
        {(["region", "pair"] as const).map((value) => (
          <Option
            key={value}
            group="acknowledgement"
            text={ACKNOWLEDGEMENTS[value]}
            checked={acknowledgement === value}
            onChoose={() => onChange({ acknowledgement: value })}
          />
        ))}
      </fieldset>
      {acknowledgement === "pair" && (
        <fieldset className="options" disabled={disabled}>
          <legend>And when the other region can't be reached?</legend>
          {(["degrade", "refuse"] as const).map((value) => (
            <Option
              key={value}
              group="policy"
              text={POLICIES[value]}
              checked={pairPolicy === value}
              onChoose={() => onChange({ pairPolicy: value })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

function Option(props: { group: string; text: [string, string]; checked: boolean; onChoose: () => void }) {
  return (
    <label className="option">
      <input type="radio" name={props.group} checked={props.checked} onChange={props.onChoose} />
      <span>
        <strong>{props.text[0]}</strong>
        <small>{props.text[1]}</small>
      </span>
    </label>
  );
}
