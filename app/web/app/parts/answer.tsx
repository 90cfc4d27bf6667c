// "Is it working?": the course and what is most worth knowing as sentences, then every scale with its verdict.
import { change_text, number_text, short_name, unit_text } from "../format.ts";
import { words } from "../messages.ts";
import { page_of } from "../router.ts";
import type { Progress, Sentence, Series } from "../shapes.ts";
import { Empty } from "./page_frame.tsx";

const said = words.patient;
const first_shown = 4;

export function Verdict({ verdict }: { verdict: string }) {
  return (
    <span class={`verdict verdict-${verdict}`}>
      <span aria-hidden="true">{words.verdict_signs[verdict] ?? "·"}</span> {words.verdicts[verdict] ?? verdict}
    </span>
  );
}

const whole = (series: Series): boolean => !series.instrument.includes("@");

export function tally(series: readonly Series[]): string {
  const wholes = series.filter(whole);
  const count = (verdict: string): number => wholes.filter((one) => one.verdict === verdict).length;
  const [better, worse] = [count("improved"), count("worsened")];
  return said.tally(better, worse, wholes.length - better - worse, wholes.length);
}

// What a series says is in the table below; sentences about the course, dates and warnings come first.
export function chief(sentences: readonly Sentence[], series: readonly Series[]): Sentence[] {
  const scales = new Set(series.map((one) => one.instrument));
  return sentences.filter((one) => !scales.has(one.about) && one.about !== "gaps");
}

export function VerdictTable({ series, pick }: { series: readonly Series[]; pick?: (instrument: string) => void }) {
  const { columns } = words;
  return (
    <div class="scroll" role="region" aria-label={said.answer} tabIndex={0}>
      <table class="verdicts">
        <thead>
          <tr>
            <th scope="col">{columns.scale}</th><th scope="col">{columns.verdict}</th>
            <th scope="col" class="end">{columns.change}</th><th scope="col" class="end">{columns.difference}</th>
          </tr>
        </thead>
        <tbody>
          {series.filter(whole).map((one) => (
            <tr key={one.instrument}>
              <th scope="row">{pick ? <button type="button" class="link" onClick={() => pick(one.instrument)}>{short_name(one.name)}</button> : short_name(one.name)}</th>
              <td><Verdict verdict={one.verdict} />{one.responder === true && <small> {words.responder.yes}</small>}</td>
              <td class="end figures">{number_text(one.baseline.value)} → {number_text(one.latest.value)} <small class="unit">{unit_text(one.unit)}</small></td>
              <td class="end figures">
                {one.n > 1 ? change_text(one.change) : "–"}
                {one.percent_change !== null && one.n > 1 && <small class="percent">{change_text(Math.round(one.percent_change))} %</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function AnswerPart({ progress, pick }: { progress: Progress; pick: (instrument: string) => void }) {
  const { series, sentences, patient, gaps } = progress;
  if (series.length === 0) {
    return (
      <section>
        <h2>{said.answer}</h2>
        <Empty title={said.answer_none} remedy={said.answer_none_try}>
          <p><a class="button main" href={page_of(patient.chart, "/observe")}>{said.first_observation}</a></p>
        </Empty>
      </section>
    );
  }
  const chief_sentences = chief(sentences.clinic, series);
  return (
    <section>
      <h2>{said.answer}</h2>
      <p class="lead">{tally(series)}</p>
      <ul class="sentences">
        {chief_sentences.slice(0, first_shown).map((one) => <li key={one.text}>{one.text}</li>)}
      </ul>
      <VerdictTable series={series} pick={pick} />
      <details>
        <summary>{said.all_sentences(sentences.clinic.length)}</summary>
        <ul class="sentences">{sentences.clinic.map((one) => <li key={one.text}>{one.text}</li>)}</ul>
      </details>
      {gaps.length > 0 && (
        <details><summary>{said.gaps} ({gaps.length})</summary><ul class="sentences">{gaps.map((gap) => <li key={gap.text}>{gap.text}</li>)}</ul></details>
      )}
      <details>
        <summary>{said.benefits}</summary>
        <ul class="benefits">
          {progress.benefits.map((one) => (
            <li key={one.benefit}>
              <p><strong>{words.names[one.benefit] ?? one.benefit}</strong> <Verdict verdict={one.verdict} /></p>
              {one.because.map((why) => <p key={why.text}>{why.text}</p>)}
              <p class="soft">{one.known}</p>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
