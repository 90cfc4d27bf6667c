// The patient's own page: plain words, large type, nothing but what is theirs.
import { readOwn } from "../api.ts";
import { useWallClock } from "../clock.ts";
import { dayText, daysBetween, momentText } from "../format.ts";
import { useLoaded } from "../loading.ts";
import { messages } from "../messages.ts";
import { ownCare, ownModel } from "../own_view.ts";
import type { CareShown, OwnSection, OwnSeries, OwnView } from "../shapes.ts";
import { OwnAccess } from "../parts/access/own_access.tsx";
import { CareCard } from "../parts/care_card.tsx";
import { ChartHost } from "../parts/chart_host.tsx";
import { Waiting, useTitle } from "../parts/page_frame.tsx";
import { problemText } from "../parts/problem.tsx";

const texts = messages.own;
const chartHeight = 210;
const gone = 404;

function Next({ view }: { view: OwnView }) {
  const { next_on: nextOn, as_of: asOf } = view;
  const line =
    nextOn === null
      ? texts.nextNone
      : daysBetween(asOf, nextOn) < 0
        ? texts.nextWas(dayText(nextOn))
        : texts.nextOn(dayText(nextOn));
  return (
    <section>
      <h2>{texts.next}</h2>
      <p>{line}</p>
    </section>
  );
}

function OwnChart({ series, view }: { series: OwnSeries; view: OwnView }) {
  const model = ownModel(series, view);
  if (model === null || (series.points.length < 2 && !model.stated)) return null;
  return (
    <figure class="own-chart">
      <figcaption>
        <strong>{series.name}</strong>
        {!model.stated && <span class="figures">{series.change}</span>}
      </figcaption>
      <ChartHost model={model} height={chartHeight} table={false} />
    </figure>
  );
}

function Care({ care }: { care: CareShown & { at: string } }) {
  const now = useWallClock(care.at.length === 10 ? `${care.at}T00:00` : care.at.slice(0, 16));
  return (
    <section class="own-now">
      <h2>{texts.now}</h2>
      <CareCard care={care} now={now} />
    </section>
  );
}

// The next date and the aftercare have sections of their own here.
const shownApart = ["aftercare", "due", "next"];

function Section({ section }: { section: OwnSection }) {
  const { id, title, lead, lines } = section;
  return (
    <section class={id === "urgent" ? "note note-bad" : undefined}>
      <h2>{title}</h2>
      {lead && <p class="lead">{lead}</p>}
      {lines.length > 0 && (
        <ul class="sentences">
          {lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Page({ view, ownKey }: { view: OwnView; ownKey: string }) {
  const care = ownCare(view);
  const sections = view.sections.filter((one) => !shownApart.includes(one.id) && (one.lines.length > 0 || one.lead));
  const urgent = sections.filter((one) => one.id === "urgent");
  const others = sections.filter((one) => one.id !== "urgent");
  return (
    <>
      <h1>
        {view.names.map((name, index) => (
          <bdi key={index} class={index > 0 ? "soft" : undefined}>
            {name}{" "}
          </bdi>
        ))}
      </h1>
      <p>{texts.hello(view.clinic, dayText(view.as_of))}</p>
      {urgent.map((one) => (
        <Section key={one.id} section={one} />
      ))}
      {care && <Care care={care} />}
      {others.map((one) => (
        <Section key={one.id} section={one} />
      ))}
      <Next view={view} />
      {view.series.length > 0 && <h2 class="own-how">{texts.how}</h2>}
      {view.series.map((one) => (
        <OwnChart key={one.name} series={one} view={view} />
      ))}
      <section>
        <h2>{texts.numbers}</h2>
        <p>{texts.valueAt}</p>
        <dl class="own-numbers">
          {view.series
            .filter((one) => one.verdict !== "stated")
            .map((one) => (
              <div key={one.name}>
                <dt>{one.name}</dt>
                <dd>{texts.better[one.better]}</dd>
              </div>
            ))}
        </dl>
      </section>
      <section>
        <h2>{texts.sessions}</h2>
        {view.sessions.length === 0 && <p>{texts.sessionsNone}</p>}
        <ol class="own-sessions">
          {view.sessions.map((one) => (
            <li key={one.at}>
              <strong>{momentText(one.at)}</strong> {texts.areas(one.areas.join(", "))}
            </li>
          ))}
        </ol>
      </section>
      <OwnAccess ownKey={ownKey} />
      <p class="soft">{texts.notDoctor}</p>
    </>
  );
}

export function OwnPage({ ownKey }: { ownKey: string }) {
  useTitle("");
  const own = useLoaded(() => readOwn<OwnView>(ownKey), [ownKey]);
  if (own.problem) {
    const closed = own.problem.status === gone;
    return (
      <main class="own" id="page">
        <h1>{closed ? texts.broken : problemText(own.problem).title}</h1>
        <p>{texts.brokenTry}</p>
      </main>
    );
  }
  return (
    <main class="own" id="page">
      {own.value ? <Page view={own.value} ownKey={ownKey} /> : <Waiting />}
    </main>
  );
}
