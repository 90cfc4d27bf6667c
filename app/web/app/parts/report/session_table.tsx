// Session by session: what was done, and what the safety rules said that was gone over.
import { dayText, listText, numberText } from "../../format.ts";
import { keptLines, type KeptLine } from "../../record_line.ts";
import type { Progress } from "../../shapes.ts";
import { areaText } from "../../words.ts";
import { t, word } from "../../../texts/texts.ts";
import { Said } from "../said.tsx";
import { CardCells, CardHead, type CardColumn } from "../card_table.tsx";

type SessionSeen = Progress["sessions"][number];

const columns: CardColumn<SessionSeen>[] = [
  { head: "report.session.device", cell: ({ device }) => word("word.device", device) },
  { head: "report.session.areas", cell: ({ areas }) => (areas.length > 0 ? listText(areas.map(areaText)) : null) },
  { head: "report.session.endpoint", cell: ({ endpoint }) => endpoint && word("word.endpoint", endpoint) },
  { head: "report.session.pain", cell: ({ pain }) => (pain === null ? null : numberText(pain)) },
  { head: "report.session.days_off", cell: ({ downtime_days: days }) => (days === null ? null : numberText(days)) },
];

const keptOf = ({ id, findings }: SessionSeen): KeptLine[] =>
  keptLines(
    findings.map((one) => ({ ...one, id: 0, version: 1, session: id, voided: false })),
    id,
  );

// The last ones, numbered as they came.
export function SessionTable({ sessions, most = Infinity }: { sessions: readonly SessionSeen[]; most?: number }) {
  if (sessions.length === 0) return null;
  const first = Math.max(0, sessions.length - most);
  return (
    <section>
      <h2>
        {t("report.sessions")}{" "}
        <small>
          {numberText(sessions.length)}
          {first > 0 && <> · {t("report.sessions_before", { count: first })}</>}
        </small>
      </h2>
      <table class="cards">
        <CardHead first={t("report.session.session")} columns={columns} />
        <tbody>
          {sessions.slice(first).flatMap((one, index) => [
            <tr key={one.id}>
              <th scope="row" class="figures">
                {t("report.session.numbered", { number: first + index + 1, day: dayText(one.at.slice(0, 10)) })}
              </th>
              <CardCells columns={columns} row={one} />
            </tr>,
            ...keptOf(one).map(({ text, recorded }) => (
              <tr key={`${one.id} ${text} ${recorded?.text}`} class="kept">
                <td colSpan={columns.length + 1} dir="auto">
                  {text} {recorded && <Said of={recorded} />}
                </td>
              </tr>
            )),
          ])}
        </tbody>
      </table>
    </section>
  );
}
