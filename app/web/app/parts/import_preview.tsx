// How every row of a file is understood, and what is wrong with those that are not.
import { messages } from "../messages.ts";
import { textOf } from "../record_body.ts";
import type { ImportReport } from "../import_options.ts";

const texts = messages.import;
const mostRows = 30;
const mostProblems = 30;

function understood(record: unknown): string {
  if (typeof record !== "object" || record === null) return "";
  return Object.entries(record)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(
      ([name, value]) =>
        `${name}: ${
          Array.isArray(value)
            ? value
                .map((one) =>
                  typeof one === "object"
                    ? Object.values(one as object)
                        .filter((each) => each !== null)
                        .join(" ")
                    : String(one),
                )
                .join("; ")
            : textOf(value)
        }`,
    )
    .join(", ");
}

export function ImportPreview({ report }: { report: ImportReport }) {
  const { rows, problems } = report;
  return (
    <section aria-live="polite">
      <h2>{texts.preview}</h2>
      <p>
        <strong>{texts.good(report.would_import ?? rows.filter((row) => row.record !== null).length)}</strong>
        {problems.length > 0 && <strong class="bad">, {texts.bad(problems.length)}</strong>}
      </p>
      {problems.length > 0 && (
        <ul class="import-problems">
          {problems.slice(0, mostProblems).map((problem, index) => (
            <li key={index}>
              <strong>{problem.where}</strong>: {problem.what} <span class="soft">{problem.remedy}</span>
            </li>
          ))}
          {problems.length > mostProblems && <li>{texts.moreProblems(problems.length - mostProblems)}</li>}
        </ul>
      )}
      <div class="scroll" role="region" aria-label={texts.preview} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.line}</th>
              <th scope="col">{texts.record}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostRows).map((row) => (
              <tr key={row.line}>
                <td class="figures">{row.line}</td>
                <td>
                  {row.record === null ? (
                    <span class="bad">
                      {texts.notUnderstood}: <bdi>{row.cells.join(" · ")}</bdi>
                    </span>
                  ) : (
                    <bdi>{understood(row.record)}</bdi>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostRows && <p class="soft">{texts.moreRows(rows.length - mostRows)}</p>}
    </section>
  );
}
