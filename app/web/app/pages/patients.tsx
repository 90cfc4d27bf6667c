// Everybody in the book, page by page.
import { useEffect, useState } from "preact/hooks";
import { read, type Problem } from "../api.ts";
import { day_text } from "../format.ts";
import { words } from "../messages.ts";
import { page_of } from "../router.ts";
import type { Person } from "../shapes.ts";
import { Field } from "../parts/field.tsx";
import { Empty, Waiting, use_title } from "../parts/page_frame.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { open_registration } from "../parts/shell.tsx";

const said = words.patients;
const page_size = "50";

interface Listed {
  items: Person[];
  next: string | null;
  total: number;
}

function Rows({ items }: { items: Person[] }) {
  return (
    <table class="listing">
      <thead><tr><th scope="col">{said.chart}</th><th scope="col">{said.name}</th><th scope="col">{said.born}</th><th scope="col">{said.skin}</th></tr></thead>
      <tbody>
        {items.map((person) => (
          <tr key={person.id}>
            <td class="figures"><a href={page_of(person.chart)}>{person.chart}</a></td>
            <td><bdi>{person.name}</bdi> {person.name_ar && <bdi class="soft" lang="ar">{person.name_ar}</bdi>}</td>
            <td class="figures">{person.born ? <time dateTime={person.born}>{day_text(person.born)}</time> : <span class="soft">{words.not_given}</span>}</td>
            <td>{person.fitzpatrick ?? <span class="soft">{words.not_given}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function PatientsPage() {
  use_title(said.title);
  const [sort, set_sort] = useState("chart");
  const [listed, set_listed] = useState<Listed | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const load = async (order: string, after: Listed | null): Promise<void> => {
    const answer = await read<Listed>("/patients", ["items"], { sort: order, limit: page_size, after: after?.next ?? undefined });
    if (!answer.ok) return set_problem(answer.problem);
    set_problem(null);
    set_listed({ ...answer.value, items: [...(after?.items ?? []), ...answer.value.items] });
  };
  useEffect(() => void load(sort, null), [sort]);
  return (
    <>
      <div class="page-head">
        <h1>{said.title}{listed && <small> {said.total(listed.total)}</small>}</h1>
        <Field label={said.sort} required choices={Object.keys(said.sorts)} names={(name) => said.sorts[name] ?? name} value={sort} set={set_sort} />
        <button type="button" class="main" aria-keyshortcuts="Alt+N" onClick={open_registration}>{words.patient_form.title}</button>
      </div>
      {problem && <ProblemNote problem={problem} again={() => void load(sort, null)} />}
      {listed === null ? !problem && <Waiting /> : listed.items.length === 0 ? <Empty title={said.none} /> : <Rows items={listed.items} />}
      {listed?.next && <p class="actions"><button type="button" onClick={() => void load(sort, listed)}>{said.more}</button></p>}
    </>
  );
}
