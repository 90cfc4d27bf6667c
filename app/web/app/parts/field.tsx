// One labelled field. Its value is text, empty when nothing is given; the record's own checks are the server's.
import { useContext, useId } from "preact/hooks";
import { titleOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import type { Leaning } from "../../texts/typed_day.ts";
import { plainFigures } from "../../texts/typed_figures.ts";
import { DayInput, MomentInput } from "./day_input.tsx";
import { Faults } from "./faults.tsx";

interface FieldProps {
  label: string;
  name?: string; // of the member that it is sent as: what is refused of it stands at it
  value: string;
  set: (value: string) => void;
  type?: string;
  hint?: string | undefined;
  required?: boolean;
  choices?: readonly string[] | undefined;
  names?: (choice: string) => string;
  error?: string | undefined;
  none?: string; // what choosing nothing is called
  long?: boolean;
  placeholder?: string | undefined;
  suggestions?: readonly string[] | undefined; // what was typed before
  dir?: "auto" | "rtl";
  autocomplete?: string; // what the browser may fill in: "username", "one-time-code"
  leaning?: Leaning | undefined; // of a day without a year
  timed?: boolean; // of a moment the time of day is required
  digits?: boolean; // a keyboard of digits, where there is one on the screen
}

// A number is typed as text: a number field drops the comma of "1,5" without a word where the browser's language has
// none.
const kindOfInput = (type = "text") => (type === "number" ? { type: "text", inputMode: "decimal" as const } : { type });

// A day and a moment have fields of their own; "partial-date" is one that may be known to the month or year alone.
export function Field(given: FieldProps) {
  const faultAt = useContext(Faults);
  const props = { ...given, error: given.error ?? (given.name === undefined ? undefined : faultAt(given.name)) };
  if (props.type === "date") return <DayInput {...props} />;
  if (props.type === "partial-date") return <DayInput {...props} partial />;
  if (props.type === "datetime-local") return <MomentInput {...props} />;
  return <PlainField {...props} />;
}

function PlainField(props: FieldProps) {
  const id = useId();
  const { label, value, set, hint, error, choices, required } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const common = { id, "aria-describedby": described, "aria-invalid": error ? true : undefined, required };
  const typed = (event: Event): void => {
    const text = (event.currentTarget as HTMLInputElement).value;
    set(props.digits ? plainFigures(text) : text);
  };
  return (
    <div class={props.long ? "field field-long" : "field"}>
      <label for={id}>{label}</label>
      {choices ? (
        <select {...common} value={value} onChange={typed}>
          {(!required || value === "") && (
            <option value="">{props.none ?? (required ? t("frame.choose") : t("frame.not_given"))}</option>
          )}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {(props.names ?? titleOf)(choice)}
            </option>
          ))}
        </select>
      ) : props.long ? (
        <textarea {...common} rows={2} dir="auto" value={value} onInput={typed} />
      ) : (
        <input
          {...common}
          {...kindOfInput(props.type)}
          value={value}
          onInput={typed}
          {...(props.digits ? { inputMode: "numeric" as const } : {})}
          autocomplete={props.autocomplete ?? "off"}
          dir={props.dir ?? (value === "" ? undefined : "auto")}
          placeholder={props.placeholder}
          list={props.suggestions ? `${id}-list` : undefined}
        />
      )}
      {props.suggestions && (
        <datalist id={`${id}-list`}>
          {props.suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {error && (
        <small class="bad" id={`${id}-error`}>
          {error}
        </small>
      )}
    </div>
  );
}
