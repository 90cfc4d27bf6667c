// How the session is done. What is of one use (lot, numbing, end point, pain) is never filled in; the rest comes from
// the last one and shows it.
import { dayText } from "../../format.ts";
import { choicesOf, isNumber, kindOf } from "../../kinds.ts";
import { labelOf, titleOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { textOf } from "../../record_body.ts";
import type { Kept, Kind } from "../../shapes.ts";
import type { SessionDraft } from "../../session_draft.ts";
import { AnaestheticTimer } from "./anaesthetic_timer.tsx";
import { ChoiceRow } from "../choice_row.tsx";
import { Field } from "../field.tsx";
const lots = ["lot", "lot_expiry"];
const numbing = ["anaesthetic", "anaesthetic_percent", "anaesthetic_grams", "anaesthetic_area_cm2", "anaesthetic_min"];
const who = ["operator", "model"];
const energy = ["energy_mj", "power_w", "pulse_ms", "frequency_mhz"];
const shownElsewhere = new Set([
  "at",
  "course",
  "consent",
  "device",
  "endpoint",
  "pain",
  "note",
  ...who,
  ...lots,
  ...numbing,
  ...energy,
]);

export interface SessionFieldsProps {
  chartNumber: string;
  kinds: Kind[];
  draft: SessionDraft;
  last: Kept | null;
  set: (name: string, text: string) => void;
  error: (name: string) => string | undefined;
  isOver?: boolean; // it was done before, as `last` says: no clock runs
}

const wasText = ({ last, isOver, draft }: SessionFieldsProps, name: string): string | undefined => {
  const was = textOf(last?.[name]);
  if (isOver) return recordedText(was, draft.fields[name] ?? "");
  return was === "" ? undefined : t("session.was", { text: titleOf(was) });
};

// Of a value that is corrected, what stands in the book.
function recordedText(was: string, now: string): string | undefined {
  if (was === now) return undefined;
  return t("visit.correct.was", { text: was === "" ? t("frame.not_given") : titleOf(was) });
}

const choicesFor = (kinds: Kind[], name: string) =>
  choicesOf(kinds, "session", name).map((value) => ({ value, label: titleOf(value) }));

function Fields({ names, ...props }: SessionFieldsProps & { names: readonly string[] }) {
  const { kinds, draft, set, error, last, isOver = false } = props;
  const fields = kindOf(kinds, "session")?.fields ?? [];
  return (
    <div class="fields">
      {names.map((name) => {
        const field = fields.find((one) => one.name === name);
        const numeric = field !== undefined && isNumber(field);
        const was = isOver && last !== null ? recordedText(textOf(last[name]), draft.fields[name] ?? "") : undefined;
        return (
          <div key={name} data-field={name} class={was === undefined ? undefined : "corrected"}>
            <Field
              label={labelOf(name)}
              value={draft.fields[name] ?? ""}
              set={(text) => set(name, text)}
              type={name === "lot_expiry" ? "date" : numeric ? "number" : "text"}
              leaning="ahead"
              choices={field?.choices ?? undefined}
              hint={was}
              error={error(name)}
            />
          </div>
        );
      })}
    </div>
  );
}

export function DeviceFields(props: SessionFieldsProps) {
  const { kinds, draft, set, error } = props;
  return (
    <>
      <ChoiceRow
        legend={t("session.device")}
        hint={wasText(props, "device")}
        choices={choicesFor(kinds, "device")}
        value={draft.fields.device ?? ""}
        set={(text) => set("device", text)}
      />
      {error("device") && <p class="bad small">{error("device")}</p>}
      {(draft.fields.device ?? "").startsWith("rf_") && <Fields {...props} names={energy} />}
    </>
  );
}

export const LotFields = (props: SessionFieldsProps) => <Fields {...props} names={lots} />;

export function NumbingFields(props: SessionFieldsProps) {
  return (
    <>
      <Fields {...props} names={numbing} />
      {!props.isOver && (
        <AnaestheticTimer
          chartNumber={props.chartNumber}
          take={(minutes) => props.set("anaesthetic_min", String(minutes))}
        />
      )}
    </>
  );
}

export function ResultFields(props: SessionFieldsProps) {
  const { kinds, draft, set } = props;
  return (
    <>
      <div data-field="endpoint">
        <ChoiceRow
          legend={t("records.fields.endpoint") ?? ""}
          hint={wasText(props, "endpoint")}
          choices={choicesFor(kinds, "endpoint")}
          value={draft.fields.endpoint ?? ""}
          set={(text) => set("endpoint", text)}
        />
      </div>
      <div data-field="pain">
        <ChoiceRow
          legend={t("records.fields.pain") ?? ""}
          hint={wasText(props, "pain")}
          choices={Array.from({ length: 11 }, (_, n) => ({ value: String(n), label: String(n) }))}
          value={draft.fields.pain ?? ""}
          set={(text) => set("pain", text)}
          isScale
        />
      </div>
      <Field
        label={t("records.fields.note") ?? ""}
        value={draft.fields.note ?? ""}
        set={(text) => set("note", text)}
        long
      />
    </>
  );
}

// Which version of the form was signed for this session. The signed paper is not kept here, and the text says so.
export function ConsentFields(props: SessionFieldsProps) {
  const { last, isOver } = props;
  const [version, at] = [textOf(last?.consent), textOf(last?.at)];
  return (
    <>
      <Fields {...props} names={["consent"]} />
      <p class="soft small">
        {!isOver && last !== null && (
          <>
            {version === ""
              ? t("session.consent_none", { day: dayText(at) })
              : t("session.consent_last", { version, day: dayText(at) })}{" "}
          </>
        )}
        {t("session.consent_paper")}
      </p>
    </>
  );
}

export const WhoFields = (props: SessionFieldsProps) => <Fields {...props} names={who} />;

// What is seldom looked at.
export function FurtherFields(props: SessionFieldsProps) {
  const fields = kindOf(props.kinds, "session")?.fields ?? [];
  return (
    <details class="further">
      <summary>{t("session.traceability")}</summary>
      <Fields {...props} names={fields.map(({ name }) => name).filter((name) => !shownElsewhere.has(name))} />
    </details>
  );
}
