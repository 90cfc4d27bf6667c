// How every row of a file is understood, and what is wrong with those that are not.
import { words } from "../messages.ts";
import { text_of } from "../record_form.ts";
import type { ImportReport } from "../import_options.ts";

const said = words.import;
const most_rows = 30;
const most_problems = 30;

function understood(record: unknown): string {
  if (typeof record !== "object" || record === null) return "";
  return Object.entries(record).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.map((one) => (typeof one === "object" ? Object.values(one as object).filter((each) => each !== null).join(" ") : String(one))).join("; ") : text_of(value)}`)
    .join(", ");
}

export function ImportPreview({ report }: { report: ImportReport }) {
  const { rows, problems } = report;
  return (
    <section aria-live="polite">
      <h2>{said.preview}</h2>
      <p><strong>{said.good(report.would_import ?? rows.filter((row) => row.record !== null).length)}</strong>{problems.length > 0 && <strong class="bad">, {said.bad(problems.length)}</strong>}</p>
      {problems.length > 0 && (
        <ul class="import-problems">
          {problems.slice(0, most_problems).map((problem, index) => (
            <li key={index}><strong>{problem.where}</strong>: {problem.what} <span class="soft">{problem.remedy}</span></li>
          ))}
          {problems.length > most_problems && <li>{said.more_problems(problems.length - most_problems)}</li>}
        </ul>
      )}
      <div class="scroll" role="region" aria-label={said.preview} tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{said.line}</th><th scope="col">{said.record}</th></tr></thead>
          <tbody>
            {rows.slice(0, most_rows).map((row) => (
              <tr key={row.line}>
                <td class="figures">{row.line}</td>
                <td>{row.record === null ? <span class="bad">{said.not_understood}: <bdi>{row.cells.join(" · ")}</bdi></span> : <bdi>{understood(row.record)}</bdi>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most_rows && <p class="soft">{said.more_rows(rows.length - most_rows)}</p>}
    </section>
  );
}
