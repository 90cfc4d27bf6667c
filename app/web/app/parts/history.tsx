// Every record of a patient, newest first, to correct and to void.
import { useState } from "preact/hooks";
import { patient_path, read, type Answer } from "../api.ts";
import { moment_text } from "../format.ts";
import { use_loaded } from "../loading.ts";
import { words } from "../messages.ts";
import { entries_of, nouns, type Entry, type Noun } from "../record_line.ts";
import type { Kept } from "../shapes.ts";
import { CorrectRecord } from "./correct_record.tsx";
import { Empty, When } from "./page_frame.tsx";
import { VoidRecord } from "./void_record.tsx";

const said = words.patient;
const first_shown = 20;

async function read_all(chart: string): Promise<Answer<Entry[]>> {
  const findings = await read<Kept[]>(patient_path(chart, "/finding"), "list");
  if (!findings.ok) return findings;
  const lists: { noun: Noun; records: Kept[] }[] = [];
  const answers = await Promise.all(
    nouns.map((noun) => read<Kept[]>(patient_path(chart, `/${noun}`), "list", noun === "score" ? {} : { voided: "true" })),
  );
  for (const [index, noun] of nouns.entries()) {
    const answer = answers[index];
    if (!answer) continue;
    if (!answer.ok) return answer;
    lists.push({ noun, records: answer.value });
  }
  return { ok: true, value: entries_of(lists, findings.value) };
}

interface RowProps {
  entry: Entry;
  correct: () => void;
  strike: () => void;
}

function Row({ entry, correct, strike }: RowProps) {
  const { noun, record, at, line, kept } = entry;
  const what = `${words.nouns[noun]} ${at === "" ? record.id : moment_text(at)}`;
  return (
    <li class={record.voided ? "entry entry-voided" : "entry"}>
      <span class="figures entry-at">{at === "" ? <span class="soft">{words.not_given}</span> : <time dateTime={at}>{moment_text(at)}</time>}</span>
      <span class="entry-noun">{words.nouns[noun]}</span>
      <span class="entry-line"><bdi>{line}</bdi>{record.voided && <em class="soft"> {said.voided}</em>}
        {kept.map((each) => <span key={each} class="entry-kept soft"><bdi>{each}</bdi></span>)}
      </span>
      {!record.voided && (
        <span class="entry-do">
          <button type="button" class="quiet" aria-label={`${said.correct}: ${what}`} onClick={correct}>{said.correct}</button>
          <button type="button" class="quiet" aria-label={`${said.void}: ${what}`} onClick={strike}>{said.void}</button>
        </span>
      )}
    </li>
  );
}

interface HistoryProps {
  chart: string;
  turn: number;
  again: () => void;
}

export function History({ chart, turn, again }: HistoryProps) {
  const entries = use_loaded(() => read_all(chart), [chart, turn]);
  const [voided, set_voided] = useState(false);
  const [all, set_all] = useState(false);
  const [open, set_open] = useState<{ kind: "correct" | "void"; entry: Entry } | null>(null);
  const close = (done: boolean): void => {
    set_open(null);
    if (done) again();
  };
  return (
    <section class="history">
      <div class="section-head">
        <h2>{said.history}</h2>
        <label class="tick"><input type="checkbox" checked={voided} onChange={() => set_voided(!voided)} /> {said.show_voided}</label>
      </div>
      <When loaded={entries}>
        {(value) => {
          const shown = value.filter((entry) => voided || !entry.record.voided);
          if (shown.length === 0) return <Empty title={said.history_none} />;
          return (
            <>
              <ul class="entries">
                {shown.slice(0, all ? shown.length : first_shown).map((entry) => (
                  <Row key={`${entry.noun} ${entry.record.id}`} entry={entry}
                    correct={() => set_open({ kind: "correct", entry })} strike={() => set_open({ kind: "void", entry })} />
                ))}
              </ul>
              {!all && shown.length > first_shown && <p class="actions"><button type="button" onClick={() => set_all(true)}>{words.patients.more} ({shown.length - first_shown})</button></p>}
            </>
          );
        }}
      </When>
      {open?.kind === "correct" && <CorrectRecord entry={open.entry} close={close} />}
      {open?.kind === "void" && <VoidRecord entry={open.entry} close={close} />}
    </section>
  );
}
