// What an import would do: how many rows are good, what is wrong with the others, and the first as they would be kept.
import { t } from "../../../texts/texts.ts";
import type { Problem as Refusal } from "../../api.ts";
import { listText } from "../../format.ts";
import { whereText } from "../../import_where.ts";
import { textOf } from "../../record_body.ts";
import type { ImportProposal } from "../../shapes.ts";
import { faultOf } from "../../told.ts";
import { FaultLine, ProblemNote } from "../problem.tsx";

const mostProblems = 30;
type Problem = Omit<ImportProposal["problems"][number], "values"> & { values?: Record<string, unknown> };

const partText = (part: unknown): string =>
  typeof part === "object" && part !== null
    ? Object.values(part)
        .filter((each) => each !== null)
        .join(" ")
    : String(part);

function understood(record: unknown, label: (field: string) => string): string {
  if (Array.isArray(record)) return record.map((each) => understood(each, label)).join(t("frame.semicolon"));
  if (typeof record !== "object" || record === null) return "";
  return Object.entries(record)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => {
      const rows = Array.isArray(value) ? value.map(partText).join(t("frame.semicolon")) : textOf(value);
      return `${label(name)}: ${rows}`;
    })
    .join(" · ");
}

// Where a remedy is of the command line, it is the drop-downs that say it here.
function ProblemLine({ problem: { where, what, remedy, lines = [], ...told } }: { problem: Problem }) {
  const fault = faultOf({ ...told, text: what, try: remedy });
  const place = whereText(where);
  return (
    <>
      {place !== "" && (
        <>
          <strong>
            <bdi>{place}</bdi>
          </strong>
          :{" "}
        </>
      )}
      <FaultLine {...fault} />{" "}
      {told.id && lines.length > 1 && t("import.also_on", { lines: listText(lines.slice(1).map(String)) })}{" "}
      <span class="soft">{fault.remedy}</span>
    </>
  );
}

export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul class="import-problems">
      {problems.slice(0, mostProblems).map((problem, index) => (
        <li key={index}>
          <ProblemLine problem={problem} />
        </li>
      ))}
      {problems.length > mostProblems && <li>{t("import.more", { count: problems.length - mostProblems })}</li>}
    </ul>
  );
}

// Why nothing could be read or written: each with where it stands in the file.
export function ImportRefusal({ problem }: { problem: Refusal }) {
  const isOfTheFile = problem.errors.length > 0 && (problem.status === 400 || problem.status === 422);
  if (!isOfTheFile) return <ProblemNote problem={problem} />;
  return (
    <div class="note note-bad" role="alert">
      <ProblemList
        problems={problem.errors.map(({ field = "", detail = "", try: remedy = "", ...told }) => ({
          where: field,
          what: detail,
          remedy,
          ...told,
        }))}
      />
    </div>
  );
}

interface ImportPreviewProps {
  proposal: ImportProposal;
  label: (field: string) => string;
}

export function ImportPreview({ proposal, label }: ImportPreviewProps) {
  const { rows, problems, warnings } = proposal;
  return (
    <>
      {problems.length > 0 && (
        <section>
          <h2>
            {proposal.rows_rejected > 0
              ? t("import.problems", { rows: proposal.rows_rejected })
              : t("import.other_problems")}
          </h2>
          <ProblemList problems={problems} />
        </section>
      )}
      {warnings.length > 0 && (
        <section>
          <h2>{t("import.warnings")}</h2>
          <ProblemList problems={warnings} />
        </section>
      )}
      {proposal.kind !== null && rows.length > 0 && (
        <section>
          <h2>{t("import.preview")}</h2>
          <div class="scroll" role="region" aria-label={t("import.preview")} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t("import.line")}</th>
                  <th scope="col">{t("import.record")}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.line}>
                    <td class="figures">{row.line}</td>
                    <td>
                      {row.record === null ? (
                        <span class="bad">
                          {t("import.not_understood")}: <bdi>{row.cells.join(" · ")}</bdi>
                        </span>
                      ) : (
                        <bdi>{understood(row.record, label)}</bdi>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  );
}
