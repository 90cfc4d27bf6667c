// The progress report on one sheet of A4: what is most worth knowing, every scale, the chief charts, the sessions.
import { gather } from "../../chart/gather.ts";
import { patientPath, read, reportAddress, whoAmI, type Answer } from "../api.ts";
import { dayText, listText, momentText } from "../format.ts";
import { useLoaded } from "../loading.ts";
import { measureName, worded } from "../measure.ts";
import { areaText, nameOf } from "../words.ts";
import { t } from "../../texts/texts.ts";
import { answerOf, weighed } from "../sentence_groups.ts";
import { chiefSeries, mainSeries } from "../series_choice.ts";
import type { Progress } from "../shapes.ts";
import { ChartHost } from "../parts/chart_host.tsx";
import { When, useTitle } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";
import { LeadSentences, OtherSentences } from "../parts/sentence_list.tsx";
import { VerdictTable } from "../parts/verdict_table.tsx";
import { may } from "../turn.ts";
const mostOthers = 6;
const charts = { most: 4, besideLongTable: 2 }; // so that it stays one sheet
const longTable = 12;
const mostSessions = 6;
const chartHeight = 118;

interface Seen {
  progress: Progress;
  clinic: string;
}

async function readReport(chartNumber: string): Promise<Answer<Seen>> {
  const [progress, me] = await Promise.all([
    read<Progress>(patientPath(chartNumber, "/progress"), ["patient", "series", "sentences"]),
    whoAmI(),
  ]);
  if (!progress.ok) return progress;
  if (!me.ok) return me;
  return { ok: true, value: { progress: progress.value, clinic: me.value.clinic } };
}

function Sessions({ progress }: { progress: Progress }) {
  const shown = progress.sessions.slice(-mostSessions);
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>
        {t("report.sessions")} <small>{progress.sessions.length}</small>
      </h2>
      <ul class="report-sessions">
        {shown.map((one) => (
          <li key={one.id}>
            <span class="figures">{momentText(one.at)}</span> {nameOf(one.device)}: {listText(one.areas.map(areaText))}
            {one.endpoint && `, ${nameOf(one.endpoint)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Report({ seen }: { seen: Seen }) {
  const { progress, clinic } = seen;
  const main = mainSeries(progress);
  const answer = answerOf(progress);
  // The table says the rest of the scales.
  const [lead, others] = [answer.lead, weighed(answer.others).shown.slice(0, mostOthers)];
  return (
    <>
      <PatientLine
        patient={progress.patient}
        asOf={progress.as_of}
        title={t("patient.report")}
        note={t("report.made", { clinic, day: dayText(progress.as_of) })}
      />
      <div class="actions no-print">
        <button type="button" class="main" onClick={() => print()}>
          {t("report.print")}
        </button>
        {may("print_reports") && (
          <>
            <a class="button" href={reportAddress(progress.patient.chart, "clinic")} target="_blank" rel="noreferrer">
              {t("report.download")}
            </a>
            <a class="button" href={reportAddress(progress.patient.chart, "patient")} target="_blank" rel="noreferrer">
              {t("report.for_patient")}
            </a>
          </>
        )}
      </div>
      <LeadSentences groups={lead} />
      {others.length > 0 && <OtherSentences groups={others} />}
      {progress.series.length > 0 && <VerdictTable series={main} />}
      <div class="report-charts">
        {chiefSeries(progress, main.length > longTable ? charts.besideLongTable : charts.most).map((one) => (
          <figure key={one.instrument}>
            <figcaption>{measureName(one)}</figcaption>
            <ChartHost model={gather(worded(one), progress)} height={chartHeight} table={false} />
          </figure>
        ))}
      </div>
      <Sessions progress={progress} />
    </>
  );
}

export function ReportPage({ chartNumber }: { chartNumber: string }) {
  useTitle(`${t("patient.report")} ${chartNumber}`);
  const seen = useLoaded(() => readReport(chartNumber), [chartNumber]);
  return (
    <article class="sheet sheet-report">
      <When loaded={seen}>{(value) => <Report seen={value} />}</When>
    </article>
  );
}
