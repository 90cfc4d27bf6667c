// The progress report on one sheet of A4: what is most worth knowing, every scale, the chief charts, the sessions.
import { gather } from "../../chart/gather.ts";
import { patient_path, read, report_address, who_am_i, type Answer } from "../api.ts";
import { day_text, moment_text, short_name } from "../format.ts";
import { use_loaded } from "../loading.ts";
import { name_of, words } from "../messages.ts";
import { answer_of, weighed } from "../said.ts";
import { chief_series, main_series } from "../series_choice.ts";
import type { Progress } from "../shapes.ts";
import { ChartHost } from "../parts/chart_host.tsx";
import { When, use_title } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";
import { SaidLead, SaidRest } from "../parts/said_list.tsx";
import { VerdictTable } from "../parts/verdict_table.tsx";

const said = words.report;
const most_others = 6;
const charts = { most: 4, beside_long_table: 2 }; // so that it stays one sheet
const long_table = 12;
const most_sessions = 6;
const chart_height = 118;

interface Seen {
  progress: Progress;
  clinic: string;
}

async function read_report(chart: string): Promise<Answer<Seen>> {
  const [progress, me] = await Promise.all([read<Progress>(patient_path(chart, "/progress"), ["patient", "series", "sentences"]), who_am_i()]);
  if (!progress.ok) return progress;
  if (!me.ok) return me;
  return { ok: true, value: { progress: progress.value, clinic: me.value.clinic } };
}

function Sessions({ progress }: { progress: Progress }) {
  const shown = progress.sessions.slice(-most_sessions);
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{said.sessions} <small>{progress.sessions.length}</small></h2>
      <ul class="report-sessions">
        {shown.map((one) => (
          <li key={one.id}>
            <span class="figures">{moment_text(one.at)}</span>{" "}
            {name_of(one.device)}: {one.areas.map((area) => `${name_of(area.region)} ${area.depth_mm} mm × ${area.passes}`).join(", ")}
            {one.endpoint && `, ${name_of(one.endpoint)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Report({ seen }: { seen: Seen }) {
  const { progress, clinic } = seen;
  const main = main_series(progress);
  const answer = answer_of(progress);
  // The table says the rest of the scales.
  const [lead, others] = [answer.lead, weighed(answer.others).shown.slice(0, most_others)];
  return (
    <>
      <PatientLine patient={progress.patient} as_of={progress.as_of} title={words.patient.report} note={said.made(clinic, day_text(progress.as_of))} />
      <div class="actions no-print">
        <button type="button" class="main" onClick={() => print()}>{said.print}</button>
        <a class="button" href={report_address(progress.patient.chart, "clinic")} target="_blank" rel="noreferrer">{said.download}</a>
        <a class="button" href={report_address(progress.patient.chart, "patient")} target="_blank" rel="noreferrer">{said.for_patient}</a>
      </div>
      <SaidLead said={lead} />
      {others.length > 0 && <SaidRest said={others} />}
      {progress.series.length > 0 && <VerdictTable series={main} />}
      <div class="report-charts">
        {chief_series(progress, main.length > long_table ? charts.beside_long_table : charts.most).map((one) => (
          <figure key={one.instrument}>
            <figcaption>{short_name(one.name)}</figcaption>
            <ChartHost model={gather(one, progress)} height={chart_height} table={false} />
          </figure>
        ))}
      </div>
      <Sessions progress={progress} />
    </>
  );
}

export function ReportPage({ chart }: { chart: string }) {
  use_title(`${words.patient.report} ${chart}`);
  const seen = use_loaded(() => read_report(chart), [chart]);
  return <article class="sheet sheet-report"><When loaded={seen}>{(value) => <Report seen={value} />}</When></article>;
}
