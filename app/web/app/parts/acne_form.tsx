// Active acne: lesions counted region by region on the face, with what was there last time.
import { useState } from "preact/hooks";
import {
  acneBody,
  counted,
  examined,
  freshAcne,
  isEmptyAcne,
  lastCounts,
  lesions,
  totalOf,
  undone,
  unexamined,
  unseenOfFace,
  type AcneDraft,
} from "../acne_count.ts";
import { useDraft } from "../drafts.ts";
import { dayText, listText } from "../format.ts";
import { nameOf, titleOf } from "../words.ts";
import { t, word } from "../../texts/texts.ts";
import { regions } from "../regions.ts";
import { useShortcuts } from "../shortcuts.ts";
import { ChoiceRow } from "./choice_row.tsx";
import { Counter } from "./counter.tsx";
import { FaceMap } from "./face_map.tsx";
import { DayField } from "./day_field.tsx";
import { Field } from "./field.tsx";
import { ObservationForm } from "./observation_form.tsx";
import type { FormProps } from "./observation_props.ts";
import { RaterField } from "./rater_field.tsx";
const graded: [string, number][] = [
  ["iga", 4],
  ["redness", 3],
  ["tenderness", 3],
];

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
          <Counter
            key={lesion}
            label={titleOf(lesion)}
            value={counts?.[lesion] ?? 0}
            was={was === null ? null : (was[lesion] ?? 0)}
            set={(value) => set((now) => counted(now, region, lesion, value))}
          />
        ))}
      </div>
      <div class="actions">
        {counts ? (
          <button type="button" class="quiet" onClick={() => set((now) => unexamined(now, region))}>
            {t("observe.unmark")}
          </button>
        ) : (
          <button type="button" onClick={() => set((now) => examined(now, region))}>
            {t("observe.mark_clear")}
          </button>
        )}
        <button
          type="button"
          disabled={draft.before.length === 0}
          aria-keyshortcuts="Alt+Z"
          onClick={() => set(undone)}
        >
          {t("observe.undo")} <kbd>Alt Z</kbd>
        </button>
      </div>
    </div>
  );
}

function RegionPicker({ draft, region, pick }: { draft: AcneDraft; region: string; pick: (region: string) => void }) {
  const state = (one: string): string => {
    const counts = draft.regions[one];
    if (!counts) return draft.rest ? t("observe.examined_clear") : t("observe.not_examined");
    const total = totalOf(counts);
    return total === 0 ? t("observe.examined_clear") : t("observe.total", { count: total });
  };
  return (
    <Field
      label={t("observe.region_now")}
      required
      choices={regions}
      names={(one) => `${titleOf(one)}: ${state(one)}`}
      value={region}
      set={pick}
    />
  );
}

export function AcneForm({ chartNumber, today, last, series }: FormProps) {
  const draft = useDraft<AcneDraft>(`acne.${chartNumber}`, freshAcne(today));
  const { value } = draft;
  const unseen = unseenOfFace(value);
  const [region, setRegion] = useState<string>("forehead");
  useShortcuts([{ code: "KeyZ", alt: true, run: () => draft.set(undone) }]);
  const field = (name: string, text: string): void =>
    draft.set((now) => ({ ...now, fields: { ...now.fields, [name]: text } }));
  const was = (name: string): string | undefined =>
    last && typeof last[name] === "number"
      ? t("observe.was", { value: String(last[name]), day: dayText(String(last.on)) })
      : undefined;
  return (
    <ObservationForm
      chartNumber={chartNumber}
      noun="acne"
      draft={draft}
      body={acneBody(value)}
      empty={isEmptyAcne(value)}
      series={series}
    >
      <p class="soft">{t("observe.acne_hint")}</p>
      <DayField draft={draft} />
      <div class="where">
        <FaceMap
          label={t("session.map")}
          chosen={(one) => one === region}
          toggle={setRegion}
          note={(one) => (value.regions[one] ? String(totalOf(value.regions[one])) : "")}
        />
        <div>
          <RegionPicker draft={value} region={region} pick={setRegion} />
          <RegionCount draft={value} set={draft.set} region={region} was={lastCounts(last, region)} />
          <label class="tick">
            <input
              type="checkbox"
              checked={value.rest}
              onChange={() => draft.set((now) => ({ ...now, rest: !now.rest }))}
            />{" "}
            {t("observe.rest_clear")}
          </label>
          {unseen.length > 0 && (
            <p class="note note-warn small" role="status">
              {t("observe.part_of_face", { list: listText(unseen.map(nameOf)) })}
            </p>
          )}
        </div>
      </div>
      {graded.map(([name, high]) => (
        <ChoiceRow
          key={name}
          legend={word("records.fields", name) ?? name}
          hint={was(name)}
          value={value.fields[name] ?? ""}
          set={(text) => field(name, text)}
          choices={Array.from({ length: high + 1 }, (_, n) => ({ value: String(n), label: String(n) }))}
        />
      ))}
      <div class="fields">
        <RaterField series={series} value={value.fields.rater ?? ""} set={(text) => field("rater", text)} />
      </div>
      <Field
        label={t("records.fields.note") ?? ""}
        long
        value={value.fields.note ?? ""}
        set={(text) => field("note", text)}
      />
    </ObservationForm>
  );
}
