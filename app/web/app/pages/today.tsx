// The day: who comes, by the clock; whom to call; what waits for a signature or for somebody to look at it; and how the
// book was last found.
import { health, read, readNow, type Answer } from "../api.ts";
import { useWallClock } from "../clock.ts";
import { dayText, listText, momentText } from "../format.ts";
import { becauseOf } from "../finding_text.ts";
import { useLoaded } from "../loading.ts";
import { nameOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import type { Health, OpenEvent, Today, TodaySession, WaitingFinding } from "../shapes.ts";
import { Empty, When, useTitle } from "../parts/page_frame.tsx";
import { BegunList, begunForms } from "../parts/begun.tsx";
import { Emergencies } from "../parts/access/emergencies.tsx";
import { LevelMark } from "../parts/level_mark.tsx";
import { Said } from "../parts/said.tsx";
import { openRegistration } from "../parts/shell.tsx";
import { WaitingEntries } from "../parts/entries/waiting_entries.tsx";
import { WaitingSignOffs } from "../parts/sign_off/waiting_sign_offs.tsx";
import { Agenda } from "../parts/today/agenda.tsx";
import { BackupNote, BookLines } from "../parts/today/book_lines.tsx";
import { appointmentsOf, dueOf, groupsOf, type Appointment, type DueGroups } from "../parts/today/day_shapes.ts";
import { Lost, Soon, ToCall } from "../parts/today/due_list.tsx";
import { Who } from "../parts/today/who.tsx";
import { may } from "../turn.ts";

function SessionRows({ sessions }: { sessions: readonly TodaySession[] }) {
  return (
    <ul class="rows">
      {sessions.map((one) => (
        <li key={one.id}>
          <Who chartNumber={one.patient} name={one.name} arabic={one.name_ar} />
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

const shownSessions = 5;

function LatestSessions({ sessions }: { sessions: readonly TodaySession[] }) {
  const rest = sessions.slice(shownSessions);
  return (
    <section>
      <h2>{t("today.sessions")}</h2>
      <SessionRows sessions={sessions.slice(0, shownSessions)} />
      {rest.length > 0 && (
        <details class="lost">
          <summary>{t("today.more_sessions", { count: rest.length })}</summary>
          <SessionRows sessions={rest} />
        </details>
      )}
    </section>
  );
}

function Findings({ findings, events }: { findings: WaitingFinding[]; events: OpenEvent[] }) {
  if (findings.length === 0 && events.length === 0) return <p class="soft">{t("today.findings_none")}</p>;
  return (
    <ul class="rows">
      {findings.map((one, index) => (
        <li key={`${one.chart} ${one.rule} ${index}`}>
          <Who chartNumber={one.chart} name={one.name} arabic={one.name_ar} />
          <span class="row-wide">
            <LevelMark level={one.level} /> <Said of={becauseOf(one)} />
          </span>
        </li>
      ))}
      {events.map((one) => (
        <li key={`event ${one.id}`}>
          <Who chartNumber={one.patient} name={one.name} arabic={one.name_ar} />
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

// The day in a sentence.
function sentenceOf(appointments: Appointment[] | null, { soon, call, lost }: DueGroups): string {
  const count = (status: Appointment["status"]): number =>
    appointments?.filter((one) => one.status === status).length ?? 0;
  const coming = appointments?.filter((one) => one.status !== "cancelled") ?? [];
  if (coming.length > 0) {
    const waiting = count("arrived");
    const done = t("today.sentence.done", { done: count("done"), all: coming.length });
    return waiting === 0 ? done : `${done} ${t("today.sentence.here", { count: waiting })}`;
  }
  return t("today.sentence.due", { soon: soon.length, call: call.length, lost: lost.length });
}

interface Seen {
  today: Today;
  book: Health | null;
  now: string;
}

async function readDay(): Promise<Answer<Seen>> {
  const [today, book, me] = await Promise.all([
    read<Today>("/today", ["due", "sessions", "findings", "events", "sign_offs", "entries"]),
    health(),
    readNow(),
  ]);
  if (!today.ok) return today;
  if (!me.ok) return me;
  return { ok: true, value: { today: today.value, book: book.ok ? book.value : null, now: me.value.now.slice(0, 16) } };
}

function Welcome() {
  return (
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
  );
}

function Day({ seen, again }: { seen: Seen; again: () => void }) {
  const { today, book } = seen;
  const now = useWallClock(seen.now);
  const appointments = appointmentsOf(today);
  const due = groupsOf(dueOf(today), appointments ?? []);
  const begun = begunForms();
  const coming = new Set(appointments?.map(({ patient }) => patient));
  const isEmpty = today.due.length === 0 && today.sessions.length === 0 && !appointments?.length;
  return (
    <>
      <div class="page-head">
        <div class="day-head">
          <h1>
            <time dateTime={today.as_of}>{dayText(today.as_of)}</time>
          </h1>
          {!isEmpty && <p class="lead">{sentenceOf(appointments, due)}</p>}
        </div>
        {may("write_observations") && (
          <button type="button" aria-keyshortcuts="Alt+N" onClick={openRegistration}>
            {t("patients.patient_form.title")}
          </button>
        )}
      </div>
      {isEmpty ? <Welcome /> : <BackupNote book={book} />}
      <div class="day">
        <div>
          {appointments !== null && appointments.length > 0 && (
            <section>
              <h2 class="hidden">{t("today.comes")}</h2>
              <Agenda appointments={appointments} due={dueOf(today)} begun={begun} now={now} changed={again} />
            </section>
          )}
          <section>
            <h2>
              {t("today.due")} <small>{due.soon.length}</small>
            </h2>
            <Soon due={due.soon} asOf={today.as_of} />
          </section>
          {today.sessions.length > 0 && <LatestSessions sessions={today.sessions} />}
        </div>
        <div>
          <BegunList begun={begun.filter(({ chart }) => !coming.has(chart))} />
          <section>
            <h2>
              {t("today.to_call")} <small>{due.call.length}</small>
            </h2>
            <ToCall due={due.call} changed={again} />
            <Lost due={due.lost} />
            {today.due_total > today.due.length && (
              <p class="soft small">{t("today.more_due", { count: today.due_total - today.due.length })}</p>
            )}
          </section>
          <WaitingSignOffs list={today.sign_offs} done={again} />
          <WaitingEntries list={today.entries} done={again} />
          <section>
            <h2>{t("today.findings")}</h2>
            <Findings findings={today.findings} events={today.events} />
          </section>
        </div>
      </div>
      <BookLines book={book} />
    </>
  );
}

export function TodayPage() {
  useTitle(t("today.title"));
  const day = useLoaded(readDay, []);
  return (
    <>
      {may("manage_people") && <Emergencies />}
      <When loaded={day}>{(value) => <Day seen={value} again={day.again} />}</When>
    </>
  );
}
