// What every observation has: its form, the scores as one enters, the draft's note, and the button that records.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { patientPath, preview } from "../../api.ts";
import type { Draft } from "../../drafts.ts";
import { capital, listText, numberText, unitText } from "../../format.ts";
import { useSettled } from "../../loading.ts";
import { bandName, measureName } from "../../measure.ts";
import { nameOf } from "../../words.ts";
import { t, word } from "../../../texts/texts.ts";
import { go, pageOf } from "../../router.ts";
import { useSending } from "../../sending.ts";
import type { Preview, ScoreSeen, Series } from "../../shapes.ts";
import { useShortcuts } from "../../shortcuts.ts";
import { showToast } from "../../toast.ts";
import { faultOf } from "../../told.ts";
import { DraftNote } from "../draft_note.tsx";
import { Faults, faultsOf } from "../faults.tsx";
import { FaultLine } from "../problem.tsx";
const waitMs = 200;

function useScores(chartNumber: string, noun: string, body: Record<string, unknown>, empty: boolean): Preview | null {
  const { note: _, ...asked } = body;
  const settled = useSettled(empty ? "" : JSON.stringify(asked), waitMs);
  const [previewed, setPreviewed] = useState<Preview | null>(null);
  useEffect(() => {
    if (settled === "") {
      setPreviewed(null);
      return undefined;
    }
    let gone = false;
    void preview<Preview>(patientPath(chartNumber, `/${noun}`), JSON.parse(settled)).then((answer) => {
      if (!gone && answer.ok) setPreviewed(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [settled, chartNumber, noun]);
  return previewed;
}

const bandOf = (score: ScoreSeen): string =>
  bandName(typeof score.band === "string" ? score.band : (score.band?.name ?? ""));

function Scores({ previewed, series }: { previewed: Preview | null; series: readonly Series[] }) {
  const scores = previewed?.scores ?? [];
  return (
    <section class="scores" aria-live="polite" aria-label={t("observe.scores")}>
      <h2>{t("observe.scores")}</h2>
      {scores.length === 0 && <p class="soft">{t("observe.scores_none")}</p>}
      <dl>
        {scores.map((score) => {
          const code = score.region ? `${score.instrument}@${score.region}` : score.instrument;
          const known = series.find((one) => one.instrument === code);
          const name = score.name ?? known?.name ?? nameOf(score.instrument);
          return (
            <div key={code}>
              <dt>
                {listText([
                  measureName({ instrument: score.instrument, name }),
                  ...(score.region && !known ? [nameOf(score.region)] : []),
                ])}
              </dt>
              <dd>
                <strong class="figures">{numberText(score.value)}</strong>{" "}
                <small>
                  {unitText(score.unit ?? known?.unit ?? "")}
                  {bandOf(score) && `${t("frame.list")}${nameOf(bandOf(score))}`}
                </small>
                {known && (
                  <small class="soft"> {t("observe.was_short", { value: numberText(known.latest.value) })}</small>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {previewed?.problems.map((problem) => (
        <p key={problem.field + problem.text} class="bad small">
          <FaultLine {...faultOf(problem)} />
        </p>
      ))}
    </section>
  );
}

interface ObservationFormProps<T> {
  chartNumber: string;
  noun: string;
  draft: Draft<T>;
  body: Record<string, unknown>;
  empty: boolean;
  series: readonly Series[];
  children: ComponentChildren;
}

export function ObservationForm<T>({
  chartNumber,
  noun,
  draft,
  body,
  empty,
  series,
  children,
}: ObservationFormProps<T>) {
  const previewed = useScores(chartNumber, noun, body, empty);
  const sending = useSending<T, unknown>(draft, () => {
    go(pageOf(chartNumber));
    showToast(t("frame.recorded", { what: capital(word("records.nouns", noun) ?? noun) }));
  });
  const [nothing, setNothing] = useState(false);
  const send = (event?: Event): void => {
    event?.preventDefault();
    setNothing(empty);
    if (!empty && !sending.busy) sending.send(patientPath(chartNumber, `/${noun}`), body);
  };
  useShortcuts([{ code: "Enter", ctrl: true, run: () => send() }]);
  return (
    <form onSubmit={send} noValidate>
      <div class="observe">
        <fieldset class="plain" disabled={sending.busy}>
          <Faults.Provider value={faultsOf(sending.problem)}>{children}</Faults.Provider>
        </fieldset>
        <Scores previewed={previewed} series={series} />
      </div>
      <div class="send">
        <DraftNote draft={draft} sending={sending} />
        {nothing && empty && (
          <p class="bad" role="alert">
            {t("observe.nothing")}
          </p>
        )}
        <button type="submit" class="main" disabled={sending.busy} aria-keyshortcuts="Control+Enter">
          {t("observe.record", { noun: word("records.nouns", noun) ?? noun })} <kbd>Ctrl Enter</kbd>
        </button>
      </div>
    </form>
  );
}
