// Everybody in the book, page by page.
import { useEffect, useState } from "preact/hooks";
import { read, type Problem } from "../api.ts";
import { birthDayText } from "../format.ts";
import { t, word } from "../../texts/texts.ts";
import { pageOf } from "../router.ts";
import type { Person } from "../shapes.ts";
import { Field } from "../parts/field.tsx";
import { Empty, Waiting, useTitle } from "../parts/page_frame.tsx";
import { OtherName, PersonName } from "../parts/person_name.tsx";
import { ProblemNote } from "../parts/problem.tsx";
import { openRegistration } from "../parts/shell.tsx";
import { may } from "../turn.ts";
const pageSize = "50";

interface Listed {
  items: Person[];
  next: string | null;
  total: number;
}

function Rows({ items }: { items: Person[] }) {
  return (
    <table class="listing">
      <thead>
        <tr>
          <th scope="col">{t("patients.chart")}</th>
          <th scope="col">{t("patients.name")}</th>
          <th scope="col">{t("patients.born")}</th>
          <th scope="col">{t("patients.skin")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((person) => (
          <tr key={person.id}>
            <td class="figures">
              <a class="row-link" href={pageOf(person.chart)}>
                <bdi>{person.chart}</bdi>
              </a>
            </td>
            <td>
              <PersonName of={person} /> <OtherName of={person} />
            </td>
            <td class="figures">
              {person.born ? (
                <time dateTime={person.born}>{birthDayText(person.born)}</time>
              ) : (
                <span class="soft">{t("frame.not_given")}</span>
              )}
            </td>
            <td>{person.fitzpatrick ?? <span class="soft">{t("frame.not_given")}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function PatientsPage() {
  useTitle(t("patients.title"));
  const [sort, setSort] = useState("chart");
  const [listed, setListed] = useState<Listed | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = async (order: string, after: Listed | null): Promise<void> => {
    const answer = await read<Listed>("/patients", ["items"], {
      sort: order,
      limit: pageSize,
      after: after?.next ?? undefined,
    });
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    setListed({ ...answer.value, items: [...(after?.items ?? []), ...answer.value.items] });
  };
  useEffect(() => void load(sort, null), [sort]);
  return (
    <>
      <div class="page-head">
        <h1>
          {t("patients.title")}
          {listed && <small> {t("patients.total", { count: listed.total })}</small>}
        </h1>
        <Field
          label={t("patients.sort")}
          required
          choices={["chart", "name", "registered", "last_visit"]}
          names={(name) => word("patients.sorts", name) ?? name}
          value={sort}
          set={setSort}
        />
        {may("write_observations") && (
          <button type="button" class="main" aria-keyshortcuts="Alt+N" onClick={openRegistration}>
            {t("patients.patient_form.title")}
          </button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} again={() => void load(sort, null)} />}
      {listed === null ? (
        !problem && <Waiting />
      ) : listed.items.length === 0 ? (
        <Empty title={t("patients.none")} />
      ) : (
        <Rows items={listed.items} />
      )}
      {listed?.next && (
        <p class="actions">
          <button type="button" onClick={() => void load(sort, listed)}>
            {t("patients.more")}
          </button>
        </p>
      )}
    </>
  );
}
