// The patient's own page: plain words, large type, nothing but what is theirs.
import { gather } from "../../chart/gather.ts";
import { read_own } from "../api.ts";
import { use_wall_clock } from "../clock.ts";
import { day_text, moment_text, number_text, short_name, unit_text } from "../format.ts";
import { use_loaded } from "../loading.ts";
import { name_of, title_of, words } from "../messages.ts";
import type { Progress, Series } from "../shapes.ts";
import { CareCard } from "../parts/care_card.tsx";
import { ChartHost } from "../parts/chart_host.tsx";
import { Waiting, use_title } from "../parts/page_frame.tsx";
import { problem_words } from "../parts/problem.tsx";

const said = words.own;
const chart_height = 210;

export interface Own extends Omit<Progress, "sentences"> {
  clinic?: string | { name: string };
  sentences: { patient: { text: string; about: string }[] };
}

const clinic_of = (own: Own): string => (typeof own.clinic === "string" ? own.clinic : own.clinic?.name ?? "");

function Next({ own }: { own: Own }) {
  const line = !own.due ? said.next_none : own.due.overdue_days > 0 ? said.next_was(day_text(own.due.next_on)) : said.next_on(day_text(own.due.next_on));
  return <section><h2>{said.next}</h2><p>{line}</p></section>;
}

function OwnChart({ series, own }: { series: Series; own: Own }) {
  const unit = unit_text(series.unit);
  return (
    <figure class="own-chart">
      <figcaption>
        <strong>{short_name(series.name)}</strong>
        <span>{said.start} <b class="figures">{number_text(series.baseline.value)}</b>, {said.latest} <b class="figures">{number_text(series.latest.value)}</b> {unit}</span>
      </figcaption>
      <ChartHost model={gather(series, own as unknown as Progress)} height={chart_height} table={false} />
    </figure>
  );
}

function Care({ own }: { own: Own }) {
  const now = use_wall_clock(own.aftercare?.at.length === 10 ? `${own.aftercare.at}T00:00` : own.aftercare?.at ?? "2000-01-01T00:00");
  if (!own.aftercare) return null;
  return <section class="own-now"><h2>{said.now}</h2><CareCard care={own.aftercare} now={now} /><p>{words.care.call}</p></section>;
}

function Page({ own }: { own: Own }) {
  const charts = own.series.filter((one) => one.n > 1 && !one.instrument.includes("@"));
  const sentences = own.sentences.patient.filter((one) => one.about !== "aftercare" && one.about !== "due");
  return (
    <>
      <h1>{said.hello(own.patient.name ?? own.patient.chart)}</h1>
      <Care own={own} />
      <section>
        <h2>{said.how}</h2>
        <ul class="sentences">{sentences.map((one) => <li key={one.text}>{one.text}</li>)}</ul>
      </section>
      <Next own={own} />
      {charts.map((one) => <OwnChart key={one.instrument} series={one} own={own} />)}
      <section>
        <h2>{said.numbers}</h2>
        <p>{said.value_at} {charts.some((one) => one.noise) && said.noise}</p>
        <dl class="own-numbers">
          {charts.map((one) => (
            <div key={one.instrument}>
              <dt>{short_name(one.name)}</dt>
              <dd>{one.better === "higher" ? said.higher : one.better === "lower" ? said.lower : ""}{one.band && `; ${said.latest}: ${name_of(one.band.name)}`}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{said.sessions}</h2>
        {own.sessions.length === 0 && <p>{said.sessions_none}</p>}
        <ol class="own-sessions">
          {own.sessions.map((one) => <li key={one.at}><strong>{moment_text(one.at)}</strong> {said.areas(one.areas.map((area) => title_of(area.region)).join(", "))}</li>)}
        </ol>
      </section>
      <p class="soft">{clinic_of(own)} · {day_text(own.as_of)}. {said.not_doctor}</p>
    </>
  );
}

export function OwnPage({ own_key }: { own_key: string }) {
  use_title("");
  const own = use_loaded(() => read_own<Own>(own_key), [own_key]);
  if (own.problem) {
    const unreachable = own.problem.status === 0;
    return (
      <main class="own" id="page">
        <h1>{unreachable ? problem_words(own.problem).title : said.broken}</h1>
        <p>{said.broken_try}</p>
      </main>
    );
  }
  return <main class="own" id="page">{own.value ? <Page own={own.value} /> : <Waiting />}</main>;
}
