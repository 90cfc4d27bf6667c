// How the clinic's patients changed, group by group. The sentence on top has those in it who were not followed.
import { useMemo, useState } from "preact/hooks";
import { resultsOf } from "../../chart/gather_outcomes.ts";
import { read } from "../api.ts";
import { dayText } from "../format.ts";
import { useLoaded } from "../loading.ts";
import { measureName } from "../measure.ts";
import { t, word } from "../../texts/texts.ts";
import { isWithin, named, type Outcomes } from "../outcomes_view.ts";
import { Field } from "../parts/field.tsx";
import { OutcomeEvents } from "../parts/outcomes/outcome_events.tsx";
import { OutcomeNotes } from "../parts/outcomes/outcome_notes.tsx";
import { OutcomeScale } from "../parts/outcomes/outcome_scale.tsx";
import { SplitFaces } from "../parts/outcomes/split_faces.tsx";
import { WithinPatients } from "../parts/outcomes/within_patients.tsx";
import { Empty, When, useTitle } from "../parts/page_frame.tsx";
const tagChoice = "tag";
const groupings = ["all", "fitzpatrick", "sessions", "depth", "device", "course", "side"];

function Within({ outcomes }: { outcomes: Outcomes }) {
  if (outcomes.within.length === 0)
    return <Empty title={t("outcomes.within_none")} remedy={t("outcomes.within_none_try")} />;
  return (
    <>
      <WithinPatients all={outcomes.within} />
      <OutcomeNotes outcomes={outcomes} />
    </>
  );
}

function Results({ outcomes }: { outcomes: Outcomes }) {
  const results = useMemo(() => resultsOf(outcomes), [outcomes]);
  const [picked, setPicked] = useState("");
  const codes = [...results.keys()];
  const code = codes.includes(picked) ? picked : codes[0];
  if (code === undefined && outcomes.groups.every((group) => group.split_faces.length === 0))
    return <Empty title={t("outcomes.none")} remedy={t("outcomes.none_try")} />;
  return (
    <>
      {code !== undefined && (
        <Field
          label={t("outcomes.scale")}
          required
          choices={codes}
          value={code}
          set={setPicked}
          names={(one) => {
            const result = results.get(one)?.[0]?.result;
            return result ? measureName(result) : one;
          }}
        />
      )}
      {code !== undefined && (
        <OutcomeScale
          key={`${code} ${outcomes.grouping}`}
          outcomes={outcomes}
          code={code}
          rows={results.get(code) ?? []}
        />
      )}
      <SplitFaces groups={outcomes.groups} />
      <OutcomeEvents groups={outcomes.groups} />
      <OutcomeNotes outcomes={outcomes} />
    </>
  );
}

export function OutcomesPage() {
  useTitle(t("outcomes.title"));
  const [by, setBy] = useState("");
  const [tag, setTag] = useState("");
  const asked = by === tagChoice ? (tag.trim() === "" ? "" : `tag:${tag.trim()}`) : by;
  const outcomes = useLoaded(() => read<Outcomes>("/outcomes", ["groups"], { by: asked }), [asked]);
  return (
    <>
      <h1>
        {t("outcomes.title")}
        {outcomes.value && <small> {t("frame.as_of", { day: dayText(outcomes.value.as_of) })}</small>}
      </h1>
      <div class="choosers">
        <Field
          label={t("outcomes.by")}
          required
          choices={[...groupings, tagChoice]}
          value={by || "all"}
          names={(one) => (one === tagChoice ? t("outcomes.tag") : (word("outcomes.bys", one) ?? one))}
          set={(one) => setBy(one === "all" ? "" : one)}
        />
        {by === tagChoice && <Field label={t("outcomes.tag_key")} value={tag} set={setTag} />}
      </div>
      <When loaded={outcomes}>
        {(value) => (isWithin(value) ? <Within outcomes={named(value)} /> : <Results outcomes={named(value)} />)}
      </When>
      <p class="no-print">
        <a href="/rating">{t("rating.title")}</a>
      </p>
    </>
  );
}
