// How the clinic's patients changed, group by group. The sentence on top has those in it who were not followed.
import { useMemo, useState } from "preact/hooks";
import { interval_chart, share_chart } from "../../chart/chart.ts";
import { change_model, improved_model, is_judged, results_of, type GroupResult } from "../../chart/gather_outcomes.ts";
import { words as chart_words } from "../../chart/words.ts";
import { read } from "../api.ts";
import { day_text, unit_text } from "../format.ts";
import { use_loaded } from "../loading.ts";
import { words } from "../messages.ts";
import { group_name, of_text, type Outcomes, type Result } from "../outcomes_view.ts";
import { ElementHost } from "../parts/element_host.tsx";
import { Field } from "../parts/field.tsx";
import { OutcomeEvents } from "../parts/outcome_events.tsx";
import { OutcomeTable } from "../parts/outcome_table.tsx";
import { SplitFaces } from "../parts/split_faces.tsx";
import { Empty, When, use_title } from "../parts/page_frame.tsx";

const said = words.outcomes;
const tag_choice = "tag";

function Lead({ result }: { result: Result }) {
  const { followed, improved, worsened, worst_case } = result;
  if (!followed || !improved || !is_judged(result)) return null;
  return (
    <p class="lead">
      {said.lead(followed.k, followed.n, improved.confirmed.k, improved.unconfirmed.k, worsened?.confirmed.k ?? 0)}
      {worst_case.improved && followed.k < followed.n && ` ${said.lead_worst(of_text(worst_case.improved))}`}
    </p>
  );
}

function Rules({ result }: { result: Result }) {
  const { noise, responder_rule, followed } = result;
  if (followed === null) return null; // words are not held against anything
  return (
    <p class="soft small measure">
      {noise ? said.noise_kind(words.beside.noise_kind[noise.kind]) : said.noise_none}
      {noise?.source && ` ${words.session.source(noise.source)}.`}
      {responder_rule && ` ${said.rule(responder_rule.text)}`}
    </p>
  );
}

function Scale({ outcomes, code, rows }: { outcomes: Outcomes; code: string; rows: GroupResult[] }) {
  const names = outcomes.groups.map((group) => group_name(group.by));
  const [change, improved] = useMemo(() => [change_model(rows, names), improved_model(rows, names)], [rows]);
  const found = outcomes.groups.flatMap((group) => {
    const result = group.instruments.find((one) => one.instrument === code);
    return result ? [{ group, result }] : [];
  });
  const first = found[0]?.result;
  if (!first) return null;
  return (
    <section>
      <h2>{first.name} {first.followed && <small>{unit_text(first.unit)}</small>}</h2>
      {found.length === 1 && <Lead result={first} />}
      <div class="columns">
        {improved && <div><h3>{chart_words.better}</h3><ElementHost make={(width) => share_chart(improved, { width })} on={improved} /></div>}
        {change && <div><h3>{said.figure}</h3><ElementHost make={(width) => interval_chart(change, { width })} on={change} /></div>}
      </div>
      <OutcomeTable found={found} />
      <Rules result={first} />
    </section>
  );
}

function Results({ outcomes }: { outcomes: Outcomes }) {
  const results = useMemo(() => results_of(outcomes), [outcomes]);
  const [picked, set_picked] = useState("");
  const codes = [...results.keys()];
  const code = codes.includes(picked) ? picked : codes[0];
  if (code === undefined && outcomes.groups.every((group) => group.split_faces.length === 0)) return <Empty title={said.none} remedy={said.none_try} />;
  return (
    <>
      {code !== undefined && <Field label={said.scale} required choices={codes} value={code} set={set_picked} names={(one) => results.get(one)?.[0]?.result.name ?? one} />}
      {code !== undefined && <Scale key={`${code} ${outcomes.grouping}`} outcomes={outcomes} code={code} rows={results.get(code) ?? []} />}
      <SplitFaces groups={outcomes.groups} />
      <OutcomeEvents groups={outcomes.groups} />
      {outcomes.notes.length > 0 && <section><h2>{said.notes}</h2><ul class="sentences small">{outcomes.notes.map((note) => <li key={note}>{note}</li>)}</ul></section>}
    </>
  );
}

export function OutcomesPage() {
  use_title(said.title);
  const [by, set_by] = useState("");
  const [tag, set_tag] = useState("");
  const asked = by === tag_choice ? (tag.trim() === "" ? "" : `tag:${tag.trim()}`) : by;
  const outcomes = use_loaded(() => read<Outcomes>("/outcomes", ["groups"], { by: asked }), [asked]);
  return (
    <>
      <h1>{said.title}{outcomes.value && <small> {words.as_of(day_text(outcomes.value.as_of))}</small>}</h1>
      <div class="choosers">
        <Field label={said.by} required choices={[...Object.keys(said.bys).map((one) => one || "all"), tag_choice]} value={by || "all"}
          names={(one) => (one === tag_choice ? said.tag : said.bys[one === "all" ? "" : one] ?? one)} set={(one) => set_by(one === "all" ? "" : one)} />
        {by === tag_choice && <Field label={said.tag_key} value={tag} set={set_tag} />}
      </div>
      <When loaded={outcomes}>{(value) => <Results outcomes={value} />}</When>
    </>
  );
}
