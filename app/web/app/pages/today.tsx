// The day's list: who is due, what was done last, which findings wait.
import { read } from "../api.ts";
import { day_text, days_between, moment_text, plain } from "../format.ts";
import { use_loaded } from "../loading.ts";
import { name_of, words } from "../messages.ts";
import { page_of } from "../router.ts";
import type { Due, OpenEvent, Today, TodaySession, WaitingFinding } from "../shapes.ts";
import { Empty, When, use_title } from "../parts/page_frame.tsx";
import { LevelMark } from "../parts/level_mark.tsx";
import { open_registration } from "../parts/shell.tsx";

const said = words.today;

function Who({ chart, name, rest = "" }: { chart: string; name: string | null; rest?: string }) {
  return <a class="who" href={page_of(chart, rest)}><bdi>{name}</bdi> <span class="chart">{chart}</span></a>;
}

function DueList({ due, as_of }: { due: Due[]; as_of: string }) {
  if (due.length === 0) return <Empty title={said.due_none} />;
  return (
    <ul class="rows">
      {due.map((one) => (
        <li key={`${one.chart} ${one.concern}`}>
          <Who chart={one.chart} name={one.name} />
          <time class="figures row-end" dateTime={one.next_on}>{day_text(one.next_on)}</time>
          <span class="row-note">{name_of(one.concern)}, {said.done(one.done, one.planned)}</span>
          <span class="row-note row-end">
            <span class={`state state-${one.state}`}>{said.state[one.state] ?? plain(one.state)}</span>{" "}
            {one.overdue_days > 0 ? said.overdue(one.overdue_days) : said.on_time(days_between(as_of, one.next_on))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function SessionRows({ sessions }: { sessions: TodaySession[] }) {
  if (sessions.length === 0) return <Empty title={said.sessions_none} />;
  return (
    <ul class="rows">
      {sessions.map((one) => (
        <li key={one.id}>
          <Who chart={one.patient} name={one.name} />
          <time class="figures row-end" dateTime={one.at}>{moment_text(one.at)}</time>
          <span class="row-note row-wide">{name_of(one.device)}: {one.areas.map((area) => name_of(area.region)).join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}

function Findings({ findings, events }: { findings: WaitingFinding[]; events: OpenEvent[] }) {
  if (findings.length === 0 && events.length === 0) return <Empty title={said.findings_none} />;
  return (
    <ul class="rows">
      {findings.map((one, index) => (
        <li key={`${one.chart} ${one.rule} ${index}`}>
          <Who chart={one.chart} name={one.name} />
          <span class="row-wide"><LevelMark level={one.level} /> {one.because}</span>
        </li>
      ))}
      {events.map((one) => (
        <li key={`event ${one.id}`}>
          <Who chart={one.patient} name={one.name} />
          {one.onset ? <time class="figures row-end" dateTime={one.onset}>{day_text(one.onset)}</time> : <span />}
          <span class="row-wide">{said.open_event(name_of(one.kind), one.severity)}</span>
        </li>
      ))}
    </ul>
  );
}

function Lists({ today }: { today: Today }) {
  const empty = today.due.length === 0 && today.sessions.length === 0;
  return (
    <>
      {empty && (
        <Empty title={said.welcome} remedy={said.welcome_text}>
          <p class="actions">
            <button type="button" class="main" onClick={open_registration}>{words.search.register}</button>
            <a class="button" href="/import">{said.welcome_import}</a>
          </p>
        </Empty>
      )}
      <div class="columns">
        <section><h2>{said.due}{today.due_total > 0 && <small> {today.due_total}</small>}</h2><DueList due={today.due} as_of={today.as_of} /></section>
        <div>
          <section><h2>{said.findings}</h2><Findings findings={today.findings} events={today.events} /></section>
          <section><h2>{said.sessions}</h2><SessionRows sessions={today.sessions} /></section>
        </div>
      </div>
    </>
  );
}

export function TodayPage() {
  use_title(said.title);
  const today = use_loaded(() => read<Today>("/today", ["due", "sessions", "findings", "events"]), []);
  return (
    <>
      <div class="page-head">
        <h1>{said.title}{today.value && <small> <time dateTime={today.value.as_of}>{day_text(today.value.as_of)}</time></small>}</h1>
        <button type="button" class="main" aria-keyshortcuts="Alt+N" onClick={open_registration}>{words.patient_form.title}</button>
      </div>
      <When loaded={today}>{(value) => <Lists today={value} />}</When>
    </>
  );
}
