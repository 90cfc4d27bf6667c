// How the clinic's patients changed, group by group. The sentence on top has those in it who were not followed.
import { useMemo, useState } from "preact/hooks";
import { intervalChart, shareChart } from "../../chart/chart.ts";
import { changeModel, improvedModel, isJudged, resultsOf, type GroupResult } from "../../chart/gather_outcomes.ts";
import { messages as chartMessages } from "../../chart/messages.ts";
import { read } from "../api.ts";
import { dayText, unitText } from "../format.ts";
import { useLoaded } from "../loading.ts";
import { messages } from "../messages.ts";
import { groupName, isWithin, ofText, type Outcomes, type Result } from "../outcomes_view.ts";
import { ElementHost } from "../parts/element_host.tsx";
import { Field } from "../parts/field.tsx";
import { OutcomeEvents } from "../parts/outcomes/outcome_events.tsx";
import { OutcomeTable } from "../parts/outcomes/outcome_table.tsx";
import { SplitFaces } from "../parts/outcomes/split_faces.tsx";
import { WithinPatients } from "../parts/outcomes/within_patients.tsx";
import { Empty, When, useTitle } from "../parts/page_frame.tsx";

const texts = messages.outcomes;
const tagChoice = "tag";

function Lead({ result }: { result: Result }) {
  const { followed, improved, worsened, worst_case: worstCase } = result;
  if (!followed || !improved || !isJudged(result)) return null;
  return (
    <p class="lead">
      {texts.lead(followed.k, followed.n, improved.confirmed.k, improved.unconfirmed.k, worsened?.confirmed.k ?? 0)}
      {worstCase.improved && followed.k < followed.n && ` ${texts.leadWorst(ofText(worstCase.improved))}`}
    </p>
  );
}

function Rules({ result }: { result: Result }) {
  const { noise, responder_rule: responderRule, followed } = result;
  if (followed === null) return null; // words are not held against anything
  return (
    <p class="soft small measure">
      {noise ? texts.noiseKind(messages.beside.noiseKind[noise.kind]) : texts.noiseNone}
      {noise?.source && ` ${messages.session.source(noise.source)}.`}
      {responderRule && ` ${texts.rule(responderRule.text)}`}
    </p>
  );
}

function Scale({ outcomes, code, rows }: { outcomes: Outcomes; code: string; rows: GroupResult[] }) {
  const [change, improved] = useMemo(() => {
    const names = outcomes.groups.map((group) => groupName(group.by));
    return [changeModel(rows, names), improvedModel(rows, names)];
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
        {first.name} {first.followed && <small>{unitText(first.unit)}</small>}
      </h2>
      {found.length === 1 && <Lead result={first} />}
      <div class="columns">
        {improved && (
          <div>
            <h3>{chartMessages.better}</h3>
            <ElementHost make={(width) => shareChart(improved, { width })} on={improved} />
          </div>
        )}
        {change && (
          <div>
            <h3>{texts.figure}</h3>
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
      <h2>{texts.notes}</h2>
      <ul class="sentences small">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

function Within({ outcomes }: { outcomes: Outcomes }) {
  if (outcomes.within.length === 0) return <Empty title={texts.withinNone} remedy={texts.withinNoneTry} />;
  return (
    <>
      <WithinPatients all={outcomes.within} />
      <Notes notes={outcomes.notes} />
    </>
  );
}

function Results({ outcomes }: { outcomes: Outcomes }) {
  const results = useMemo(() => resultsOf(outcomes), [outcomes]);
  const [picked, setPicked] = useState("");
  const codes = [...results.keys()];
  const code = codes.includes(picked) ? picked : codes[0];
  if (code === undefined && outcomes.groups.every((group) => group.split_faces.length === 0))
    return <Empty title={texts.none} remedy={texts.noneTry} />;
  return (
    <>
      {code !== undefined && (
        <Field
          label={texts.scale}
          required
          choices={codes}
          value={code}
          set={setPicked}
          names={(one) => results.get(one)?.[0]?.result.name ?? one}
        />
      )}
      {code !== undefined && (
        <Scale key={`${code} ${outcomes.grouping}`} outcomes={outcomes} code={code} rows={results.get(code) ?? []} />
      )}
      <SplitFaces groups={outcomes.groups} />
      <OutcomeEvents groups={outcomes.groups} />
      <Notes notes={outcomes.notes} />
    </>
  );
}

export function OutcomesPage() {
  useTitle(texts.title);
  const [by, setBy] = useState("");
  const [tag, setTag] = useState("");
  const asked = by === tagChoice ? (tag.trim() === "" ? "" : `tag:${tag.trim()}`) : by;
  const outcomes = useLoaded(() => read<Outcomes>("/outcomes", ["groups"], { by: asked }), [asked]);
  return (
    <>
      <h1>
        {texts.title}
        {outcomes.value && <small> {messages.asOf(dayText(outcomes.value.as_of))}</small>}
      </h1>
      <div class="choosers">
        <Field
          label={texts.by}
          required
          choices={[...Object.keys(texts.bys).map((one) => one || "all"), tagChoice]}
          value={by || "all"}
          names={(one) => (one === tagChoice ? texts.tag : (texts.bys[one === "all" ? "" : one] ?? one))}
          set={(one) => setBy(one === "all" ? "" : one)}
        />
        {by === tagChoice && <Field label={texts.tagKey} value={tag} set={setTag} />}
      </div>
      <When loaded={outcomes}>
        {(value) => (isWithin(value) ? <Within outcomes={value} /> : <Results outcomes={value} />)}
      </When>
    </>
  );
}
