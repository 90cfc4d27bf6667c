// Every record of a patient, newest first, to correct and to void.
import { useState } from "preact/hooks";
import { patientPath, read, type Answer } from "../api.ts";
import { momentText, weekdayText } from "../format.ts";
import { useLoaded } from "../loading.ts";
import { t, word } from "../../texts/texts.ts";
import { entriesOf, nouns, type Entry, type Noun } from "../record_line.ts";
import { pageOf } from "../router.ts";
import type { Kept } from "../shapes.ts";
import { may } from "../turn.ts";
import { firstOfDays } from "../visit_correction.ts";
import { CorrectRecord } from "./correct_record.tsx";
import { Empty, When } from "./page_frame.tsx";
import { Said } from "./said.tsx";
import { VoidRecord } from "./void_record.tsx";
const firstShown = 20;

async function readAll(chartNumber: string): Promise<Answer<Entry[]>> {
  const findings = await read<Kept[]>(patientPath(chartNumber, "/finding"), "list");
  if (!findings.ok) return findings;
  const lists: { noun: Noun; records: Kept[] }[] = [];
  const answers = await Promise.all(
    nouns.map((noun) =>
      read<Kept[]>(patientPath(chartNumber, `/${noun}`), "list", noun === "score" ? {} : { voided: "true" }),
    ),
  );
  for (const [index, noun] of nouns.entries()) {
    const answer = answers[index];
    if (!answer) continue;
    if (!answer.ok) return answer;
    lists.push({ noun, records: answer.value });
  }
  return { ok: true, value: entriesOf(lists, findings.value) };
}

interface RowProps {
  entry: Entry;
  visit: string | null; // the page that corrects all of its day
  correct: () => void;
  strike: () => void;
  restore: () => void;
}

function Row({ entry, visit, correct, strike, restore }: RowProps) {
  const { noun, record, at, line, kept } = entry;
  const what = `${word("records.nouns", noun)} ${at === "" ? record.id : momentText(at)}`;
  return (
    <li class={record.voided ? "entry entry-voided" : "entry"}>
      <span class="figures entry-at">
        {at === "" ? <span class="soft">{t("frame.not_given")}</span> : <time dateTime={at}>{momentText(at)}</time>}
      </span>
      <span class="entry-noun">{word("records.nouns", noun)}</span>
      <span class="entry-line">
        <bdi>{line}</bdi>
        {record.voided && <em class="soft"> {t("patient.voided")}</em>}
        {kept.map((each) => (
          <span key={each.text} class="entry-kept soft">
            <bdi>{each.text}</bdi> {each.recorded && <Said of={each.recorded} />}
          </span>
        ))}
      </span>
      <span class="entry-do">
        {visit && (
          <a
            class="button quiet"
            href={visit}
            aria-label={t("visit.correct.open", { day: weekdayText(at.slice(0, 10)) })}
          >
            {t("visit.correct.title")}
          </a>
        )}
        {record.voided && may("void_own") && (
          <button type="button" class="quiet" aria-label={`${t("patient.restore")}: ${what}`} onClick={restore}>
            {t("patient.restore")}
          </button>
        )}
        {!record.voided && may("write_observations") && (
          <button type="button" class="quiet" aria-label={`${t("patient.correct")}: ${what}`} onClick={correct}>
            {t("patient.correct")}
          </button>
        )}
        {!record.voided && may("void_own") && (
          <button type="button" class="quiet" aria-label={`${t("patient.void")}: ${what}`} onClick={strike}>
            {t("patient.void")}
          </button>
        )}
      </span>
    </li>
  );
}

interface HistoryProps {
  chartNumber: string;
  turn: number;
  again: () => void;
}

export function History({ chartNumber, turn, again }: HistoryProps) {
  const entries = useLoaded(() => readAll(chartNumber), [chartNumber, turn]);
  const [voided, setVoided] = useState(false);
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<{ kind: "correct" | "void" | "restore"; entry: Entry } | null>(null);
  const close = (done: boolean): void => {
    setOpen(null);
    if (done) again();
  };
  return (
    <section class="history">
      <div class="section-head">
        <h2>{t("patient.history")}</h2>
        <label class="tick">
          <input type="checkbox" checked={voided} onChange={() => setVoided(!voided)} /> {t("patient.show_voided")}
        </label>
      </div>
      <When loaded={entries}>
        {(value) => {
          const shown = value.filter((entry) => voided || !entry.record.voided);
          const days = firstOfDays(value);
          if (shown.length === 0) return <Empty title={t("patient.history_none")} />;
          return (
            <>
              <ul class="entries">
                {shown.slice(0, all ? shown.length : firstShown).map((entry) => (
                  <Row
                    key={`${entry.noun} ${entry.record.id}`}
                    entry={entry}
                    visit={
                      days.has(entry) && may("write_observations")
                        ? `${pageOf(chartNumber, "/visit")}?on=${entry.at.slice(0, 10)}`
                        : null
                    }
                    correct={() => setOpen({ kind: "correct", entry })}
                    strike={() => setOpen({ kind: "void", entry })}
                    restore={() => setOpen({ kind: "restore", entry })}
                  />
                ))}
              </ul>
              {!all && shown.length > firstShown && (
                <p class="actions">
                  <button type="button" onClick={() => setAll(true)}>
                    {t("patients.more")} ({shown.length - firstShown})
                  </button>
                </p>
              )}
            </>
          );
        }}
      </When>
      {open?.kind === "correct" && <CorrectRecord entry={open.entry} close={close} />}
      {(open?.kind === "void" || open?.kind === "restore") && (
        <VoidRecord entry={open.entry} step={open.kind} close={close} />
      )}
    </section>
  );
}
