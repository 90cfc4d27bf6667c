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
  totalOfAll,
  undone,
  unexamined,
  unseenOfFace,
  type AcneDraft,
} from "../../acne_count.ts";
import { useDraft } from "../../drafts.ts";
import { dayText, listText } from "../../format.ts";
import { nameOf, titleOf } from "../../words.ts";
import { t, word } from "../../../texts/texts.ts";
import { seenLook } from "../../region_look.ts";
import { offMap, regions } from "../../regions.ts";
import { useShortcuts } from "../../shortcuts.ts";
import { ChoiceRow } from "../choice_row.tsx";
import { Counter } from "../counter.tsx";
import { FaceMap } from "../face_map.tsx";
import { DayField } from "../day_field.tsx";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { ObservationForm } from "./observation_form.tsx";
import type { FormProps, ObservedProps } from "./observation_props.ts";
import { RaterField } from "./rater_field.tsx";
import { SkinDrawing } from "./skin_drawing.tsx";
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
  const [asks, ask] = useState(false); // before what was counted is taken out
  const counts = draft.regions[region];
  const total = totalOf(counts);
  const takeOut = (): void => set((now) => unexamined(now, region));
  const toggle = (): void => {
    if (!counts) set((now) => examined(now, region));
    else if (total > 0) ask(true);
    else takeOut();
  };
  return (
    <div class="working">
      <div class="working-head">
        <h3>{titleOf(region)}</h3>
        <button
          type="button"
          class="quiet steady"
          data-other={t(counts ? "observe.mark_clear" : "observe.unmark")}
          onClick={toggle}
        >
          {t(counts ? "observe.unmark" : "observe.mark_clear")}
        </button>
      </div>
      {asks && (
        <Dialog title={t("observe.unmark_asks", { region: nameOf(region), count: total })} close={() => ask(false)}>
          <div class="actions">
            <button
              type="button"
              onClick={() => {
                ask(false);
                takeOut();
              }}
            >
              {t("observe.unmark_do")}
            </button>
            <button type="button" onClick={() => ask(false)}>
              {t("frame.cancel")}
            </button>
          </div>
        </Dialog>
      )}
      <div class="counters">
        {lesions.map((lesion) => (
          <Counter
            key={lesion}
            label={titleOf(lesion)}
            drawing={<SkinDrawing of={lesion} />}
            value={counts?.[lesion] ?? 0}
            was={was === null ? null : (was[lesion] ?? 0)}
            set={(value) => set((now) => counted(now, region, lesion, value))}
          />
        ))}
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

function Total({ draft }: { draft: AcneDraft }) {
  return (
    <div class="total" role="status">
      <output>{totalOfAll(draft)}</output>
      <p>{t("observe.so_far", { seen: Object.keys(draft.regions).length })}</p>
    </div>
  );
}

// Of how much of the face: a count of a part is not compared with one of the whole. It comes and goes while one counts,
// and so stands below all that is tapped.
function PartOfFace({ draft }: { draft: AcneDraft }) {
  const unseen = unseenOfFace(draft);
  return (
    <p class="soft small" role="status">
      {unseen.length > 0 && t("observe.part_of_face", { list: listText(unseen.map(nameOf)) })}
    </p>
  );
}

interface AcneFieldsProps extends ObservedProps<AcneDraft> {
  region: string;
  pick: (region: string) => void;
  // Regions that will be treated and that nobody has looked at yet come first.
  wanted?: readonly string[];
}

export function AcneFields({ typing, last, series, region, pick, wanted = [] }: AcneFieldsProps) {
  const { value, set } = typing;
  useShortcuts([{ code: "KeyZ", alt: true, run: () => set(undone) }]);
  const field = (name: string, text: string): void =>
    set((now) => ({ ...now, fields: { ...now.fields, [name]: text } }));
  const was = (name: string): string | undefined =>
    last && typeof last[name] === "number"
      ? t("observe.was", { value: Number(last[name]), day: dayText(String(last.on)) })
      : undefined;
  const turnRest = (): void => set((now) => ({ ...now, rest: !now.rest }));
  const open = [...wanted, ...unseenOfFace(value)].filter((one) => !value.regions[one]);
  const next = open.find((one) => one !== region);
  const countAt = (one: string): number | null => {
    const counts = value.regions[one];
    return counts ? totalOf(counts) : value.rest && !offMap.includes(one) ? 0 : null;
  };
  return (
    <>
      <div class="where">
        <div>
          <FaceMap
            label={t("session.map")}
            look={(one) => seenLook(countAt(one), one === region)}
            toggle={pick}
            others={offMap.filter((one) => one === region || value.regions[one] || wanted.includes(one))}
          />
          <ul class="legend">
            <li>
              <i class="swatch swatch-seen" /> {t("observe.legend_seen")}
            </li>
            <li>
              <i class="swatch swatch-unseen" /> {t("observe.legend_unseen")}
            </li>
          </ul>
        </div>
        <div class="stack">
          <Total draft={value} />
          <RegionCount draft={value} set={set} region={region} was={lastCounts(last, region)} />
          <div class="actions">
            {next && (
              <button type="button" onClick={() => pick(next)}>
                {t("observe.next_region", { region: nameOf(next) })}
              </button>
            )}
            <button
              type="button"
              class="quiet"
              disabled={value.before.length === 0}
              aria-keyshortcuts="Alt+Z"
              onClick={() => set(undone)}
            >
              {t("observe.undo")} <kbd>Alt Z</kbd>
            </button>
          </div>
          <label class="tick">
            <input type="checkbox" checked={value.rest} onChange={turnRest} /> {t("observe.rest_clear")}
          </label>
          <RegionPicker draft={value} region={region} pick={pick} />
          <PartOfFace draft={value} />
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
    </>
  );
}

export function AcneForm({ chartNumber, today, last, series, kinds }: FormProps) {
  const draft = useDraft<AcneDraft>(`acne.${chartNumber}`, freshAcne(today));
  const [region, setRegion] = useState<string>("forehead");
  return (
    <ObservationForm
      chartNumber={chartNumber}
      noun="acne"
      draft={draft}
      body={acneBody(draft.value)}
      empty={isEmptyAcne(draft.value)}
      series={series}
    >
      <h2 class="hidden">{t("visit.skin.title.acne")}</h2>
      <p class="soft">{t("observe.acne_hint")}</p>
      <DayField draft={draft} />
      <AcneFields typing={draft} last={last} series={series} kinds={kinds} region={region} pick={setRegion} />
    </ObservationForm>
  );
}
