// Active acne: lesions counted region by region on the face, with what was there last time.
import { useState } from "preact/hooks";
import { acne_body, counted, examined, fresh_acne, is_empty_acne, last_counts, lesions, total_of, undone, unexamined, unseen_of_face, type AcneDraft } from "../acne_count.ts";
import { use_draft } from "../drafts.ts";
import { day_text } from "../format.ts";
import { name_of, title_of, words } from "../messages.ts";
import { regions } from "../regions.ts";
import { use_shortcuts } from "../shortcuts.ts";
import { ChoiceRow } from "./choice_row.tsx";
import { Counter } from "./counter.tsx";
import { FaceMap } from "./face_map.tsx";
import { Field } from "./field.tsx";
import { ObservationForm } from "./observation_form.tsx";
import type { FormProps } from "./observation_props.ts";
import { RaterField } from "./rater_field.tsx";

const said = words.observe;
const graded: [string, number][] = [["iga", 4], ["redness", 3], ["tenderness", 3]];

interface RegionCountProps {
  draft: AcneDraft;
  set: (next: (now: AcneDraft) => AcneDraft) => void;
  region: string;
  was: Record<string, number> | null;
}

function RegionCount({ draft, set, region, was }: RegionCountProps) {
  const counts = draft.regions[region];
  return (
    <div class="region-count">
      <div class="counters">
        {lesions.map((lesion) => (
          <Counter key={lesion} label={title_of(lesion)} value={counts?.[lesion] ?? 0} was={was === null ? null : was[lesion] ?? 0}
            set={(value) => set((now) => counted(now, region, lesion, value))} />
        ))}
      </div>
      <div class="actions">
        {counts ? (
          <button type="button" class="quiet" onClick={() => set((now) => unexamined(now, region))}>{said.unmark}</button>
        ) : (
          <button type="button" onClick={() => set((now) => examined(now, region))}>{said.mark_clear}</button>
        )}
        <button type="button" disabled={draft.before.length === 0} aria-keyshortcuts="Alt+Z" onClick={() => set(undone)}>{said.undo} <kbd>Alt Z</kbd></button>
      </div>
    </div>
  );
}

function RegionPicker({ draft, region, pick }: { draft: AcneDraft; region: string; pick: (region: string) => void }) {
  const state = (one: string): string => {
    const counts = draft.regions[one];
    if (!counts) return draft.rest ? said.examined_clear : said.not_examined;
    const total = total_of(counts);
    return total === 0 ? said.examined_clear : said.total(total);
  };
  return (
    <Field label={said.region_now} required choices={regions} names={(one) => `${title_of(one)}: ${state(one)}`} value={region} set={pick} />
  );
}

export function AcneForm({ chart, today, last, series }: FormProps) {
  const draft = use_draft<AcneDraft>(`acne.${chart}`, fresh_acne(today));
  const { value } = draft;
  const unseen = unseen_of_face(value);
  const [region, set_region] = useState<string>("forehead");
  use_shortcuts([{ code: "KeyZ", alt: true, run: () => draft.set(undone) }]);
  const field = (name: string, text: string): void => draft.set((now) => ({ ...now, fields: { ...now.fields, [name]: text } }));
  const was = (name: string): string | undefined =>
    last && typeof last[name] === "number" ? said.was(String(last[name]), day_text(String(last.on))) : undefined;
  return (
    <ObservationForm chart={chart} noun="acne" draft={draft} body={acne_body(value)} empty={is_empty_acne(value)} series={series}>
      <p class="soft">{said.acne_hint}</p>
      <Field label={said.on} type="date" required value={value.on.slice(0, 10)} set={(on) => draft.set((now) => ({ ...now, on }))} />
      <div class="where">
        <FaceMap label={words.session.map} chosen={(one) => one === region} toggle={set_region}
          note={(one) => (value.regions[one] ? String(total_of(value.regions[one])) : "")} />
        <div>
          <RegionPicker draft={value} region={region} pick={set_region} />
          <RegionCount draft={value} set={draft.set} region={region} was={last_counts(last, region)} />
          <label class="tick"><input type="checkbox" checked={value.rest} onChange={() => draft.set((now) => ({ ...now, rest: !now.rest }))} /> {said.rest_clear}</label>
          {unseen.length > 0 && <p class="note note-warn small" role="status">{said.part_of_face(unseen.map(name_of).join(", "))}</p>}
        </div>
      </div>
      {graded.map(([name, high]) => (
        <ChoiceRow key={name} legend={words.fields[name] ?? name} hint={was(name)} value={value.fields[name] ?? ""} set={(text) => field(name, text)}
          choices={Array.from({ length: high + 1 }, (_, n) => ({ value: String(n), label: String(n) }))} />
      ))}
      <div class="fields"><RaterField series={series} value={value.fields.rater ?? ""} set={(text) => field("rater", text)} /></div>
      <Field label={words.fields.note ?? ""} long value={value.fields.note ?? ""} set={(text) => field("note", text)} />
    </ObservationForm>
  );
}
