// The history by visit: each a line, open for every record in it, to correct and to void there.
import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { patientPath, read, type Answer } from "../../api.ts";
import { dayText, listText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { entriesOf, nouns, type Entry, type Noun, type UnitOf } from "../../record_line.ts";
import { pageOf } from "../../router.ts";
import type { Kept, Progress } from "../../shapes.ts";
import { may } from "../../turn.ts";
import { hasPlaceInVisit } from "../../visit_correction.ts";
import { lineOfVerb, lotsOf, overridesOf, peopleOf, sessionNumbers, visitsOf, type Visit } from "../../visits.ts";
import { t } from "../../../texts/texts.ts";
import { CorrectRecord } from "../correct_record.tsx";
import { Icon } from "../icon.tsx";
import { Empty, When } from "../page_frame.tsx";
import { VoidRecord } from "../void_record.tsx";
import { VisitEntries, type Step } from "./visit_entries.tsx";
const firstShown = 12;

async function readAll(chartNumber: string, unitOf: UnitOf): Promise<Answer<Entry[]>> {
  const [findings, ...answers] = await Promise.all([
    read<Kept[]>(patientPath(chartNumber, "/finding"), "list"),
    ...nouns.map((noun) =>
      read<Kept[]>(patientPath(chartNumber, `/${noun}`), "list", noun === "score" ? {} : { voided: "true" }),
    ),
  ]);
  if (!findings.ok) return findings;
  const lists: { noun: Noun; records: Kept[] }[] = [];
  for (const [index, noun] of nouns.entries()) {
    const answer = answers[index];
    if (!answer) continue;
    if (!answer.ok) return answer;
    lists.push({ noun, records: answer.value });
  }
  return { ok: true, value: entriesOf(lists, findings.value, unitOf) };
}

interface VisitRowProps {
  chartNumber: string;
  visit: Visit;
  numbers: ReadonlyMap<number, number>;
  isOpen: boolean;
  toggle: () => void;
  step: (step: Step, entry: Entry) => void;
}

const columns = ["date", "saw", "did", "has_plan", "lot", "by"] as const;

function VisitRow({ chartNumber, visit, numbers, isOpen, toggle, step }: VisitRowProps) {
  const day = visit.day === "" ? t("patient.visits.no_day") : dayText(visit.day);
  const saw = lineOfVerb(visit, "saw", numbers);
  const did = lineOfVerb(visit, "did", numbers);
  const further = [...lineOfVerb(visit, "has", numbers), ...lineOfVerb(visit, "plan", numbers)];
  const overrides = overridesOf(visit);
  const isVoided = visit.entries.every(({ record }) => record.voided);
  const cell = (name: (typeof columns)[number], texts: readonly string[]) => (
    <td class={`visit-${name}`} data-label={t(`patient.visits.columns.${name}`)}>
      <bdi>{listText(texts)}</bdi>
    </td>
  );
  return (
    <>
      <tr class={isVoided ? "visit-line visit-voided" : "visit-line"}>
        <th scope="row">
          {visit.day === "" ? day : <time dateTime={visit.day}>{day}</time>}
          {visit.ahead && <small class="soft"> {t("patient.visits.ahead")}</small>}
          {isVoided && <small> {t("patient.voided")}</small>}
        </th>
        {cell("saw", saw)}
        <td class="visit-did" data-label={t("patient.visits.columns.did")}>
          <bdi>{listText(did)}</bdi>{" "}
          {overrides.length > 0 && (
            <span class="visit-override">
              <Icon name="sign" />
              {t("patient.visits.overridden")}
            </span>
          )}
        </td>
        {cell("has_plan", further)}
        {cell("lot", lotsOf(visit))}
        {cell("by", peopleOf(visit))}
        <td class="visit-more no-print">
          <button
            type="button"
            class="bare"
            aria-expanded={isOpen}
            aria-label={t(isOpen ? "patient.visits.close" : "patient.visits.open", { day })}
            onClick={toggle}
          >
            <Icon name="here" />
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr class="visit-detail">
          <td colSpan={7}>
            <VisitEntries entries={visit.entries} step={step} />
            {visit.day !== "" && hasPlaceInVisit(visit.entries) && may("write_observations") && (
              <p class="actions no-print">
                <a
                  class="button quiet"
                  href={`${pageOf(chartNumber, "/visit")}?on=${visit.day}`}
                  aria-label={t("visit.correct.open", { day })}
                >
                  {t("visit.correct.title")}
                </a>
              </p>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

interface VisitsProps {
  chartNumber: string;
  progress: Pick<Progress, "as_of" | "series">;
  turn: number;
  again: () => void;
}

interface VisitTableProps {
  chartNumber: string;
  entries: Entry[];
  today: string;
  step: VisitRowProps["step"];
}

function VisitTable({ chartNumber, entries, today, step }: VisitTableProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const visits = visitsOf(entries, today);
  const numbers = sessionNumbers(entries);
  const shown = visits.slice(0, all ? visits.length : firstShown);
  const isAllOpen = shown.every(({ day }) => open.has(day));
  const toggle = (day: string): void => {
    const next = new Set(open);
    if (!next.delete(day)) next.add(day);
    setOpen(next);
  };
  return (
    <>
      <table class="visits">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" class={`visit-${name}`}>
                {t(`patient.visits.columns.${name}`)}
              </th>
            ))}
            <th scope="col" class="visit-more no-print">
              <span class="hidden">{t("frame.actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((visit) => (
            <Fragment key={visit.day}>
              <VisitRow
                chartNumber={chartNumber}
                visit={visit}
                numbers={numbers}
                isOpen={open.has(visit.day)}
                toggle={() => toggle(visit.day)}
                step={step}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
      <p class="actions no-print">
        <button
          type="button"
          class="quiet"
          onClick={() => setOpen(new Set(isAllOpen ? [] : shown.map(({ day }) => day)))}
        >
          {t(isAllOpen ? "patient.visits.close_all" : "patient.visits.open_all")}
        </button>
        {shown.length < visits.length && (
          <button type="button" onClick={() => setAll(true)}>
            {t("patients.more")} ({visits.length - shown.length})
          </button>
        )}
      </p>
    </>
  );
}

export function Visits({ chartNumber, progress, turn, again }: VisitsProps) {
  const unitOf: UnitOf = (instrument) => progress.series.find((one) => one.instrument === instrument)?.unit ?? "";
  const entries = useLoaded(() => readAll(chartNumber, unitOf), [chartNumber, turn]);
  const [voided, setVoided] = useState(false);
  const [at, setAt] = useState<{ step: Step; entry: Entry } | null>(null);
  const close = (done: boolean): void => {
    setAt(null);
    if (done) again();
  };
  return (
    <section class="history">
      <div class="section-head">
        <h2>{t("patient.visits.title")}</h2>
        <label class="tick no-print">
          <input type="checkbox" checked={voided} onChange={() => setVoided(!voided)} /> {t("patient.show_voided")}
        </label>
      </div>
      <When loaded={entries}>
        {(value) => {
          const shown = value.filter((entry) => voided || !entry.record.voided);
          return shown.length === 0 ? (
            <Empty title={t("patient.history_none")} />
          ) : (
            <VisitTable
              chartNumber={chartNumber}
              entries={shown}
              today={progress.as_of}
              step={(step, entry) => setAt({ step, entry })}
            />
          );
        }}
      </When>
      {at?.step === "correct" && <CorrectRecord entry={at.entry} close={close} />}
      {(at?.step === "void" || at?.step === "restore") && <VoidRecord entry={at.entry} step={at.step} close={close} />}
    </section>
  );
}
