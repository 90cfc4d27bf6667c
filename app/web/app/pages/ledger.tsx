// Who did what, and why, with the values before and after.
import { useEffect, useState } from "preact/hooks";
import { patient_path, read, type Problem } from "../api.ts";
import { words } from "../messages.ts";
import { go } from "../router.ts";
import type { LedgerEntry } from "../shapes.ts";
import { Field } from "../parts/field.tsx";
import { Empty, Waiting, use_title } from "../parts/page_frame.tsx";
import { ProblemNote } from "../parts/problem.tsx";

const said = words.ledger;
const page_size = 50;

function Value({ value }: { value: string | null }) {
  return value === null ? <span class="soft">{said.empty}</span> : <bdi>{value}</bdi>;
}

function Changes({ entry }: { entry: LedgerEntry }) {
  return (
    <div class="scroll" role="region" aria-label={said.changes(entry.changes.length)} tabIndex={0}>
      <table class="changes">
        <thead><tr><th scope="col">{said.changes(entry.changes.length)}</th><th scope="col">{said.before}</th><th scope="col">{said.after}</th></tr></thead>
        {entry.changes.map((change, index) => (
          <tbody key={index}>
            <tr><th scope="rowgroup" colSpan={3}>{change.table} {said.kinds[change.kind]} <small>{change.key}</small></th></tr>
            {change.columns.map((column) => (
              <tr key={column.column}><td>{column.column}</td><td><Value value={column.before} /></td><td><Value value={column.after} /></td></tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Entry({ entry }: { entry: LedgerEntry }) {
  return (
    <li class="entry-ledger">
      <details>
        <summary>
          <span class="figures soft">{entry.seq}</span>{" "}
          <time class="figures" dateTime={entry.at}>{entry.at.slice(0, 16).replace("T", " ")} UTC</time>{" "}
          <strong>{entry.action}</strong> <bdi>{entry.actor}</bdi>
          {entry.reason && <span> · <bdi>{entry.reason}</bdi></span>}
        </summary>
        {entry.epoch ? <p><bdi>{entry.epoch}</bdi></p> : <Changes entry={entry} />}
      </details>
    </li>
  );
}

export function LedgerPage({ chart }: { chart: string | null }) {
  use_title(said.title);
  const [entries, set_entries] = useState<LedgerEntry[] | null>(null);
  const [more, set_more] = useState(false);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [wanted, set_wanted] = useState(chart ?? "");
  const load = async (before: readonly LedgerEntry[]): Promise<void> => {
    const answer = chart
      ? await read<LedgerEntry[]>(patient_path(chart, "/ledger"), "list")
      : await read<LedgerEntry[]>("/ledger", "list", { limit: String(page_size), before: before.length > 0 ? String(before[before.length - 1]?.seq) : undefined });
    if (!answer.ok) return set_problem(answer.problem);
    const listed = answer.value;
    set_problem(null);
    set_more(chart === null && listed.length === page_size);
    set_entries([...before, ...listed]);
  };
  useEffect(() => void load([]), [chart]);
  const filter = (event: Event): void => {
    event.preventDefault();
    go(wanted.trim() === "" ? "/ledger" : `/ledger?patient=${encodeURIComponent(wanted.trim())}`);
  };
  const sorted = entries === null ? null : [...entries].sort((a, b) => b.seq - a.seq);
  return (
    <>
      <h1>{said.title}</h1>
      <p class="measure soft">{said.lead}</p>
      <form class="inline" onSubmit={filter}>
        <Field label={said.filter} value={wanted} set={set_wanted} hint={words.patient_form.chart} />
        <button type="submit">{words.search.label}</button>
        {chart && <a class="button" href="/ledger" onClick={() => set_wanted("")}>{said.whole}</a>}
      </form>
      {problem && <ProblemNote problem={problem} again={() => void load([])} />}
      {sorted === null ? !problem && <Waiting /> : sorted.length === 0 ? <Empty title={said.none} /> : <ol class="ledger">{sorted.map((entry) => <Entry key={entry.seq} entry={entry} />)}</ol>}
      {more && entries && <p class="actions"><button type="button" onClick={() => void load(entries)}>{said.earlier}</button></p>}
    </>
  );
}
