// A day that is typed as people write it, and said back in full; the form is given "2026-11-28". What is no day stays
// as it was typed, so that nothing is lost and the server refuses it. With a time of day it always has two boxes.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { clinicDay } from "../clock.ts";
import { t } from "../../texts/texts.ts";
import { typedDay, typedMoment, typedPartialDay, typedTime, type Leaning } from "../../texts/typed_day.ts";
import { dayText } from "../format.ts";

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);
const isPartial = (value: string): boolean => /^\d{4}(-\d\d(-\d\d)?)?$/.test(value);

type Reading = (text: string, today: string, leaning?: Leaning) => string | null;

export interface DayInputProps {
  label: string;
  value: string; // "2026-11-28", or what is no day; with a time "2026-11-28T14:30"; partial "2026-11" and "2026" too
  set: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  leaning?: Leaning | undefined;
  partial?: boolean | undefined; // a month or a year alone is one
  timed?: boolean | undefined; // the time of day is required
}

interface ControlProps {
  id: string;
  value: string;
  set: (value: string) => void;
  read: Reading;
  described: string;
  wrong: boolean;
  required?: boolean | undefined;
  leaning?: Leaning | undefined;
}

function DayControl({ id, value, set, read, described, wrong, required, leaning }: ControlProps) {
  const [typed, setTyped] = useState<string | null>(null); // while the field has the focus
  const shown = isPartial(value) ? dayText(value) : value;
  // What came of it while it has the focus: any other value is taken over from elsewhere.
  const given = useRef(new Set<string>());
  useEffect(() => {
    if (!given.current.has(value)) setTyped(null);
  }, [value]);
  const give = (text: string): void => {
    const day = text.trim() === "" ? "" : (read(text, clinicDay(), leaning) ?? text);
    given.current.add(halvesOf(day)[0]).add(day);
    setTyped(text);
    set(day);
  };
  return (
    <input
      id={id}
      type="text"
      class="day-input"
      data-day={isPartial(value) ? value : ""}
      aria-describedby={described}
      aria-invalid={wrong ? true : undefined}
      required={required}
      autocomplete="off"
      placeholder={t("frame.day.empty")}
      value={typed ?? shown}
      onFocus={(event) => {
        given.current = new Set();
        event.currentTarget.select();
      }}
      onBlur={() => setTyped(null)}
      onInput={(event) => give(event.currentTarget.value)}
    />
  );
}

// What was understood, with the day of the week; it stands there from the start, so that nothing moves.
function said(value: string, partial: boolean): string {
  if (value === "") return t(partial ? "frame.day.ways_partial" : "frame.day.ways");
  return isDay(value) || (partial && isPartial(value)) ? dayText(value) : t("frame.day.unclear", { text: value });
}

export function DayInput({ label, value, set, hint, error, required, leaning, partial = false }: DayInputProps) {
  const id = useId();
  const unclear = value !== "" && !isDay(value) && !(partial && isPartial(value));
  return (
    <div class="field field-day">
      <label for={id}>{label}</label>
      <div class="with">
        <DayControl
          id={id}
          value={value}
          set={set}
          read={partial ? typedPartialDay : typedDay}
          described={`${id}-said`}
          wrong={unclear || error !== undefined}
          required={required}
          leaning={leaning}
        />
        {leaning !== "ahead" && !partial && value !== clinicDay() && (
          <button type="button" class="day-today" onClick={() => set(clinicDay())}>
            {t("frame.day.today")}
          </button>
        )}
      </div>
      <small id={`${id}-said`} class={unclear ? "bad" : undefined} role="status">
        {said(value, partial)}
      </small>
      {hint && <small>{hint}</small>}
      {error && <small class="bad">{error}</small>}
    </div>
  );
}

// "2026-11-28T14:30" in its two halves; of what is no day the time is behind a blank, as people would write it.
function halvesOf(value: string): [day: string, time: string] {
  const [, day = value, time = ""] = /^(\d{4}-\d\d-\d\d)T(.*)$/.exec(value) ?? /^(.*) (\d\d:\d\d)$/.exec(value) ?? [];
  return [day, time.slice(0, isTimeKept(time) ? 5 : undefined)];
}
const isTimeKept = (time: string): boolean => /^\d\d:\d\d(:\d\d)?$/.test(time);
const joined = (day: string, time: string): string =>
  time === "" ? day : isDay(day) ? `${day}T${time}` : `${day} ${time}`;

export function MomentInput({ label, value, set, hint, error, required, leaning, timed = false }: DayInputProps) {
  const id = useId();
  const [day, time] = halvesOf(value);
  const [typed, setTyped] = useState<string | null>(null);
  const unclear = day !== "" && !isDay(day);
  return (
    <div class="field field-day field-moment">
      <label for={id}>{label}</label>
      <div class="with">
        <DayControl
          id={id}
          value={day}
          set={(next) => set(halvesOf(next)[1] === "" ? joined(next, time) : next)}
          read={typedMoment}
          described={`${id}-said`}
          wrong={unclear || error !== undefined}
          required={required}
          leaning={leaning}
        />
        <span class="time-box">
          <label for={`${id}-time`}>{t(timed ? "frame.day.time" : "frame.day.time_known")}</label>
          <input
            id={`${id}-time`}
            type="text"
            class="time-input figures"
            autocomplete="off"
            dir="ltr"
            placeholder="00:00"
            aria-invalid={
              (time !== "" && typedTime(time) === null) || (timed && error !== undefined) ? true : undefined
            }
            required={timed}
            value={typed ?? time}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={() => setTyped(null)}
            onInput={(event) => {
              const text = event.currentTarget.value;
              setTyped(text);
              set(joined(day, text.trim() === "" ? "" : (typedTime(text) ?? text)));
            }}
          />
        </span>
        <button type="button" class="day-today" onClick={() => set(joined(clinicDay(), time))}>
          {t("frame.day.today")}
        </button>
      </div>
      <small id={`${id}-said`} class={unclear ? "bad" : undefined} role="status">
        {said(day, false)}
      </small>
      {hint && <small>{hint}</small>}
      {error && <small class="bad">{error}</small>}
    </div>
  );
}
