// How the clinic's patients changed, group by group. The sentence on top has those in it who were not followed.
import { useMemo, useState } from "preact/hooks";
import { intervalChart, shareChart } from "../../chart/chart.ts";
import { changeModel, improvedModel, isJudged, resultsOf, type GroupResult } from "../../chart/gather_outcomes.ts";
import { read } from "../api.ts";
import { dayText, unitText } from "../format.ts";
import { useLoaded } from "../loading.ts";
import { said } from "../../texts/phrase.ts";
import { t, word } from "../../texts/texts.ts";
import { groupName, isWithin, ofText, type Outcomes, type Result } from "../outcomes_view.ts";
import { measureName } from "../measure.ts";
import { ElementHost } from "../parts/element_host.tsx";
import { Field } from "../parts/field.tsx";
import { OutcomeEvents } from "../parts/outcomes/outcome_events.tsx";
import { OutcomeTable } from "../parts/outcomes/outcome_table.tsx";
import { SplitFaces } from "../parts/outcomes/split_faces.tsx";
import { WithinPatients } from "../parts/outcomes/within_patients.tsx";
import { Empty, When, useTitle } from "../parts/page_frame.tsx";
const tagChoice = "tag";
const groupings = ["all", "fitzpatrick", "sessions", "depth", "device", "course", "side"];

function Lead({ result }: { result: Result }) {
  const { followed, improved, worsened, worst_case: worstCase } = result;
  if (!followed || !improved || !isJudged(result)) return null;
  return (
    <p class="lead">
      {t("outcomes.lead", {
        followed: followed.k,
        began: followed.n,
        better: improved.confirmed.k,
        perhaps: improved.unconfirmed.k,
        worse: worsened?.confirmed.k ?? 0,
      })}
      {worstCase.improved &&
        followed.k < followed.n &&
        ` ${t("outcomes.lead_worst", { share: ofText(worstCase.improved) })}`}
    </p>
  );
}

function Rules({ result }: { result: Result }) {
  const { noise, responder_rule: responderRule, followed } = result;
  if (followed === null) return null; // words are not held against anything
  return (
    <p class="soft small measure">
      {noise
        ? t("outcomes.noise_kind", { kind: word("patient.beside.noise_kind", noise.kind) })
        : t("outcomes.noise_none")}
      {noise?.source && (
        <>
          {" "}
          {t("session.source_label")}{" "}
          <bdi lang="en" dir="ltr">
            {noise.source}
          </bdi>
          .
        </>
      )}
      {responderRule &&
        ` ${t("outcomes.rule", { text: word("instrument.responder", result.instrument) ?? responderRule.text })}`}
    </p>
  );
}

function Scale({ outcomes, code, rows }: { outcomes: Outcomes; code: string; rows: GroupResult[] }) {
  const [change, improved] = useMemo(() => {
    const names = outcomes.groups.map((group) => groupName(group.by));
    const named = rows.map((row) => ({ ...row, result: { ...row.result, name: measureName(row.result) } }));
    return [changeModel(named, names), improvedModel(named, names)];
  }, [outcomes, rows]);
  const found = outcomes.groups.flatMap((group) => {
    const result = group.instruments.find((one) => one.instrument === code);
    return result ? [{ group, result }] : [];
  });
  const first = found[0]?.result;
  if (!first) return null;
  return (
    <section>
      <h2>
        <bdi>{measureName(first)}</bdi> {first.followed && <small>{unitText(first.unit)}</small>}
      </h2>
      {found.length === 1 && <Lead result={first} />}
      <div class="columns">
        {improved && (
          <div>
            <h3>{t("plot.better")}</h3>
            <ElementHost make={(width) => shareChart(improved, { width })} on={improved} />
          </div>
        )}
        {change && (
          <div>
            <h3>{t("outcomes.figure")}</h3>
            <ElementHost make={(width) => intervalChart(change, { width })} on={change} />
          </div>
        )}
      </div>
      <OutcomeTable found={found} />
      <Rules result={first} />
    </section>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{t("outcomes.notes")}</h2>
      <ul class="sentences small">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function Within({ outcomes }: { outcomes: Outcomes }) {
  if (outcomes.within.length === 0)
    return <Empty title={t("outcomes.within_none")} remedy={t("outcomes.within_none_try")} />;
  return (
    <>
      <WithinPatients all={outcomes.within} />
      <Notes notes={outcomes.note_phrases.map(said)} />
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
        <Scale key={`${code} ${outcomes.grouping}`} outcomes={outcomes} code={code} rows={results.get(code) ?? []} />
      )}
      <SplitFaces groups={outcomes.groups} />
      <OutcomeEvents groups={outcomes.groups} />
      <Notes notes={outcomes.note_phrases.map(said)} />
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
        {(value) => (isWithin(value) ? <Within outcomes={value} /> : <Results outcomes={value} />)}
      </When>
    </>
  );
}
