// The day's list: who is due, what was done last, which findings wait.
import { read } from "../api.ts";
import { dayText, daysBetween, listText, momentText, plain } from "../format.ts";
import { useLoaded } from "../loading.ts";
import { nameOf } from "../words.ts";
import { t, word } from "../../texts/texts.ts";
import { pageOf } from "../router.ts";
import type { Due, OpenEvent, Today, TodaySession, WaitingFinding } from "../shapes.ts";
import { Empty, When, useTitle } from "../parts/page_frame.tsx";
import { Emergencies } from "../parts/access/emergencies.tsx";
import { LevelMark } from "../parts/level_mark.tsx";
import { openRegistration } from "../parts/shell.tsx";
import { WaitingSignOffs } from "../parts/sign_off/waiting_sign_offs.tsx";
import { may } from "../turn.ts";

function Who({ chartNumber, name, rest = "" }: { chartNumber: string; name: string | null; rest?: string }) {
  return (
    <a class="who" href={pageOf(chartNumber, rest)}>
      <bdi>{name}</bdi> <span class="chart">{chartNumber}</span>
    </a>
  );
}

function DueList({ due, asOf }: { due: Due[]; asOf: string }) {
  if (due.length === 0) return <Empty title={t("today.due_none")} />;
  return (
    <ul class="rows">
      {due.map((one) => (
        <li key={`${one.chart} ${one.concern}`}>
          <Who chartNumber={one.chart} name={one.name} />
          <time class="figures row-end" dateTime={one.next_on}>
            {dayText(one.next_on)}
          </time>
          <span class="row-note">
            {listText([nameOf(one.concern), t("today.done", { done: one.done, planned: one.planned })])}
          </span>
          <span class="row-note row-end">
            <span class={`state state-${one.state}`}>{word("today.state", one.state) ?? plain(one.state)}</span>{" "}
            {one.overdue_days > 0
              ? t("today.overdue", { days: one.overdue_days })
              : t("today.on_time", { days: daysBetween(asOf, one.next_on) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function SessionRows({ sessions }: { sessions: TodaySession[] }) {
  if (sessions.length === 0) return <Empty title={t("today.sessions_none")} />;
  return (
    <ul class="rows">
      {sessions.map((one) => (
        <li key={one.id}>
          <Who chartNumber={one.patient} name={one.name} />
          <time class="figures row-end" dateTime={one.at}>
            {momentText(one.at)}
          </time>
          <span class="row-note row-wide">
            {nameOf(one.device)}: {listText(one.areas.map((area) => nameOf(area.region)))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Findings({ findings, events }: { findings: WaitingFinding[]; events: OpenEvent[] }) {
  if (findings.length === 0 && events.length === 0) return <Empty title={t("today.findings_none")} />;
  return (
    <ul class="rows">
      {findings.map((one, index) => (
        <li key={`${one.chart} ${one.rule} ${index}`}>
          <Who chartNumber={one.chart} name={one.name} />
          <span class="row-wide">
            <LevelMark level={one.level} /> {one.because}
          </span>
        </li>
      ))}
      {events.map((one) => (
        <li key={`event ${one.id}`}>
          <Who chartNumber={one.patient} name={one.name} />
          {one.onset ? (
            <time class="figures row-end" dateTime={one.onset}>
              {dayText(one.onset)}
            </time>
          ) : (
            <span />
          )}
          <span class="row-wide">{t("today.open_event", { kind: nameOf(one.kind), severity: one.severity })}</span>
        </li>
      ))}
    </ul>
  );
}

function Lists({ today, again }: { today: Today; again: () => void }) {
  const empty = today.due.length === 0 && today.sessions.length === 0;
  return (
    <>
      {empty && (
        <Empty title={t("today.welcome")} remedy={t("today.welcome_text")}>
          <p class="actions">
            {may("write_observations") && (
              <button type="button" class="main" onClick={openRegistration}>
                {t("frame.search.register")}
              </button>
            )}
            {may("import_records") && (
              <a class="button" href="/import">
                {t("today.welcome_import")}
              </a>
            )}
          </p>
        </Empty>
      )}
      <div class="columns">
        <section>
          <h2>
            {t("today.due")}
            {today.due_total > 0 && <small> {today.due_total}</small>}
          </h2>
          <DueList due={today.due} asOf={today.as_of} />
        </section>
        <div>
          <WaitingSignOffs list={today.sign_offs} done={again} />
          <section>
            <h2>{t("today.findings")}</h2>
            <Findings findings={today.findings} events={today.events} />
          </section>
          <section>
            <h2>{t("today.sessions")}</h2>
            <SessionRows sessions={today.sessions} />
          </section>
        </div>
      </div>
    </>
  );
}

export function TodayPage() {
  useTitle(t("today.title"));
  const today = useLoaded(() => read<Today>("/today", ["due", "sessions", "findings", "events", "sign_offs"]), []);
  return (
    <>
      <div class="page-head">
        <h1>
          {t("today.title")}
          {today.value && (
            <small>
              {" "}
              <time dateTime={today.value.as_of}>{dayText(today.value.as_of)}</time>
            </small>
          )}
        </h1>
        {may("write_observations") && (
          <button type="button" class="main" aria-keyshortcuts="Alt+N" onClick={openRegistration}>
            {t("patients.patient_form.title")}
          </button>
        )}
      </div>
      {may("manage_people") && <Emergencies />}
      <When loaded={today}>{(value) => <Lists today={value} again={today.again} />}</When>
    </>
  );
}
