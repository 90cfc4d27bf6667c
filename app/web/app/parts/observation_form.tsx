// What every observation has: its form, the scores as one enters, the draft's note, and the button that records.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { patient_path, preview } from "../api.ts";
import type { Draft } from "../drafts.ts";
import { capital, number_text, short_name, unit_text } from "../format.ts";
import { use_settled } from "../loading.ts";
import { name_of, words } from "../messages.ts";
import { go, page_of } from "../router.ts";
import { use_sending } from "../sending.ts";
import type { Preview, ScoreSeen, Series } from "../shapes.ts";
import { use_shortcuts } from "../shortcuts.ts";
import { tell } from "../told.ts";
import { DraftNote } from "./draft_note.tsx";

const said = words.observe;
const wait_ms = 200;

function use_scores(chart: string, noun: string, body: Record<string, unknown>, empty: boolean): Preview | null {
  const { note: _, ...asked } = body;
  const settled = use_settled(empty ? "" : JSON.stringify(asked), wait_ms);
  const [heard, set_heard] = useState<Preview | null>(null);
  useEffect(() => {
    if (settled === "") {
      set_heard(null);
      return undefined;
    }
    let gone = false;
    void preview<Preview>(patient_path(chart, `/${noun}`), JSON.parse(settled)).then((answer) => {
      if (!gone && answer.ok) set_heard(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [settled, chart, noun]);
  return heard;
}

const band_of = (score: ScoreSeen): string =>
  typeof score.band === "string" ? score.band : score.band ? score.band.name : "";

function Scores({ heard, series }: { heard: Preview | null; series: readonly Series[] }) {
  const scores = heard?.scores ?? [];
  return (
    <section class="scores" aria-live="polite" aria-label={said.scores}>
      <h2>{said.scores}</h2>
      {scores.length === 0 && <p class="soft">{said.scores_none}</p>}
      <dl>
        {scores.map((score) => {
          const code = score.region ? `${score.instrument}@${score.region}` : score.instrument;
          const known = series.find((one) => one.instrument === code);
          return (
            <div key={code}>
              <dt>{short_name(score.name ?? known?.name ?? name_of(score.instrument))}{score.region && !known ? `, ${name_of(score.region)}` : ""}</dt>
              <dd>
                <strong class="figures">{number_text(score.value)}</strong> <small>{unit_text(score.unit ?? known?.unit ?? "")}{band_of(score) && `, ${name_of(band_of(score))}`}</small>
                {known && <small class="soft"> {said.was_short(number_text(known.latest.value))}</small>}
              </dd>
            </div>
          );
        })}
      </dl>
      {heard?.problems.map((problem) => <p key={problem.field + problem.text} class="bad small">{problem.field ? `${name_of(problem.field)}: ` : ""}{problem.text}</p>)}
    </section>
  );
}

interface ObservationFormProps<T> {
  chart: string;
  noun: string;
  draft: Draft<T>;
  body: Record<string, unknown>;
  empty: boolean;
  series: readonly Series[];
  children: ComponentChildren;
}

export function ObservationForm<T>({ chart, noun, draft, body, empty, series, children }: ObservationFormProps<T>) {
  const heard = use_scores(chart, noun, body, empty);
  const sending = use_sending<T, unknown>(draft, () => {
    go(page_of(chart));
    tell(words.recorded(capital(words.nouns[noun] ?? noun)));
  });
  const [nothing, set_nothing] = useState(false);
  const send = (event?: Event): void => {
    event?.preventDefault();
    set_nothing(empty);
    if (!empty && !sending.busy) sending.send(patient_path(chart, `/${noun}`), body);
  };
  use_shortcuts([{ code: "Enter", ctrl: true, run: () => send() }]);
  return (
    <form onSubmit={send} noValidate>
      <div class="observe">
        <fieldset class="plain" disabled={sending.busy}>{children}</fieldset>
        <Scores heard={heard} series={series} />
      </div>
      <div class="send">
        <DraftNote draft={draft} sending={sending} />
        {nothing && empty && <p class="bad" role="alert">{said.nothing}</p>}
        <button type="submit" class="main" disabled={sending.busy} aria-keyshortcuts="Control+Enter">
          {said.record(words.nouns[noun] ?? noun)} <kbd>Ctrl Enter</kbd>
        </button>
      </div>
    </form>
  );
}
