// The progress report on one sheet of A4: what is most worth knowing, every scale, the chief charts, the sessions.
import { gather } from "../../chart/gather.ts";
import { patient_path, read, report_address, who_am_i, type Answer } from "../api.ts";
import { day_text, moment_text, short_name } from "../format.ts";
import { use_loaded } from "../loading.ts";
import { name_of, words } from "../messages.ts";
import type { Progress, Series } from "../shapes.ts";
import { VerdictTable, chief, tally } from "../parts/answer.tsx";
import { ChartHost } from "../parts/chart_host.tsx";
import { When, use_title } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";

const said = words.report;
const most_sentences = 6;
const most_sessions = 6;
const chart_height = 150;
const concern_order = ["acne_scars", "active_acne", "pigmentation", "quality_of_life", "barrier", "pores"];

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

// One chart of each concern, at most four.
export function chief_series(series: readonly Series[]): Series[] {
  const firsts = concern_order.flatMap((concern) => series.find((one) => one.concern === concern && !one.instrument.includes("@") && one.n > 1) ?? []);
  return firsts.slice(0, 4);
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
  return (
    <>
      <PatientLine patient={progress.patient} as_of={progress.as_of} title={words.patient.report} note={said.made(clinic, day_text(progress.as_of))} />
      <div class="actions no-print">
        <button type="button" class="main" onClick={() => print()}>{said.print}</button>
        <a class="button" href={report_address(progress.patient.chart, "clinic")} target="_blank" rel="noreferrer">{said.download}</a>
        <a class="button" href={report_address(progress.patient.chart, "patient")} target="_blank" rel="noreferrer">{said.for_patient}</a>
      </div>
      <p class="lead">{tally(progress.series)}</p>
      <ul class="sentences">
        {chief(progress.sentences.clinic, progress.series).slice(0, most_sentences).map((one) => <li key={one.text}>{one.text}</li>)}
      </ul>
      {progress.series.length > 0 && <VerdictTable series={progress.series} />}
      <div class="report-charts">
        {chief_series(progress.series).map((one) => (
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
