// The session at the chair: where, how, what the rules say, how the skin answered.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { patientPath, read, readNow, type Answer } from "../api.ts";
import { useDraft } from "../drafts.ts";
import { dayText } from "../format.ts";
import { kindOf, readKinds } from "../kinds.ts";
import { useLoaded } from "../loading.ts";
import { faultText, fieldOf } from "../told.ts";
import { nameOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import { keptLines } from "../record_line.ts";
import { plannedLook } from "../region_look.ts";
import { go, pageOf } from "../router.ts";
import { useSending } from "../sending.ts";
import {
  answerKey,
  areasOf,
  lastOf,
  prefilled,
  sessionBody,
  toggled,
  unanswered,
  type SessionDraft,
} from "../session_draft.ts";
import type { Kept, Kind, Progress } from "../shapes.ts";
import { useShortcuts } from "../shortcuts.ts";
import { isSignOff } from "../sign_off.ts";
import { showToast } from "../toast.ts";
import { AreaList } from "../parts/session/area_list.tsx";
import { DraftNote } from "../parts/draft_note.tsx";
import { FaceMap } from "../parts/face_map.tsx";
import { Field } from "../parts/field.tsx";
import { Gate, useGate } from "../parts/gate.tsx";
import { useSigning } from "../parts/sign_off/sign_offs.tsx";
import { When, useTitle } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";
import { Said } from "../parts/said.tsx";
import { Alerts, readAlerts, type AlertsSeen } from "../parts/visit/alerts.tsx";
import { SessionFields } from "../parts/session/session_fields.tsx";

interface Chair {
  alerts: AlertsSeen;
  progress: Progress;
  sessions: Kept[];
  findings: Kept[]; // of earlier sessions
  kinds: Kind[];
  byAnother: boolean; // somebody else signs a sign-off
  now: string;
}

async function readChair(chartNumber: string): Promise<Answer<Chair>> {
  const [alerts, progress, sessions, findings, kinds, clinic, me] = await Promise.all([
    readAlerts(chartNumber),
    read<Progress>(patientPath(chartNumber, "/progress"), ["patient"]),
    read<Kept[]>(patientPath(chartNumber, "/session"), "list"),
    read<Kept[]>(patientPath(chartNumber, "/finding"), "list"),
    readKinds(),
    read<{ sign_off: string }>("/clinic", ["sign_off"]),
    readNow(),
  ]);
  if (!alerts.ok) return alerts;
  if (!progress.ok) return progress;
  if (!sessions.ok) return sessions;
  if (!findings.ok) return findings;
  if (!kinds.ok) return kinds;
  if (!clinic.ok) return clinic;
  if (!me.ok) return me;
  const byAnother = me.value.accounts && clinic.value.sign_off === "another_person";
  const now = me.value.now.slice(0, 16);
  return {
    ok: true,
    value: {
      alerts: alerts.value,
      progress: progress.value,
      sessions: sessions.value,
      findings: findings.value,
      kinds: kinds.value,
      byAnother,
      now,
    },
  };
}

function SessionForm({ chartNumber, chair }: { chartNumber: string; chair: Chair }) {
  const { progress, sessions, findings: earlier, kinds } = chair;
  const last = useMemo(() => lastOf(sessions), [sessions]);
  const fresh = useMemo(() => prefilled(kindOf(kinds, "session"), last, chair.now), [kinds, last, chair.now]);
  const draft = useDraft<SessionDraft>(`session.${chartNumber}`, fresh);
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const sending = useSending<SessionDraft, { record: Kept }>(draft, () => {
    go(pageOf(chartNumber));
    showToast(t("frame.recorded", { what: t("session.title") }));
  });
  const { value } = draft;
  const anyArea = Object.keys(value.areas).length > 0;
  const kind = kindOf(kinds, "session");
  const { result: gateResult, asking } = useGate(
    chartNumber,
    sessionBody(value, kind, new Set()),
    anyArea && (value.fields.device ?? "") !== "",
  );
  const signing = useSigning(chartNumber, (value.fields.at ?? "").slice(0, 10), chair.byAnother);
  const setField = (name: string, text: string): void =>
    draft.set((now) => ({ ...now, fields: { ...now.fields, [name]: text } }));
  const toggle = (region: string): void => draft.set((now) => toggled(now, region, sessions));
  const refused =
    sending.problem?.errors.map((one) => ({ field: fieldOf(one).replace(/^session\//, ""), text: faultText(one) })) ??
    [];
  const refusals = [...refused, ...(gateResult?.problems ?? [])];
  const error = (field: string): string | undefined => refusals.find((one) => one.field === field)?.text;
  const areaError = (region: string): string | undefined => {
    const order = sessionBody(value, kind, new Set()).areas as { region: string }[];
    const at = `areas[${order.findIndex((area) => area.region === region)}]`;
    return refusals.find((one) => one.field.startsWith(at))?.text;
  };
  // What was refused concerned the session as it was sent.
  const asTyped = JSON.stringify(sessionBody(value, kind, new Set()));
  const { clear } = sending;
  useEffect(() => clear(), [asTyped, clear]);
  const findings = sending.problem?.findings.length ? sending.problem.findings : (gateResult?.findings ?? []);
  const send = (event?: Event): void => {
    event?.preventDefault();
    if (sending.busy) return;
    const own = signing === null ? findings : findings.filter((one) => !isSignOff(one));
    const first = unanswered(own, value.overrides)[0] ?? signing?.unsigned(findings)[0];
    setMissing(first !== undefined);
    if (first !== undefined || !anyArea) {
      form.current
        ?.querySelector<HTMLElement>(
          first ? ".gate input[aria-invalid], .gate input:placeholder-shown, .gate input" : ".face .region",
        )
        ?.focus();
      return;
    }
    sending.send(patientPath(chartNumber, "/session"), sessionBody(value, kind, new Set(own.map(answerKey))));
  };
  useShortcuts([{ code: "Enter", ctrl: true, run: () => send() }]);
  const { course } = progress;
  return (
    <form ref={form} onSubmit={send} noValidate>
      <PatientLine
        patient={progress.patient}
        asOf={progress.as_of}
        title={t("session.title")}
        note={course && !course.ended ? courseText(course) : undefined}
      />
      <Alerts chair={{ ...chair.alerts, progress }} />
      <p class="soft">{last ? t("session.prefilled", { day: dayText(String(last.at)) }) : t("session.first")}</p>
      {last &&
        keptLines(earlier, last.id).map((line) => (
          <p key={line.text} class="last-kept small">
            <bdi>{t("session.last_time", { text: line.text })}</bdi> {line.recorded && <Said of={line.recorded} />}
          </p>
        ))}
      <fieldset class="plain chair" disabled={sending.busy}>
        <section class="chair-where">
          <h2>{t("session.where")}</h2>
          <p class="soft small">{t("session.where_hint")}</p>
          <div class="where">
            <FaceMap
              label={t("session.map")}
              look={(region) => plannedLook(value.areas[region], { chosen: region in value.areas })}
              toggle={toggle}
            />
            <AreaList
              areas={value.areas}
              last={areasOf(last)}
              toggle={toggle}
              errors={areaError}
              set={(region, name, text) =>
                draft.set((now) => ({
                  ...now,
                  areas: { ...now.areas, [region]: { depth: "", passes: "", ...now.areas[region], [name]: text } },
                }))
              }
            />
          </div>
        </section>
        <Gate
          result={sending.problem?.findings.length ? { findings, problems: [] } : gateResult}
          asking={asking}
          anyArea={anyArea}
          ready={(value.fields.device ?? "") !== ""}
          reasons={value.overrides}
          missing={missing}
          signing={signing}
          chartNumber={chartNumber}
          body={sessionBody(value, kind, new Set())}
          set={(key, reason) => draft.set((now) => ({ ...now, overrides: { ...now.overrides, [key]: reason } }))}
        />
        <div class="chair-how">
          <Field
            label={t("session.when")}
            type="datetime-local"
            required
            value={(value.fields.at ?? "").slice(0, 16)}
            set={(text) => setField("at", text)}
            error={error("at")}
          />
          <SessionFields
            chartNumber={chartNumber}
            kinds={kinds}
            draft={value}
            last={last}
            set={setField}
            error={error}
          />
        </div>
      </fieldset>
      <div class="send">
        <DraftNote draft={draft} sending={sending} />
        {!anyArea && <p class="soft">{t("session.no_area")}</p>}
        <button type="submit" class="main" disabled={sending.busy} aria-keyshortcuts="Control+Enter">
          {t("session.record")} <kbd>Ctrl Enter</kbd>
        </button>
      </div>
    </form>
  );
}

// "Session 2 of 4, acne scars"
function courseText({ concern, done, planned }: { concern: string; done: number; planned: number }): string {
  const values = { concern: nameOf(concern), planned };
  return done >= planned ? t("session.course_done", values) : t("session.course", { ...values, number: done + 1 });
}

export function SessionPage({ chartNumber }: { chartNumber: string }) {
  useTitle(`${t("session.title")} ${chartNumber}`);
  const chair = useLoaded(() => readChair(chartNumber), [chartNumber]);
  return <When loaded={chair}>{(value) => <SessionForm chartNumber={chartNumber} chair={value} />}</When>;
}
