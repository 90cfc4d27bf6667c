// Rows of a file into the book: choose, map, see how every row is understood, then write.
import { useState } from "preact/hooks";
import { newKey, read, submit, type Problem } from "../api.ts";
import {
  asBase64,
  fieldsOf,
  firstRowOptions,
  guessed,
  optionsOf,
  type ImportForm,
  type ImportReport,
} from "../import_options.ts";
import { readKinds } from "../kinds.ts";
import { useLoaded } from "../loading.ts";
import { messages } from "../messages.ts";
import { Field } from "../parts/field.tsx";
import { ImportPreview } from "../parts/import_preview.tsx";
import { Empty, useTitle } from "../parts/page_frame.tsx";
import { ProblemNote } from "../parts/problem.tsx";

const texts = messages.import;
const fresh: ImportForm = {
  kind: "scores",
  fields: {},
  firstRow: "",
  dates: "",
  decimal: "",
  missing: "",
  create: false,
};

interface Chosen {
  name: string;
  content: string; // base64
  header: string[];
}

export function ImportPage() {
  useTitle(texts.title);
  const kinds = useLoaded(readKinds, []);
  const instruments = useLoaded(() => read<{ code: string }[]>("/instruments", "list"), []);
  const [form, setForm] = useState<ImportForm>(fresh);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState("");
  const [key, setKey] = useState(newKey);

  const fields = (kind: string): string[] =>
    fieldsOf(kind, kinds.value ?? [], instruments.value?.map((one) => one.code) ?? []);
  const ask = async (body: Record<string, unknown>, dry: boolean): Promise<ImportReport | null> => {
    setBusy(dry ? texts.checking : texts.writing);
    setProblem(null);
    const answer = await submit<ImportReport>("/imports", { ...body, dry_run: dry }, dry ? newKey() : key);
    setBusy("");
    if (answer.ok) return answer.value;
    setProblem(answer.problem);
    return null;
  };
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setReport(null);
    setKey(newKey());
    await look(file.name, await asBase64(file), form.firstRow);
  };
  // Which columns it has: their headers, or #1 #2 … where the first row is data.
  const look = async (name: string, content: string, firstRow: string): Promise<void> => {
    const looked = await ask({ name, content_base64: content, options: firstRowOptions(firstRow) }, true);
    if (!looked) return setChosen(null);
    setChosen({ name, content, header: looked.header });
    setForm((now) => ({ ...now, fields: guessed(looked.header, fields(now.kind)) }));
  };
  const change = (part: Partial<ImportForm>): void => {
    setReport(null);
    setForm((now) => ({ ...now, ...part }));
  };
  const body = (): Record<string, unknown> => ({
    kind: form.kind,
    name: chosen?.name,
    content_base64: chosen?.content,
    options: optionsOf(form),
  });
  const check = async (event: Event): Promise<void> => {
    event.preventDefault();
    setReport(await ask(body(), true));
  };
  const write = async (): Promise<void> => {
    const written = await ask(body(), false);
    if (!written) return;
    setReport({ ...written, rows: [], imported: written.imported ?? report?.would_import ?? 0 });
    setChosen(null);
    setKey(newKey());
  };
  return (
    <>
      <h1>{texts.title}</h1>
      <p class="measure soft">{texts.lead}</p>
      <form onSubmit={(event) => void check(event)}>
        <fieldset class="plain" disabled={busy !== ""}>
          <div class="fields">
            <div class="field">
              <label for="file">{texts.file}</label>
              <input
                id="file"
                type="file"
                accept=".csv,.tsv,.txt,text/csv"
                onChange={(event) => void choose(event.currentTarget.files?.[0])}
              />
            </div>
            <Field
              label={texts.kind}
              required
              choices={Object.keys(texts.kinds)}
              names={(kind) => texts.kinds[kind] ?? kind}
              value={form.kind}
              set={(kind) => change({ kind, fields: guessed(chosen?.header ?? [], fields(kind)) })}
            />
            <Field
              label={texts.firstRow}
              choices={Object.keys(texts.firstRows)}
              names={(one) => texts.firstRows[one] ?? one}
              none={texts.datesAuto}
              value={form.firstRow}
              set={(firstRow) => {
                change({ firstRow });
                if (chosen) void look(chosen.name, chosen.content, firstRow);
              }}
            />
            <Field
              label={texts.dates}
              choices={["ymd", "dmy", "mdy"]}
              names={(one) => one}
              none={texts.datesAuto}
              value={form.dates}
              set={(dates) => change({ dates })}
            />
            <Field
              label={texts.decimal}
              choices={[".", ","]}
              names={(one) => one}
              none={texts.datesAuto}
              value={form.decimal}
              set={(decimal) => change({ decimal })}
            />
            <Field label={texts.missing} value={form.missing} set={(missing) => change({ missing })} />
          </div>
          <label class="tick">
            <input type="checkbox" checked={form.create} onChange={() => change({ create: !form.create })} />{" "}
            {texts.create}
          </label>
          {chosen === null ? (
            report === null && <Empty title={texts.none} />
          ) : (
            <>
              <h2>{texts.mapping}</h2>
              <datalist id="import-fields">
                {fields(form.kind).map((field) => (
                  <option key={field} value={field} />
                ))}
              </datalist>
              <div class="scroll" role="region" aria-label={texts.mapping} tabIndex={0}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{texts.column}</th>
                      <th scope="col">{texts.field}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {chosen.header.map((column) => (
                      <tr key={column}>
                        <th scope="row">
                          <bdi>{column}</bdi>
                        </th>
                        <td>
                          <input
                            list="import-fields"
                            aria-label={`${texts.field}: ${column}`}
                            placeholder={texts.skip}
                            value={form.fields[column] ?? ""}
                            onInput={(event) =>
                              change({ fields: { ...form.fields, [column]: event.currentTarget.value } })
                            }
                          />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <div class="actions">
                <button type="submit" class={report ? "" : "main"}>
                  {texts.check}
                </button>
                {report && report.problems.length === 0 && (report.would_import ?? 0) > 0 && (
                  <button type="button" class="main" onClick={() => void write()}>
                    {texts.write(report.would_import ?? 0)}
                  </button>
                )}
              </div>
            </>
          )}
        </fieldset>
        <p class="draft-line" role="status">
          {busy || (report?.imported !== undefined ? texts.done(report.imported) : report ? texts.nothingWritten : "")}
        </p>
        {busy !== "" && <progress aria-label={busy} />}
        {problem && <ProblemNote problem={problem} />}
      </form>
      {report && report.imported === undefined && <ImportPreview report={report} />}
    </>
  );
}
