// The session at the chair: where, how, what the rules say, how the skin answered.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { patient_path, read, read_now, type Answer } from "../api.ts";
import { use_draft } from "../drafts.ts";
import { day_text } from "../format.ts";
import { kind_of, read_kinds } from "../kinds.ts";
import { use_loaded } from "../loading.ts";
import { name_of, words } from "../messages.ts";
import { kept_lines } from "../record_line.ts";
import { go, page_of } from "../router.ts";
import { use_sending } from "../sending.ts";
import { answer_key, areas_of, last_of, prefilled, session_body, toggled, unanswered, type SessionDraft } from "../session_draft.ts";
import type { Kept, Kind, Progress } from "../shapes.ts";
import { use_shortcuts } from "../shortcuts.ts";
import { tell } from "../told.ts";
import { AreaList } from "../parts/area_list.tsx";
import { DraftNote } from "../parts/draft_note.tsx";
import { FaceMap } from "../parts/face_map.tsx";
import { Field } from "../parts/field.tsx";
import { Gate, use_gate } from "../parts/gate.tsx";
import { When, use_title } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";
import { SessionFields } from "../parts/session_fields.tsx";

const said = words.session;

interface Chair {
  progress: Progress;
  sessions: Kept[];
  findings: Kept[]; // of earlier sessions
  kinds: Kind[];
  now: string;
}

async function read_chair(chart: string): Promise<Answer<Chair>> {
  const [progress, sessions, findings, kinds, me] = await Promise.all([
    read<Progress>(patient_path(chart, "/progress"), ["patient"]),
    read<Kept[]>(patient_path(chart, "/session"), "list"),
    read<Kept[]>(patient_path(chart, "/finding"), "list"),
    read_kinds(),
    read_now(),
  ]);
  if (!progress.ok) return progress;
  if (!sessions.ok) return sessions;
  if (!findings.ok) return findings;
  if (!kinds.ok) return kinds;
  if (!me.ok) return me;
  const now = me.value.now.slice(0, 16);
  return { ok: true, value: { progress: progress.value, sessions: sessions.value, findings: findings.value, kinds: kinds.value, now } };
}

function SessionForm({ chart, chair }: { chart: string; chair: Chair }) {
  const { progress, sessions, findings: earlier, kinds } = chair;
  const last = useMemo(() => last_of(sessions), [sessions]);
  const fresh = useMemo(() => prefilled(last, chair.now), [last, chair.now]);
  const draft = use_draft<SessionDraft>(`session.${chart}`, fresh);
  const [missing, set_missing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const sending = use_sending<SessionDraft, { record: Kept }>(draft, () => {
    go(page_of(chart));
    tell(words.recorded(said.title));
  });
  const { value } = draft;
  const any_area = Object.keys(value.areas).length > 0;
  const kind = kind_of(kinds, "session");
  const { says, asking } = use_gate(chart, session_body(value, kind, new Set()), any_area && (value.fields.device ?? "") !== "");
  const set_field = (name: string, text: string): void => draft.set((now) => ({ ...now, fields: { ...now.fields, [name]: text } }));
  const toggle = (region: string): void => draft.set((now) => toggled(now, region, sessions));
  const error = (field: string): string | undefined =>
    sending.problem?.errors.find((one) => one.field === field)?.detail ?? says?.problems.find((one) => one.field === field)?.text;
  const area_error = (region: string): string | undefined => {
    const order = session_body(value, kind, new Set()).areas as { region: string }[];
    const at = `areas[${order.findIndex((area) => area.region === region)}]`;
    return [...(sending.problem?.errors.map((one) => ({ field: one.field, text: one.detail })) ?? []), ...(says?.problems ?? [])]
      .find((one) => one.field.startsWith(at))?.text;
  };
  // What was refused concerned the session as it was sent.
  const as_typed = JSON.stringify(session_body(value, kind, new Set()));
  useEffect(() => sending.clear(), [as_typed]);
  const findings = sending.problem?.findings.length ? sending.problem.findings : says?.findings ?? [];
  const send = (event?: Event): void => {
    event?.preventDefault();
    if (sending.busy) return;
    const first = unanswered(findings, value.overrides)[0];
    set_missing(first !== undefined);
    if (first !== undefined || !any_area) {
      form.current?.querySelector<HTMLElement>(first ? ".gate input[aria-invalid], .gate input:placeholder-shown, .gate input" : ".face .region")?.focus();
      return;
    }
    sending.send(patient_path(chart, "/session"), session_body(value, kind, new Set(findings.map(answer_key))));
  };
  use_shortcuts([{ code: "Enter", ctrl: true, run: () => send() }]);
  const { course } = progress;
  return (
    <form ref={form} onSubmit={send} noValidate>
      <PatientLine patient={progress.patient} as_of={progress.as_of} title={said.title}
        note={course && !course.ended ? said.course(name_of(course.concern), course.done + 1, course.planned) : undefined} />
      <p class="soft">{last ? said.prefilled(day_text(String(last.at))) : said.first}</p>
      {last && kept_lines(earlier, last.id).map((line) => <p key={line} class="last-kept small"><bdi>{said.last_time(line)}</bdi></p>)}
      <fieldset class="plain chair" disabled={sending.busy}>
        <section class="chair-where">
          <h2>{said.where}</h2>
          <p class="soft small">{said.where_hint}</p>
          <div class="where">
            <FaceMap label={said.map} chosen={(region) => region in value.areas} toggle={toggle}
              note={(region) => (value.areas[region]?.depth ? `${value.areas[region].depth} ${words.unit_mm}` : "")} />
            <AreaList areas={value.areas} last={areas_of(last)} toggle={toggle} errors={area_error}
              set={(region, name, text) => draft.set((now) => ({ ...now, areas: { ...now.areas, [region]: { depth: "", passes: "", ...now.areas[region], [name]: text } } }))} />
          </div>
        </section>
        <Gate says={sending.problem?.findings.length ? { findings, problems: [] } : says} asking={asking} any_area={any_area} ready={(value.fields.device ?? "") !== ""}
          reasons={value.overrides} missing={missing} set={(key, reason) => draft.set((now) => ({ ...now, overrides: { ...now.overrides, [key]: reason } }))} />
        <div class="chair-how">
          <Field label={said.when} type="datetime-local" required value={(value.fields.at ?? "").slice(0, 16)} set={(text) => set_field("at", text)} error={error("at")} />
          <SessionFields chart={chart} kinds={kinds} draft={value} last={last} set={set_field} error={error} />
        </div>
      </fieldset>
      <div class="send">
        <DraftNote draft={draft} sending={sending} />
        {!any_area && <p class="soft">{said.no_area}</p>}
        <button type="submit" class="main" disabled={sending.busy} aria-keyshortcuts="Control+Enter">{said.record} <kbd>Ctrl Enter</kbd></button>
      </div>
    </form>
  );
}

export function SessionPage({ chart }: { chart: string }) {
  use_title(`${said.title} ${chart}`);
  const chair = use_loaded(() => read_chair(chart), [chart]);
  return <When loaded={chair}>{(value) => <SessionForm chart={chart} chair={value} />}</When>;
}
