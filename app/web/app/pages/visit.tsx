// A visit, in the order of the room: what must be read, what is seen, what is done, what comes after; recorded as one
// entry, and corrected on the same form as one. What the rules say stands at the bottom, always in sight.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { amend, patientPath, readNow, submit } from "../api.ts";
import { useDraft } from "../drafts.ts";
import { dayText, numberText } from "../format.ts";
import { kindOf } from "../kinds.ts";
import { useLoaded } from "../loading.ts";
import { go, pageOf } from "../router.ts";
import { useSending } from "../sending.ts";
import { answerKey, sessionBody, unanswered } from "../session_draft.ts";
import type { Kept } from "../shapes.ts";
import { useShortcuts } from "../shortcuts.ts";
import { isSignOff } from "../sign_off.ts";
import { showToast } from "../toast.ts";
import { isEmptyAcne, totalOfAll } from "../acne_count.ts";
import { asRecorded, changesOf, correctionBody, isNothing } from "../visit_correction.ts";
import {
  dayOfVisit,
  dayToAsk,
  freshVisit,
  hasSession,
  kindsIn,
  onDay,
  sameSession,
  seenKinds,
  typed,
  visitBody,
  withoutSession,
  type SeenKind,
  type VisitDraft,
} from "../visit_draft.ts";
import { countOf, placeOfFault, toLookAt, within, type Remedy } from "../visit_gate.ts";
import { faultText, fieldOf } from "../told.ts";
import { t, word } from "../../texts/texts.ts";
import { draftLine } from "../parts/draft_note.tsx";
import { Empty, When, useTitle } from "../parts/page_frame.tsx";
import { ConsentAndPhotos } from "../parts/photos/consent_and_photos.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { useSigning } from "../parts/sign_off/sign_offs.tsx";
import { Alerts } from "../parts/visit/alerts.tsx";
import { Changes } from "../parts/visit/changes.tsx";
import { CareStep } from "../parts/visit/care_step.tsx";
import { Corrected, CorrectedMeanwhile } from "../parts/visit/corrected.tsx";
import { DayQuestion } from "../parts/visit/day_question.tsx";
import { DoneToday } from "../parts/visit/done_today.tsx";
import { GateBar } from "../parts/visit/gate_bar.tsx";
import { KeptLine } from "../parts/visit/kept_line.tsx";
import { Rail, useStep, type Step, type StepState } from "../parts/visit/rail.tsx";
import { readChair, type Chair } from "../parts/visit/read_visit.ts";
import { Reasons } from "../parts/visit/reasons.tsx";
import { SessionStep } from "../parts/visit/session_step.tsx";
import { SkinStep } from "../parts/visit/skin_step.tsx";
import { useVisitGate } from "../parts/visit/use_visit_gate.ts";
import { VisitHead } from "../parts/visit/visit_head.tsx";

// What stands in each step, for the rail.
function statesOf(value: VisitDraft, wanted: number, stops: number): Record<Step, StepState> {
  const seen = kindsIn(value).filter((kind) => kind !== "session" && kind !== "application");
  const areas = Object.keys(value.session.areas).length;
  const skin = isEmptyAcne(value.acne)
    ? seen.map((kind) => word("records.nouns", kind) ?? kind).join(t("frame.list"))
    : t("observe.total", { count: totalOfAll(value.acne) });
  return {
    skin: {
      line: wanted > 0 ? t("visit.rail.wanted", { count: wanted }) : skin === "" ? t("visit.rail.not_yet") : skin,
      sign: wanted > 0 ? "ask" : seen.length > 0 ? "done" : "open",
    },
    session: {
      line: areas === 0 ? t("visit.session.none") : t("visit.rail.planned", { count: areas }),
      sign: stops > 0 ? "stop" : "open",
    },
    aftercare: {
      line: value.applications.length > 0 ? numberText(value.applications.length) : t("visit.rail.card"),
      sign: value.applications.length > 0 ? "done" : "open",
    },
  };
}

interface VisitFormProps {
  chartNumber: string;
  chair: Chair;
  again: () => void; // reads the chair anew
}

function VisitForm({ chartNumber, chair, again }: VisitFormProps) {
  const { kinds, lasts, recorded } = chair;
  const fresh = useMemo(
    () => (recorded ? asRecorded(kinds, recorded) : freshVisit(kinds, lasts, chair.now)),
    [kinds, lasts, chair.now, recorded],
  );
  const draft = useDraft<VisitDraft>(`visit${recorded ? `_${recorded.day}` : ""}.${chartNumber}`, fresh);
  const { value } = draft;
  const set = (next: (now: VisitDraft) => VisitDraft): void =>
    draft.set((now) => (recorded ? next(now) : typed(now, next(now), chair.now)));
  const bodyWith = (asked: ReadonlySet<string>): Record<string, unknown> =>
    recorded ? correctionBody(kinds, recorded, value, asked) : visitBody(value, kinds, asked);
  const unasked = bodyWith(new Set());
  const isEmpty = Object.keys(unasked).length === 0;
  const changes = recorded ? changesOf(kinds, recorded, value) : [];
  const begun = recorded ? null : dayToAsk(value, chair.now, chair.now);
  const [step, toStep] = useStep();
  const [what, choose] = useState<SeenKind>("acne");
  const [looked, look] = useState("forehead");
  const [planned, plan] = useState("");
  const [reading, setReading] = useState(false); // of all that was found
  const [missing, setMissing] = useState(false);
  const [asksDone, askDone] = useState(false); // whether the session was done that nobody has looked at
  const isLooked = useRef(false);
  if (step === "session") isLooked.current = true;
  const main = useRef<HTMLElement>(null);
  const isSession = hasSession(value);
  const gate = useVisitGate(chartNumber, unasked);
  const sending = useSending<VisitDraft, { entry: number; records: { kind: string; record: Kept }[] }>(
    draft,
    ({ records }) => {
      const isDone = !recorded && records.some(({ kind }) => kind === "session");
      go(pageOf(chartNumber, isDone ? "/aftercare" : ""));
      showToast(t(recorded ? "visit.correct.done" : "visit.recorded"));
    },
    recorded ? amend : submit,
  );
  const { clear, problem } = sending;
  const asTyped = JSON.stringify(unasked);
  useEffect(() => clear(), [asTyped, clear]);
  const findings = problem?.findings.length ? problem.findings : isSession ? (gate.answer?.findings ?? []) : [];
  const signing = useSigning(chartNumber, dayOfVisit(value), chair.byAnother && !recorded);
  const wanted = toLookAt(findings).filter((region) => !value.acne.regions[region]);
  useEffect(() => {
    main.current?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    main.current?.scrollTo(0, 0);
  }, [step]);

  // Once the step that it stands in is drawn, and its head has had the focus.
  const show = (selector: string): void =>
    void requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const found = main.current?.querySelector<HTMLElement>(selector);
        found?.scrollIntoView({ block: "center" });
        (found?.querySelector<HTMLElement>("input") ?? found)?.focus({ preventScroll: true });
      }),
    );
  useEffect(() => {
    const [refused] = problem?.errors ?? [];
    if (refused === undefined) return;
    const place = placeOfFault(fieldOf(refused));
    if (place.step === step) return;
    toStep(place.step);
    const seen = seenKinds.find((kind) => kind === place.noun);
    if (seen && place.step === "skin") choose(seen);
    show('[aria-invalid="true"]');
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each refusal
  }, [problem]);
  const setSession = (name: string, text: string): void =>
    set((now) => ({ ...now, session: { ...now.session, fields: { ...now.session.fields, [name]: text } } }));
  const remedy = (one: Remedy): void => {
    switch (one.kind) {
      case "look":
        toStep("skin");
        choose("acne");
        look(one.region);
        return show(".working .counter-value");
      case "leave_out":
        toStep("session");
        plan("");
        return set((now) => {
          const { [one.region]: _, ...areas } = now.session.areas;
          return { ...now, session: { ...now.session, areas } };
        });
      case "depth":
        toStep("session");
        plan(one.region);
        return show(`#plan-${one.region}`);
      case "field":
        toStep("session");
        return show(`[data-field="${one.field}"]`);
      case "no_anaesthetic":
        toStep("session");
        setSession("anaesthetic", "");
        return show('[data-field="anaesthetic"]');
      case "no_session":
        return set(withoutSession);
      case "person":
        return go(pageOf(chartNumber));
    }
  };
  const isAsking = useRef(false);
  // A page that was open over midnight reads anew, and asks of which day the visit is.
  const sendToday = async (body: Record<string, unknown>): Promise<void> => {
    if (isAsking.current) return;
    isAsking.current = true;
    const me = recorded ? null : await readNow();
    isAsking.current = false;
    if (me?.ok && me.value.as_of !== chair.now.slice(0, 10)) return again();
    sending.send(patientPath(chartNumber, "/visits"), {
      ...body,
      ...(recorded ? { reason: value.why?.trim() ?? "" } : {}),
    });
  };
  const isAsPlanned = !recorded && isSession && sameSession(value.session, fresh.session);
  const record = (): void => {
    if (sending.busy || isEmpty) return;
    if (begun !== null) return show(".day-question");
    if (isAsPlanned && !isLooked.current) {
      setReading(false);
      return askDone(true);
    }
    const own = signing === null ? findings : findings.filter((one) => !isSignOff(one));
    const isUnanswered = unanswered(own, value.session.overrides).length > 0 || !!signing?.unsigned(findings)[0];
    const lacksWhy = recorded !== null && (!reading || (value.why ?? "").trim() === "");
    if (isUnanswered || lacksWhy) {
      setMissing(reading);
      setReading(true);
      return;
    }
    setReading(false);
    void sendToday(bodyWith(new Set(own.map(answerKey))));
  };
  const recordSeenOnly = (): void => {
    askDone(false);
    const seen = withoutSession(value);
    set(() => seen);
    if (kindsIn(seen).length > 0) void sendToday(visitBody(seen, kinds, new Set()));
  };
  useShortcuts([{ code: "Enter", ctrl: true, run: record }]);

  const told = [...(problem?.errors ?? []), ...(problem?.questions ?? []), ...(gate.answer?.problems ?? [])].map(
    (one) => ({ field: fieldOf(one).replace(/^\w+(\/\d+)?\/on$/, "session/at"), text: faultText(one) }),
  );
  const areaOrder = (sessionBody(value.session, kindOf(kinds, "session"), new Set()).areas as { region: string }[]).map(
    ({ region }) => region,
  );
  const errorOf = (field: string): string | undefined => {
    const region = /^areas@(.*)$/.exec(field)?.[1];
    const name = region === undefined ? field : `areas/${areaOrder.indexOf(region)}`;
    return told.find((one) => {
      const rest = within(one.field, "session");
      return rest !== null && within(rest, name) !== null;
    })?.text;
  };
  return (
    <div class="visit">
      <div class="visit-top">
        <VisitHead progress={chair.progress} />
        <Alerts chair={chair} />
      </div>
      <div class="visit-body">
        <div class="visit-side">
          <Rail at={step} states={statesOf(value, wanted.length, countOf(findings, "stop"))} />
          <KeptLine
            line={draftLine(draft)}
            canDiscard={!sending.busy && draft.state !== "untouched"}
            discard={draft.discard}
          />
        </div>
        <main id="page" ref={main} tabIndex={-1} class="visit-main">
          {recorded && <Corrected recorded={recorded} />}
          {begun !== null && (
            <DayQuestion begun={begun} now={chair.now} choose={(at) => set((now) => onDay(now, at))} />
          )}
          <fieldset class="plain" disabled={sending.busy}>
            {step === "skin" && (
              <SkinStep
                chair={chair}
                value={value}
                set={set}
                what={what}
                choose={choose}
                region={looked}
                pick={look}
                wanted={wanted}
                scores={gate.answer?.scores ?? []}
              />
            )}
            {step === "session" && (
              <SessionStep
                chair={chair}
                chartNumber={chartNumber}
                value={value}
                set={set}
                findings={findings}
                region={planned}
                pick={plan}
                error={errorOf}
              />
            )}
            {step === "aftercare" && (
              <CareStep
                chair={chair}
                value={value}
                set={set}
                error={(index) => told.find((one) => within(one.field, `application/${index}`) !== null)?.text}
              />
            )}
          </fieldset>
          {step === "skin" && !recorded && <ConsentAndPhotos chartNumber={chartNumber} />}
          <Changes changes={changes} />
          {problem?.status === 412 && (
            <CorrectedMeanwhile
              stored={problem.stored}
              take={() => {
                clear();
                again();
              }}
            />
          )}
          {problem && problem.status !== 412 && <ProblemNote problem={problem} confirm={sending.confirm} />}
          {sending.seconds !== null && (
            <p class="note note-warn" role="status">
              {t("frame.draft.waiting", { seconds: sending.seconds })}{" "}
              <button type="button" class="quiet" onClick={sending.stop}>
                {t("frame.draft.stop_waiting")}
              </button>
            </p>
          )}
        </main>
      </div>
      <GateBar
        gate={gate}
        findings={findings}
        rules={chair.rules}
        anything={!isEmpty}
        corrects={recorded !== null}
        session={isSession}
        device={(value.session.fields.device ?? "") !== ""}
        busy={sending.busy}
        open={() => {
          setMissing(false);
          setReading(true);
        }}
        remedy={remedy}
        record={record}
      />
      {asksDone && lasts.session && (
        <DoneToday
          session={value.session}
          last={lasts.session}
          yes={() => {
            askDone(false);
            isLooked.current = true;
            record();
          }}
          none={recordSeenOnly}
          look={() => {
            askDone(false);
            toStep("session");
          }}
          close={() => askDone(false)}
        />
      )}
      {reading && (
        <Reasons
          findings={findings}
          reasons={value.session.overrides}
          set={(key, reason) =>
            set((now) => ({
              ...now,
              session: { ...now.session, overrides: { ...now.session.overrides, [key]: reason } },
            }))
          }
          missing={missing}
          signing={signing}
          chartNumber={chartNumber}
          session={sessionBody(value.session, kindOf(kinds, "session"), new Set())}
          busy={sending.busy}
          remedy={remedy}
          record={record}
          close={() => setReading(false)}
          correction={
            recorded && {
              changes,
              why: value.why ?? "",
              setWhy: (why) => set((now) => ({ ...now, why })),
            }
          }
        />
      )}
    </div>
  );
}

// `on`: the day whose visit is corrected; "" for a new one.
export function VisitPage({ chartNumber, on }: { chartNumber: string; on: string }) {
  useTitle(`${t(on === "" ? "visit.title" : "visit.correct.title")} ${chartNumber}`);
  const chair = useLoaded(() => readChair(chartNumber, on), [chartNumber, on]);
  return (
    <When loaded={chair}>
      {(value) =>
        value.recorded && isNothing(value.recorded) ? (
          <Empty title={t("visit.correct.none", { day: dayText(on) })} />
        ) : (
          <VisitForm chartNumber={chartNumber} chair={value} again={chair.again} />
        )
      }
    </When>
  );
}
