// A visit, in the order of the room: what must be read, what is seen, what is done, what comes after; recorded as one
// entry. What the rules say stands at the bottom, always in sight.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { patientPath } from "../api.ts";
import { useDraft } from "../drafts.ts";
import { numberText } from "../format.ts";
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
import {
  dayOfVisit,
  freshVisit,
  hasSession,
  kindsIn,
  visitBody,
  type SeenKind,
  type VisitDraft,
} from "../visit_draft.ts";
import { countOf, memberOf, toLookAt, within, type Remedy } from "../visit_gate.ts";
import { faultText } from "../told.ts";
import { t, word } from "../../texts/texts.ts";
import { draftLine } from "../parts/draft_note.tsx";
import { When, useTitle } from "../parts/page_frame.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { useSigning } from "../parts/sign_off/sign_offs.tsx";
import { Alerts } from "../parts/visit/alerts.tsx";
import { CareStep } from "../parts/visit/care_step.tsx";
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

function VisitForm({ chartNumber, chair }: { chartNumber: string; chair: Chair }) {
  const { kinds, lasts } = chair;
  const fresh = useMemo(() => freshVisit(kinds, lasts, chair.now), [kinds, lasts, chair.now]);
  const draft = useDraft<VisitDraft>(`visit.${chartNumber}`, fresh);
  const { value } = draft;
  const [step, toStep] = useStep();
  const [what, choose] = useState<SeenKind>("acne");
  const [looked, look] = useState("forehead");
  const [planned, plan] = useState("");
  const [reading, setReading] = useState(false); // of all that was found
  const [missing, setMissing] = useState(false);
  const main = useRef<HTMLElement>(null);
  const isSession = hasSession(value);
  const gate = useVisitGate(chartNumber, visitBody(value, kinds, new Set()));
  const sending = useSending<VisitDraft, { entry: number; records: { kind: string; record: Kept }[] }>(draft, () => {
    go(pageOf(chartNumber, isSession ? "/aftercare" : ""));
    showToast(t("visit.recorded"));
  });
  const { clear, problem } = sending;
  const asTyped = JSON.stringify(visitBody(value, kinds, new Set()));
  useEffect(() => clear(), [asTyped, clear]);
  const findings = problem?.findings.length ? problem.findings : isSession ? (gate.answer?.findings ?? []) : [];
  const signing = useSigning(chartNumber, dayOfVisit(value), chair.byAnother);
  const wanted = toLookAt(findings).filter((region) => !value.acne.regions[region]);
  useEffect(() => {
    main.current?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    main.current?.scrollTo(0, 0);
  }, [step]);

  const show = (selector: string): void =>
    void requestAnimationFrame(() => {
      const found = main.current?.querySelector<HTMLElement>(selector);
      found?.scrollIntoView({ block: "center" });
      (found?.querySelector<HTMLElement>("input") ?? found)?.focus({ preventScroll: true });
    });
  const setSession = (name: string, text: string): void =>
    draft.set((now) => ({ ...now, session: { ...now.session, fields: { ...now.session.fields, [name]: text } } }));
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
        return draft.set((now) => {
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
      case "person":
        return go(pageOf(chartNumber));
    }
  };
  const record = (): void => {
    if (sending.busy || kindsIn(value).length === 0) return;
    const own = signing === null ? findings : findings.filter((one) => !isSignOff(one));
    const isUnanswered = unanswered(own, value.session.overrides).length > 0 || !!signing?.unsigned(findings)[0];
    if (isUnanswered) {
      setMissing(reading);
      setReading(true);
      return;
    }
    setReading(false);
    sending.send(patientPath(chartNumber, "/visits"), visitBody(value, kinds, new Set(own.map(answerKey))));
  };
  useShortcuts([{ code: "Enter", ctrl: true, run: record }]);

  const told = [...(problem?.errors ?? []), ...(problem?.questions ?? []), ...(gate.answer?.problems ?? [])].map(
    (one) => ({ field: one.field ?? "", text: faultText(one) }),
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
  const isEmpty = kindsIn(value).length === 0;
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
          <fieldset class="plain" disabled={sending.busy}>
            {step === "skin" && (
              <SkinStep
                chair={chair}
                value={value}
                set={draft.set}
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
                set={draft.set}
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
                set={draft.set}
                error={(index) => told.find((one) => within(one.field, `application/${index}`) !== null)?.text}
              />
            )}
          </fieldset>
          {problem && (
            <ProblemNote
              problem={{
                ...problem,
                errors: problem.errors.map((one) => ({ ...one, field: memberOf(one.field ?? "") })),
              }}
              confirm={sending.confirm}
            />
          )}
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
      {reading && (
        <Reasons
          findings={findings}
          reasons={value.session.overrides}
          set={(key, reason) =>
            draft.set((now) => ({
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
        />
      )}
    </div>
  );
}

export function VisitPage({ chartNumber }: { chartNumber: string }) {
  useTitle(`${t("visit.title")} ${chartNumber}`);
  const chair = useLoaded(() => readChair(chartNumber), [chartNumber]);
  return <When loaded={chair}>{(value) => <VisitForm chartNumber={chartNumber} chair={value} />}</When>;
}
