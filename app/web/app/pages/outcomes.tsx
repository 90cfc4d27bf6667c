// How the clinic's patients changed, group by group: means with intervals, shares with intervals, side effects.
import { useMemo, useState } from "preact/hooks";
import { interval_chart } from "../../chart/chart.ts";
import { change_model, results_of, type GroupResult, type OutcomesJson, type ResultJson, type ShareJson } from "../../chart/gather_outcomes.ts";
import { read } from "../api.ts";
import { change_text, day_text, number_text, unit_text } from "../format.ts";
import { use_loaded } from "../loading.ts";
import { title_of, words } from "../messages.ts";
import { ElementHost } from "../parts/element_host.tsx";
import { Field } from "../parts/field.tsx";
import { Empty, When, use_title } from "../parts/page_frame.tsx";

const said = words.outcomes;
const tag_choice = "tag";

interface Result extends ResultJson {
  concern: string;
  n: number;
  baseline: { mean: number } | null;
  latest: { mean: number } | null;
  responders: ShareJson | null;
  worsened: ShareJson | null;
  responder_rule: { text: string } | null;
}

interface Group {
  by: string | null; // null: not known of these patients
  n: number;
  small: boolean;
  instruments: Result[];
  adverse_events: { events: number; sessions: number; per_100: number; low95: number; high95: number } | null;
}

interface Outcomes extends OutcomesJson {
  as_of: string;
  grouping: string;
  groups: Group[];
}

const share_text = (share: ShareJson | null): string =>
  share === null ? "–" : `${said.of(share.k, share.n)} (${number_text(Math.round(share.low95 * 100))} to ${number_text(Math.round(share.high95 * 100))} %)`;

const group_name = (by: string | null): string =>
  by === null ? words.not_given : title_of(by === "all" ? said.all : by);

function Row({ group, result }: { group: Group; result: Result }) {
  const { change } = result;
  return (
    <tr>
      <th scope="row">{group_name(group.by)}{result.small && <small class="soft"> {said.small}</small>}</th>
      <td class="end figures">{result.n}</td>
      <td class="end figures">{result.baseline ? number_text(result.baseline.mean) : "–"}</td>
      <td class="end figures">{result.latest ? number_text(result.latest.mean) : "–"}</td>
      <td class="end figures">
        {change ? change_text(change.mean) : "–"}
        {change && change.low95 !== null && change.high95 !== null && <small> ({said.interval(number_text(change.low95), number_text(change.high95))})</small>}
      </td>
      <td class="end figures">{share_text(result.improved_share)}</td>
      <td class="end figures">{share_text(result.worsened)}</td>
      <td class="end figures">{share_text(result.responders)}</td>
    </tr>
  );
}

function Scale({ outcomes, code, rows }: { outcomes: Outcomes; code: string; rows: GroupResult[] }) {
  const names = outcomes.groups.map((group) => group_name(group.by));
  const model = useMemo(() => change_model(rows, names), [rows]);
  const found = outcomes.groups.flatMap((group) => {
    const result = group.instruments.find((one) => one.instrument === code);
    return result ? [{ group, result }] : [];
  });
  const first = found[0]?.result;
  if (!first) return null;
  return (
    <section>
      <h2>{first.name} <small>{unit_text(first.unit)}</small></h2>
      {first.responder_rule && <p class="soft">{said.rule(first.responder_rule.text)}</p>}
      {model && <><h3>{said.figure}</h3><ElementHost make={(width) => interval_chart(model, { width })} on={model} /></>}
      <div class="scroll" role="region" aria-label={first.name} tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{said.group}</th>{[said.patients, said.baseline, said.latest, said.change, said.improved, said.worsened, said.responders].map((name) => <th key={name} scope="col" class="end">{name}</th>)}</tr></thead>
          <tbody>{found.map(({ group, result }) => <Row key={group_name(group.by)} group={group} result={result} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Events({ groups }: { groups: Group[] }) {
  const known = groups.filter((group) => group.adverse_events);
  if (known.length === 0) return null;
  return (
    <section>
      <h2>{said.events}</h2>
      <ul class="rows">
        {known.map(({ by, adverse_events: events }) => events && (
          <li key={group_name(by)}>
            <span>{group_name(by)}</span>
            <span class="figures row-end">{number_text(events.per_100)} <small>({said.interval(number_text(events.low95), number_text(events.high95))}; {said.of(events.events, events.sessions)})</small></span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Results({ outcomes }: { outcomes: Outcomes }) {
  const results = useMemo(() => results_of(outcomes), [outcomes]);
  const [picked, set_picked] = useState("");
  const codes = [...results.keys()];
  const code = codes.includes(picked) ? picked : codes[0];
  if (code === undefined) return <Empty title={said.none} remedy={said.none_try} />;
  return (
    <>
      <Field label={said.scale} required choices={codes} value={code} set={set_picked} names={(one) => results.get(one)?.[0]?.result.name ?? one} />
      <Scale key={`${code} ${outcomes.grouping}`} outcomes={outcomes} code={code} rows={results.get(code) ?? []} />
      <Events groups={outcomes.groups} />
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
