// Every record of a patient, newest first, to correct and to void.
import { useState } from "preact/hooks";
import { patientPath, read, type Answer } from "../api.ts";
import { momentText } from "../format.ts";
import { useLoaded } from "../loading.ts";
import { messages } from "../messages.ts";
import { entriesOf, nouns, type Entry, type Noun } from "../record_line.ts";
import type { Kept } from "../shapes.ts";
import { may } from "../turn.ts";
import { CorrectRecord } from "./correct_record.tsx";
import { Empty, When } from "./page_frame.tsx";
import { VoidRecord } from "./void_record.tsx";

const texts = messages.patient;
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
  correct: () => void;
  strike: () => void;
  restore: () => void;
}

function Row({ entry, correct, strike, restore }: RowProps) {
  const { noun, record, at, line, kept } = entry;
  const what = `${messages.nouns[noun]} ${at === "" ? record.id : momentText(at)}`;
  return (
    <li class={record.voided ? "entry entry-voided" : "entry"}>
      <span class="figures entry-at">
        {at === "" ? <span class="soft">{messages.notGiven}</span> : <time dateTime={at}>{momentText(at)}</time>}
      </span>
      <span class="entry-noun">{messages.nouns[noun]}</span>
      <span class="entry-line">
        <bdi>{line}</bdi>
        {record.voided && <em class="soft"> {texts.voided}</em>}
        {kept.map((each) => (
          <span key={each} class="entry-kept soft">
            <bdi>{each}</bdi>
          </span>
        ))}
      </span>
      <span class="entry-do">
        {record.voided && may("void_own") && (
          <button type="button" class="quiet" aria-label={`${texts.restore}: ${what}`} onClick={restore}>
            {texts.restore}
          </button>
        )}
        {!record.voided && may("write_observations") && (
          <button type="button" class="quiet" aria-label={`${texts.correct}: ${what}`} onClick={correct}>
            {texts.correct}
          </button>
        )}
        {!record.voided && may("void_own") && (
          <button type="button" class="quiet" aria-label={`${texts.void}: ${what}`} onClick={strike}>
            {texts.void}
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
        <h2>{texts.history}</h2>
        <label class="tick">
          <input type="checkbox" checked={voided} onChange={() => setVoided(!voided)} /> {texts.showVoided}
        </label>
      </div>
      <When loaded={entries}>
        {(value) => {
          const shown = value.filter((entry) => voided || !entry.record.voided);
          if (shown.length === 0) return <Empty title={texts.historyNone} />;
          return (
            <>
              <ul class="entries">
                {shown.slice(0, all ? shown.length : firstShown).map((entry) => (
                  <Row
                    key={`${entry.noun} ${entry.record.id}`}
                    entry={entry}
                    correct={() => setOpen({ kind: "correct", entry })}
                    strike={() => setOpen({ kind: "void", entry })}
                    restore={() => setOpen({ kind: "restore", entry })}
                  />
                ))}
              </ul>
              {!all && shown.length > firstShown && (
                <p class="actions">
                  <button type="button" onClick={() => setAll(true)}>
                    {messages.patients.more} ({shown.length - firstShown})
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
