// Rows of a file into the book: choose it, see how it is understood, say what is open, then write.
import { useRef, useState } from "preact/hooks";
import { newKey, read, submit, type Problem } from "../api.ts";
import {
  asBase64,
  askedValues,
  fieldChoices,
  headerRows,
  importBody,
  nothingTold,
  proposalBody,
  templateOf,
  valueKey,
  withField,
  withKind,
  type FileContent,
  type ImportForm,
} from "../import_options.ts";
import { readKinds } from "../kinds.ts";
import { measureName } from "../measure.ts";
import { saveFile } from "../save.ts";
import { labelOf } from "../words.ts";
import { useLoaded } from "../loading.ts";
import { t, word } from "../../texts/texts.ts";
import { Field } from "../parts/field.tsx";
import { ImportColumns } from "../parts/import/columns.tsx";
import { ImportPreview, ImportRefusal, ProblemList } from "../parts/import/preview.tsx";
import { ImportValues } from "../parts/import/values.tsx";
import { useTitle } from "../parts/page_frame.tsx";
import type { ImportProposal, ImportReport } from "../shapes.ts";
type Value = ImportProposal["values"][number];

const importKinds = [
  "patients",
  "scores",
  "acne",
  "scars",
  "pigmentation",
  "sessions",
  "readings",
  "questionnaires",
  "events",
  "treatments",
  "applications",
  "conditions",
  "courses",
];

const inWords = (name: string): string => word("import.fields", name) ?? labelOf(name);

function headerInWords(rows: string): string {
  const [first, second] = rows.split("-");
  return second === undefined
    ? t("import.header_row", { row: first ?? "" })
    : t("import.header_rows", { first: first ?? "", second });
}

export function ImportPage() {
  useTitle(t("import.title"));
  const kinds = useLoaded(readKinds, []);
  const instruments = useLoaded(() => read<{ code: string; name: string }[]>("/instruments", "list"), []);
  const [form, setForm] = useState<ImportForm>(nothingTold);
  const [file, setFile] = useState<FileContent | null>(null);
  const [proposal, setProposal] = useState<ImportProposal | null>(null);
  const [answered, setAnswered] = useState<Value[]>([]);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState("");
  const [over, setOver] = useState(false);
  const key = useRef(newKey());
  const turn = useRef(0);

  const ask = async <T,>(body: object, why: string, sentAs: string): Promise<T | null> => {
    setBusy(why);
    setProblem(null);
    const mine = ++turn.current;
    const answer = await submit<T>("/imports", body, sentAs);
    if (mine !== turn.current) return null; // another question was asked meanwhile
    setBusy("");
    if (answer.ok) return answer.value;
    setProblem(answer.problem);
    return null;
  };
  const look = async (of: FileContent, told: ImportForm, before: ImportProposal | null): Promise<void> => {
    setForm(told);
    key.current = newKey();
    const found = await ask<ImportProposal>(proposalBody(of, told, before), t("import.reading"), newKey());
    if (found) setProposal(found);
  };
  const choose = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const content = { name: chosen.name, content: await asBase64(chosen) };
    setFile(content);
    setReport(null);
    setProposal(null);
    setAnswered([]);
    await look(content, { ...nothingTold, create: form.create }, null);
  };
  const tell = (told: ImportForm): void => {
    if (file) void look(file, told, proposal);
  };
  const answer = (value: Value, word: string | null): void => {
    const others = Object.entries(form.values).filter(([each]) => each !== valueKey(value));
    setAnswered((now) => [...now.filter((each) => valueKey(each) !== valueKey(value)), value]);
    tell({ ...form, values: Object.fromEntries(word === null ? others : [...others, [valueKey(value), word]]) });
  };
  const write = async (): Promise<void> => {
    if (!file || !proposal) return;
    const written = await ask<ImportReport>(importBody(file, form, proposal), t("import.writing"), key.current);
    if (!written) return;
    setReport(written);
    setProposal(null);
    key.current = newKey();
  };

  const { rows_read: rowsRead, rows_rejected: rowsRejected } = proposal ?? { rows_read: 0, rows_rejected: 0 };
  const kind = proposal?.kind ?? form.kind;
  const scales = (instruments.value ?? []).map(({ code, name }) => ({
    code,
    name: measureName({ instrument: code, name }),
  }));
  const choices = fieldChoices(kind, kinds.value ?? [], scales, inWords);
  const label = (name: string): string => choices.find((each) => each.name === name)?.label ?? inWords(name);
  const asked = proposal ? askedValues(proposal, answered) : [];
  const understood = proposal?.values.filter((value) => value.as !== null) ?? [];
  const ready = proposal !== null && proposal.kind !== null && proposal.open.length === 0 && proposal.would_import > 0;
  return (
    <>
      <h1>{t("import.title")}</h1>
      <p class="measure soft">{t("import.lead")}</p>
      <div
        class={over ? "import-drop import-over" : "import-drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void choose(event.dataTransfer?.files[0]);
        }}
      >
        <label for="file">{t("import.file")}</label>
        <input
          id="file"
          type="file"
          aria-describedby="file-hint"
          accept=".csv,.tsv,.txt,.xlsx,.xlsm,.ods,.json,.ndjson,.jsonl,text/csv"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
        <small id="file-hint" class="soft">
          {t("import.file_hint")}
        </small>
      </div>
      <div class="fields">
        <Field
          label={t("import.kind")}
          choices={importKinds}
          names={(one) => word("import.kinds", one) ?? one}
          none={t("import.kind_found")}
          value={kind}
          set={(one) => (proposal ? tell(withKind(form, one)) : setForm(withKind(form, one)))}
        />
        {(proposal?.sheets.length ?? 0) > 1 && (
          <Field
            label={t("import.sheet")}
            required
            choices={proposal?.sheets}
            names={(one) => one}
            value={proposal?.sheet ?? ""}
            set={(sheet) => tell({ ...nothingTold, create: form.create, sheet })}
          />
        )}
        {file && (proposal ?? problem) && (
          <Field
            label={t("import.header")}
            choices={headerRows}
            names={headerInWords}
            none={t("import.header_found")}
            value={form.header}
            set={(header) => tell({ ...form, header, fields: null })}
          />
        )}
        {proposal && kind !== "patients" && (
          <Field
            label={t("import.origin")}
            type="date"
            value={form.origin}
            set={(origin) => tell({ ...form, origin })}
          />
        )}
        {proposal && (
          <Field
            label={t("import.dates")}
            choices={["dmy", "mdy", "ymd"]}
            names={(one) => word("import.date_orders", one) ?? one}
            none={t("import.dates_found")}
            value={form.dates}
            set={(dates) => tell({ ...form, dates })}
          />
        )}
        {kind !== "" && (
          <div class="actions">
            <button
              type="button"
              onClick={() => saveFile(`${kind}.csv`, "text/csv", templateOf(kind, kinds.value ?? []))}
            >
              {t("import.template")}
            </button>
          </div>
        )}
      </div>
      <p class="draft-line" role="status" aria-live="polite">
        {busy || (report ? t("import.done", { count: report.imported }) : proposal ? t("import.nothing_written") : "")}
      </p>
      {busy !== "" && <progress aria-label={busy} />}
      {problem && <ImportRefusal problem={problem} />}
      {report && report.rejected !== "" && file && (
        <button type="button" onClick={() => saveFile(`${file.name}.rejected.csv`, "text/csv", report.rejected)}>
          {t("import.rejected", { count: report.rows_rejected })}
        </button>
      )}
      {proposal && (
        <>
          {proposal.open.length > 0 && (
            <section class="note note-warn">
              <h2>{t("import.open")}</h2>
              {proposal.kind === null && <p>{t("import.kind_open")}</p>}
              <ProblemList problems={proposal.open} />
            </section>
          )}
          <section>
            <h2>{t("import.columns")}</h2>
            <ImportColumns
              columns={proposal.mapping}
              choices={choices}
              label={label}
              set={(place, field) => tell(withField(form, proposal, place, field))}
            />
          </section>
          {asked.length + understood.length > 0 && (
            <ImportValues asked={asked} understood={understood} answers={form.values} label={label} set={answer} />
          )}
          <ImportPreview proposal={proposal} label={label} />
          {proposal.kind !== null && (
            <div class="send">
              {kind !== "patients" && (
                <label class="tick">
                  <input
                    type="checkbox"
                    checked={form.create}
                    onChange={() => tell({ ...form, create: !form.create })}
                  />{" "}
                  {t("import.create")}
                </label>
              )}
              <p>
                {t("import.summary", { good: rowsRead - rowsRejected, all: rowsRead })}{" "}
                {rowsRejected > 0 && t("import.summary_bad")}{" "}
                {t("import.nobody_new", { count: proposal.new_charts.length })}{" "}
                {t("import.in_book", { count: proposal.rows_in_book })}
              </p>
              <button type="button" class="main" disabled={!ready || busy !== ""} onClick={() => void write()}>
                {t("import.write", { count: proposal.would_import })}
              </button>
            </div>
          )}
        </>
      )}
    </>
  );
}
