// Rows of a file into the book: choose, map, see how every row is understood, then write.
import { useState } from "preact/hooks";
import { new_key, read, submit, type Problem } from "../api.ts";
import { as_base64, fields_of, guessed, options_of, type ImportForm, type ImportReport } from "../import_options.ts";
import { read_kinds } from "../kinds.ts";
import { use_loaded } from "../loading.ts";
import { words } from "../messages.ts";
import { Field } from "../parts/field.tsx";
import { ImportPreview } from "../parts/import_preview.tsx";
import { Empty, use_title } from "../parts/page_frame.tsx";
import { ProblemNote } from "../parts/problem.tsx";

const said = words.import;
const fresh: ImportForm = { kind: "scores", fields: {}, dates: "", decimal: "", missing: "", create: false };

interface Chosen {
  name: string;
  content: string; // base64
  header: string[];
}

export function ImportPage() {
  use_title(said.title);
  const kinds = use_loaded(read_kinds, []);
  const instruments = use_loaded(() => read<{ code: string }[]>("/instruments", "list"), []);
  const [form, set_form] = useState<ImportForm>(fresh);
  const [chosen, set_chosen] = useState<Chosen | null>(null);
  const [report, set_report] = useState<ImportReport | null>(null);
  const [problem, set_problem] = useState<Problem | null>(null);
  const [busy, set_busy] = useState("");
  const [key, set_key] = useState(new_key);

  const fields = (kind: string): string[] => fields_of(kind, kinds.value ?? [], instruments.value?.map((one) => one.code) ?? []);
  const ask = async (body: Record<string, unknown>, dry: boolean): Promise<ImportReport | null> => {
    set_busy(dry ? said.checking : said.writing);
    set_problem(null);
    const answer = await submit<ImportReport>("/imports", { ...body, dry_run: dry }, dry ? new_key() : key);
    set_busy("");
    if (answer.ok) return answer.value;
    set_problem(answer.problem);
    return null;
  };
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    set_report(null);
    set_key(new_key());
    const content = await as_base64(file);
    const looked = await ask({ name: file.name, content_base64: content, options: {} }, true);
    if (!looked) return set_chosen(null);
    set_chosen({ name: file.name, content, header: looked.header });
    set_form((now) => ({ ...now, fields: guessed(looked.header, fields(now.kind)) }));
  };
  const change = (part: Partial<ImportForm>): void => {
    set_report(null);
    set_form((now) => ({ ...now, ...part }));
  };
  const body = (): Record<string, unknown> => ({ kind: form.kind, name: chosen?.name, content_base64: chosen?.content, options: options_of(form) });
  const check = async (event: Event): Promise<void> => {
    event.preventDefault();
    set_report(await ask(body(), true));
  };
  const write = async (): Promise<void> => {
    const written = await ask(body(), false);
    if (!written) return;
    set_report({ ...written, rows: [], imported: written.imported ?? report?.would_import ?? 0 });
    set_chosen(null);
    set_key(new_key());
  };
  return (
    <>
      <h1>{said.title}</h1>
      <p class="measure soft">{said.lead}</p>
      <form onSubmit={(event) => void check(event)}>
        <fieldset class="plain" disabled={busy !== ""}>
          <div class="fields">
            <div class="field">
              <label for="file">{said.file}</label>
              <input id="file" type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => void choose(event.currentTarget.files?.[0])} />
            </div>
            <Field label={said.kind} required choices={Object.keys(said.kinds)} names={(kind) => said.kinds[kind] ?? kind} value={form.kind}
              set={(kind) => change({ kind, fields: guessed(chosen?.header ?? [], fields(kind)) })} />
            <Field label={said.dates} choices={["ymd", "dmy", "mdy"]} names={(one) => one} none={said.dates_auto} value={form.dates} set={(dates) => change({ dates })} />
            <Field label={said.decimal} choices={[".", ","]} names={(one) => one} none={said.dates_auto} value={form.decimal} set={(decimal) => change({ decimal })} />
            <Field label={said.missing} value={form.missing} set={(missing) => change({ missing })} />
          </div>
          <label class="tick"><input type="checkbox" checked={form.create} onChange={() => change({ create: !form.create })} /> {said.create}</label>
          {chosen === null ? report === null && <Empty title={said.none} /> : (
            <>
              <h2>{said.mapping}</h2>
              <datalist id="import-fields">{fields(form.kind).map((field) => <option key={field} value={field} />)}</datalist>
              <div class="scroll" role="region" aria-label={said.mapping} tabIndex={0}>
                <table>
                  <thead><tr><th scope="col">{said.column}</th><th scope="col">{said.field}</th></tr></thead>
                  <tbody>
                    {chosen.header.map((column) => (
                      <tr key={column}>
                        <th scope="row"><bdi>{column}</bdi></th>
                        <td><input list="import-fields" aria-label={`${said.field}: ${column}`} placeholder={said.skip} value={form.fields[column] ?? ""}
                          onInput={(event) => change({ fields: { ...form.fields, [column]: event.currentTarget.value } })} /></td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <div class="actions">
                <button type="submit" class={report ? "" : "main"}>{said.check}</button>
                {report && report.problems.length === 0 && (report.would_import ?? 0) > 0 && (
                  <button type="button" class="main" onClick={() => void write()}>{said.write(report.would_import ?? 0)}</button>
                )}
              </div>
            </>
          )}
        </fieldset>
        <p class="draft-line" role="status">{busy || (report?.imported !== undefined ? said.done(report.imported) : report ? said.nothing_written : "")}</p>
        {busy !== "" && <progress aria-label={busy} />}
        {problem && <ProblemNote problem={problem} />}
      </form>
      {report && report.imported === undefined && <ImportPreview report={report} />}
    </>
  );
}
