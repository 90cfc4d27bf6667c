// A day that is typed as people write it, and said back in full; the form is given "2026-11-28". What is no day stays
// as it was typed, so that nothing is lost and the server refuses it.
import { useEffect, useId, useState } from "preact/hooks";
import { clinicDay } from "../clock.ts";
import { t } from "../../texts/texts.ts";
import { typedDay, typedTime, type Leaning } from "../../texts/typed_day.ts";
import { dayText } from "../format.ts";

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);

export interface DayInputProps {
  label: string;
  value: string; // "2026-11-28", or what is no day; with a time "2026-11-28T14:30"
  set: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  leaning?: Leaning | undefined;
}

interface ControlProps {
  id?: string;
  name?: string | undefined;
  value: string;
  set: (value: string) => void;
  described?: string | undefined;
  wrong: boolean;
  required?: boolean | undefined;
  leaning?: Leaning | undefined;
}

function DayControl({ id, name, value, set, described, wrong, required, leaning }: ControlProps) {
  const [typed, setTyped] = useState<string | null>(null); // while the field has the focus
  const shown = isDay(value) ? dayText(value) : value;
  // Taken over from elsewhere while it is typed in.
  useEffect(
    () => setTyped((now) => (now !== null && (typedDay(now, clinicDay(), leaning) ?? now) !== value ? null : now)),
    [value, leaning],
  );
  return (
    <input
      id={id}
      type="text"
      class="day-input"
      data-day={isDay(value) ? value : ""}
      aria-label={name}
      aria-describedby={described}
      aria-invalid={wrong ? true : undefined}
      required={required}
      autocomplete="off"
      placeholder={t("frame.day.empty")}
      value={typed ?? shown}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => setTyped(null)}
      onInput={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        set(text.trim() === "" ? "" : (typedDay(text, clinicDay(), leaning) ?? text));
      }}
    />
  );
}

// What was understood, with the day of the week; it stands there from the start, so that nothing moves.
const said = (value: string): string =>
  value === "" ? t("frame.day.ways") : isDay(value) ? dayText(value) : t("frame.day.unclear", { text: value });

export function DayInput({ label, value, set, hint, error, required, leaning }: DayInputProps) {
  const id = useId();
  const unclear = value !== "" && !isDay(value);
  return (
    <div class="field field-day">
      <label for={id}>{label}</label>
      <div class="with">
        <DayControl
          id={id}
          value={value}
          set={set}
          described={`${id}-said`}
          wrong={unclear || error !== undefined}
          required={required}
          leaning={leaning}
        />
        {leaning !== "ahead" && value !== clinicDay() && (
          <button type="button" class="day-today" onClick={() => set(clinicDay())}>
            {t("frame.day.today")}
          </button>
        )}
      </div>
      <small id={`${id}-said`} class={unclear ? "bad" : undefined} role="status">
        {said(value)}
      </small>
      {hint && <small>{hint}</small>}
      {error && <small class="bad">{error}</small>}
    </div>
  );
}

export function MomentInput({ label, value, set, hint, error, required }: DayInputProps) {
  const id = useId();
  const at = /T[^T]*$/.exec(value)?.index ?? value.length; // what is no day may have a T of its own
  const [day, time] = [value.slice(0, at), value.slice(at + 1)];
  const [typed, setTyped] = useState<string | null>(null);
  const join = (nextDay: string, nextTime: string): void => set(nextTime === "" ? nextDay : `${nextDay}T${nextTime}`);
  const unclear = day !== "" && !isDay(day);
  return (
    <div class="field field-day">
      <label for={id}>{label}</label>
      <div class="with">
        <DayControl
          id={id}
          value={day}
          set={(next) => join(next, time)}
          described={`${id}-said`}
          wrong={unclear || error !== undefined}
          required={required}
        />
        <input
          type="text"
          class="time-input figures"
          inputMode="numeric"
          autocomplete="off"
          dir="ltr"
          aria-label={t("frame.day.time")}
          aria-invalid={time !== "" && typedTime(time) === null ? true : undefined}
          value={typed ?? time}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => setTyped(null)}
          onInput={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            join(day, text.trim() === "" ? "" : (typedTime(text) ?? text));
          }}
        />
      </div>
      <small id={`${id}-said`} class={unclear ? "bad" : undefined} role="status">
        {said(day)}
      </small>
      {hint && <small>{hint}</small>}
      {error && <small class="bad">{error}</small>}
    </div>
  );
}
