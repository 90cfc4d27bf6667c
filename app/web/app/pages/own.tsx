// The patient's own page: plain words, large type, nothing but what is theirs.
import { read_own } from "../api.ts";
import { use_wall_clock } from "../clock.ts";
import { day_text, days_between, moment_text } from "../format.ts";
import { use_loaded } from "../loading.ts";
import { words } from "../messages.ts";
import { own_care, own_model, type OwnSection, type OwnSeries, type OwnView } from "../own_view.ts";
import type { Aftercare } from "../shapes.ts";
import { CareCard } from "../parts/care_card.tsx";
import { ChartHost } from "../parts/chart_host.tsx";
import { Waiting, use_title } from "../parts/page_frame.tsx";
import { problem_words } from "../parts/problem.tsx";

const said = words.own;
const chart_height = 210;
const gone = 404;

function Next({ view }: { view: OwnView }) {
  const { next_on, as_of } = view;
  const line = next_on === null ? said.next_none : days_between(as_of, next_on) < 0 ? said.next_was(day_text(next_on)) : said.next_on(day_text(next_on));
  return <section><h2>{said.next}</h2><p>{line}</p></section>;
}

function OwnChart({ series, view }: { series: OwnSeries; view: OwnView }) {
  const model = own_model(series, view);
  if (model === null || (series.points.length < 2 && !model.stated)) return null;
  return (
    <figure class="own-chart">
      <figcaption><strong>{series.name}</strong>{!model.stated && <span class="figures">{series.change}</span>}</figcaption>
      <ChartHost model={model} height={chart_height} table={false} />
    </figure>
  );
}

function Care({ care }: { care: Aftercare }) {
  const now = use_wall_clock(care.at.length === 10 ? `${care.at}T00:00` : care.at.slice(0, 16));
  return <section class="own-now"><h2>{said.now}</h2><CareCard care={care} now={now} /></section>;
}

// The next date and the aftercare have sections of their own here.
const shown_apart = ["aftercare", "due", "next"];

function Section({ section }: { section: OwnSection }) {
  const { id, title, lead, lines } = section;
  return (
    <section class={id === "urgent" ? "note note-bad" : undefined}>
      <h2>{title}</h2>
      {lead && <p class="lead">{lead}</p>}
      {lines.length > 0 && <ul class="sentences">{lines.map((line, index) => <li key={index}>{line}</li>)}</ul>}
    </section>
  );
}

function Page({ view }: { view: OwnView }) {
  const care = own_care(view);
  const sections = view.sections.filter((one) => !shown_apart.includes(one.id) && (one.lines.length > 0 || one.lead));
  const urgent = sections.filter((one) => one.id === "urgent");
  const others = sections.filter((one) => one.id !== "urgent");
  return (
    <>
      <h1>{view.names.map((name, index) => <bdi key={index} class={index > 0 ? "soft" : undefined}>{name} </bdi>)}</h1>
      <p>{said.hello(view.clinic, day_text(view.as_of))}</p>
      {urgent.map((one) => <Section key={one.id} section={one} />)}
      {care && <Care care={care} />}
      {others.map((one) => <Section key={one.id} section={one} />)}
      <Next view={view} />
      {view.series.length > 0 && <h2 class="own-how">{said.how}</h2>}
      {view.series.map((one) => <OwnChart key={one.name} series={one} view={view} />)}
      <section>
        <h2>{said.numbers}</h2>
        <p>{said.value_at}</p>
        <dl class="own-numbers">
          {view.series.filter((one) => one.verdict !== "stated").map((one) => (
            <div key={one.name}><dt>{one.name}</dt><dd>{said.better[one.better]}</dd></div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{said.sessions}</h2>
        {view.sessions.length === 0 && <p>{said.sessions_none}</p>}
        <ol class="own-sessions">
          {view.sessions.map((one) => <li key={one.at}><strong>{moment_text(one.at)}</strong> {said.areas(one.areas.join(", "))}</li>)}
        </ol>
      </section>
      <p class="soft">{said.not_doctor}</p>
    </>
  );
}

export function OwnPage({ own_key }: { own_key: string }) {
  use_title("");
  const own = use_loaded(() => read_own<OwnView>(own_key), [own_key]);
  if (own.problem) {
    const closed = own.problem.status === gone;
    return (
      <main class="own" id="page">
        <h1>{closed ? said.broken : problem_words(own.problem).title}</h1>
        <p>{said.broken_try}</p>
      </main>
    );
  }
  return <main class="own" id="page">{own.value ? <Page view={own.value} /> : <Waiting />}</main>;
}
