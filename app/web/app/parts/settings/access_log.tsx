// Who read what, of one patient, by one person, or all of it; a page at a time.
import { useEffect, useState } from "preact/hooks";
import { read, type Problem } from "../../api.ts";
import { momentText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { t, word } from "../../../texts/texts.ts";
import type { AccessEntry, AccessPage, Account } from "../../people_shapes.ts";
import { pageOf } from "../../router.ts";
import { Field } from "../field.tsx";
import { Empty, Waiting } from "../page_frame.tsx";
import { ProblemNote } from "../problem.tsx";

const whereOf = (entry: AccessEntry): string =>
  entry.device !== null
    ? t("access.device_of", { id: String(entry.device) })
    : entry.program !== null
      ? t("access.program", { id: String(entry.program) })
      : "";

function Row({ entry }: { entry: AccessEntry }) {
  return (
    <tr>
      <td class="figures">
        <time dateTime={entry.at}>{momentText(entry.at)}</time>
      </td>
      <td>{entry.person === null ? t("access.nobody") : <bdi>{entry.person}</bdi>}</td>
      <td>
        {word("access.acts", entry.act) ?? entry.act}
        {entry.reason !== null && (
          <>
            : <bdi>{entry.reason}</bdi>
          </>
        )}
      </td>
      <td>{entry.chart !== null && <a href={pageOf(entry.chart)}>{entry.chart}</a>}</td>
      <td>{whereOf(entry)}</td>
    </tr>
  );
}

interface Wanted {
  patient: string;
  person: string;
}

function Entries({ wanted }: { wanted: Wanted }) {
  const [entries, setEntries] = useState<AccessEntry[] | null>(null);
  const [next, setNext] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = async (before: number | null): Promise<void> => {
    const query = { ...wanted, ...(before === null ? {} : { before: String(before) }) };
    const answer = await read<AccessPage>("/access", ["entries"], query);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return setEntries(null);
    setEntries((known) => [...(before === null ? [] : (known ?? [])), ...answer.value.entries]);
    setNext(answer.value.next);
  };
  useEffect(() => {
    void load(null);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- begins anew with what is wanted
  }, [wanted]);
  if (problem) return <ProblemNote problem={problem} />;
  if (entries === null) return <Waiting />;
  if (entries.length === 0) return <Empty title={t("access.none")} />;
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={t("access.title")}>
        <table>
          <thead>
            <tr>
              {[t("access.at"), t("access.person"), t("access.what"), t("access.patient"), t("access.device")].map(
                (head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {next !== null && (
        <button type="button" onClick={() => void load(next)}>
          {t("access.more")}
        </button>
      )}
    </>
  );
}

export function AccessLog() {
  const accounts = useLoaded(() => read<Account[]>("/accounts", "list"), []);
  const [patient, setPatient] = useState("");
  const [person, setPerson] = useState("");
  const [wanted, setWanted] = useState<Wanted>({ patient: "", person: "" });
  return (
    <section>
      <h2>{t("access.title")}</h2>
      <p class="measure soft">{t("access.lead")}</p>
      <form
        class="measure"
        onSubmit={(event) => {
          event.preventDefault();
          setWanted({ patient: patient.trim(), person });
        }}
      >
        <div class="fields">
          <Field label={t("access.patient")} dir="auto" value={patient} set={setPatient} />
          <Field
            label={t("access.person")}
            none={t("access.everybody")}
            value={person}
            set={setPerson}
            choices={(accounts.value ?? []).map((account) => account.name)}
            names={(name) => name}
          />
        </div>
        <div class="actions">
          <button type="submit">{t("access.filter")}</button>
        </div>
      </form>
      <Entries wanted={wanted} />
    </section>
  );
}
