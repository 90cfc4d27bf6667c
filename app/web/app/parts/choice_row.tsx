// A few choices at once, one of them or none: radio buttons that look like one row of buttons.
import { useId } from "preact/hooks";

export interface Choice {
  value: string;
  label: string;
}

interface ChoiceRowProps {
  legend: string;
  choices: readonly Choice[];
  value: string;
  set: (value: string) => void;
  hint?: string | undefined;
  isScale?: boolean; // numbers from low to high, which run from left to right
}

export function ChoiceRow({ legend, choices, value, set, hint, isScale = false }: ChoiceRowProps) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>
        {legend}
        {hint && <small> {hint}</small>}
      </legend>
      <div class={isScale ? "choices-row choices-scale" : "choices-row"}>
        {choices.map((choice) => (
          <label key={choice.value} class={choice.value === value ? "choice chosen" : "choice"}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onClick={() => set(choice.value === value ? "" : choice.value)}
              onChange={() => set(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
