// How it feels today, told to the clinic; and what was told before, and whether it was read.
import { useRef, useState } from "preact/hooks";
import { newKey, readOwn, tellOwn, type Problem } from "../../api.ts";
import { listText, momentText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { ownEntryBody, toldParts, type OwnTold } from "../../own_entry.ts";
import { withAnswer, answersOf } from "../../questionnaire.ts";
import { t, word } from "../../../texts/texts.ts";
import type { OwnEntry } from "../../shapes.ts";
import { ChoiceRow, type Choice } from "../choice_row.tsx";
import { Field } from "../field.tsx";
import { ProblemNote } from "../problem.tsx";
const dlqiItems = 10;
export const nothingTold: OwnTold = { pain: "", redness: "", daysOut: "", note: "", dlqi: "" };

const pains: Choice[] = Array.from({ length: 11 }, (_, value) => ({ value: String(value), label: String(value) }));
const levels = ["none", "a_little", "clear", "strong"] as const;
const degrees = ["0", "1", "2", "3"] as const;

function Dlqi({ value, set }: { value: string; set: (next: string) => void }) {
  const answers = answersOf(value, dlqiItems);
  return (
    <details class="own-questions">
      <summary>{t("own.tell.dlqi")}</summary>
      <p>{t("own.tell.dlqi_text")}</p>
      {answers.map((answer, index) => (
        <ChoiceRow
          key={index}
          legend={word("visit.items.dlqi", String(index + 1)) ?? String(index + 1)}
          choices={degrees.map((degree) => ({ value: degree, label: t(`own.tell.dlqi_answers.${degree}`) }))}
          value={answer}
          set={(next) => set(withAnswer(value, dlqiItems, index, next))}
        />
      ))}
    </details>
  );
}

interface TellFieldsProps {
  told: OwnTold;
  change: (next: Partial<OwnTold>) => void;
}

export function TellFields({ told, change }: TellFieldsProps) {
  return (
    <>
      <div class="own-pain">
        <ChoiceRow
          legend={t("own.tell.pain")}
          choices={pains}
          value={told.pain}
          set={(pain) => change({ pain })}
          isScale
        />
        <p class="own-ends" dir="ltr">
          <span dir="auto">{t("own.tell.pain_low")}</span>
          <span dir="auto">{t("own.tell.pain_high")}</span>
        </p>
      </div>
      <ChoiceRow
        legend={t("own.tell.redness")}
        choices={levels.map((level) => ({ value: level, label: t(`own.tell.redness_levels.${level}`) }))}
        value={told.redness}
        set={(redness) => change({ redness })}
      />
      <Field label={t("own.tell.days_out")} digits value={told.daysOut} set={(daysOut) => change({ daysOut })} />
      <Dlqi value={told.dlqi} set={(dlqi) => change({ dlqi })} />
      <Field label={t("own.tell.note")} long value={told.note} set={(note) => change({ note })} />
    </>
  );
}

function TellForm({ ownKey, sent }: { ownKey: string; sent: () => void }) {
  const [told, setTold] = useState(nothingTold);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [state, setState] = useState<"typing" | "busy" | "sent" | "not_sent">("typing");
  const key = useRef(newKey());
  const change = (next: Partial<OwnTold>): void => {
    setTold({ ...told, ...next });
    if (state !== "busy") setState("typing");
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (state === "busy") return;
    setState("busy");
    setProblem(null);
    const answer = await tellOwn<OwnEntry>(ownKey, ownEntryBody(told), key.current);
    if (answer.ok) {
      key.current = newKey();
      setTold(nothingTold);
      setState("sent");
      return sent();
    }
    if (answer.problem.status !== 0) key.current = newKey(); // it was refused: the next one is another
    setState(answer.problem.status === 0 ? "not_sent" : "typing");
    setProblem(answer.problem.status === 0 ? null : answer.problem);
  };
  return (
    <form class="stack" onSubmit={(event) => void send(event)}>
      <p class="soft">{t("own.tell.text")}</p>
      <TellFields told={told} change={change} />
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="own-wide" disabled={state === "busy"}>
        {t("own.tell.send")}
      </button>
      <p role="status">
        {state === "sent" && t("own.tell.sent")}
        {state === "not_sent" && t("own.tell.not_sent")}
      </p>
    </form>
  );
}

function ToldBefore({ entries }: { entries: OwnEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section class="no-print">
      <h2>{t("own.told.title")}</h2>
      <ul class="own-sessions">
        {[...entries].reverse().map((entry) => (
          <li key={entry.id}>
            <strong>{momentText(entry.at)}</strong> {listText(toldParts(entry))}
            {entry.note !== null && <bdi>{entry.note}</bdi>}
            <small>{t(`own.told.state.${entry.state}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Tell({ ownKey, mayTell }: { ownKey: string; mayTell: boolean }) {
  const entries = useLoaded(() => readOwn<OwnEntry[]>(ownKey, "entries"), [ownKey]);
  return (
    <>
      {mayTell && (
        <section class="no-print">
          <h2>{t("own.tell.title")}</h2>
          <TellForm ownKey={ownKey} sent={entries.again} />
        </section>
      )}
      {entries.value && <ToldBefore entries={entries.value} />}
    </>
  );
}
