// A patient's report. On its page it is one sheet of A4: what is most worth knowing, every scale, the chief charts, the
// last sessions. As a file it is whole.
import { said } from "../../../texts/phrase.ts";
import { dayText } from "../../format.ts";
import { t } from "../../../texts/texts.ts";
import { factsOf } from "../../person_facts.ts";
import { answerOf, weighed } from "../../sentence_groups.ts";
import { chiefSeries, mainSeries } from "../../series_choice.ts";
import type { Progress } from "../../shapes.ts";
import { BenefitList } from "../benefits.tsx";
import { CourseDots } from "../course_dots.tsx";
import { LongAgo } from "../long_ago.tsx";
import { LeadSentences, OtherSentences } from "../sentence_list.tsx";
import { PhotoPair, type Pair } from "../photos/photo_pair.tsx";
import { VerdictTable } from "../verdict_table.tsx";
import { BeforeNextSession, DarkerMarks, SideEffects, Sources } from "./findings_of_report.tsx";
import { Letterhead, Names, type Clinic } from "./letterhead.tsx";
import { SessionTable } from "./session_table.tsx";
import { ReportCharts } from "./still_chart.tsx";
const mostOthers = 6;
const charts = { most: 4, besideLongTable: 2, besidePhotos: 2 }; // so that it stays one sheet
const longTable = 12;
const mostSessions = 4;
const besidePhotos = { others: 3, sessions: 2 };

interface ProgressReportProps {
  progress: Progress;
  clinic: Clinic;
  photos: Pair | null;
  noNoise?: Readonly<Record<string, string>>; // of a whole report: by scale, why no noise is known
}

function Head({ progress }: { progress: Progress }) {
  const { patient, course, due } = progress;
  return (
    <div class="report-head">
      <h1>
        <Names names={[patient.name, patient.name_ar].filter((name) => name !== null)} />
      </h1>
      <p>
        <bdi class="figures">{patient.chart}</bdi> · {factsOf(progress)}
      </p>
      {course && !course.ended && (
        <p>
          <CourseDots course={course} />
          {due && ` · ${t("patient.next", { day: dayText(due.next_on) })}`}
        </p>
      )}
    </div>
  );
}

function Gaps({ gaps }: { gaps: Progress["gaps"] }) {
  if (gaps.length === 0) return null;
  return (
    <section>
      <h2>{t("patient.gaps")}</h2>
      <ul class="sentences">
        {gaps.map(said).map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </section>
  );
}

export function ProgressReport({ progress, clinic, photos, noNoise }: ProgressReportProps) {
  const { series, sessions } = progress;
  const whole = noNoise !== undefined;
  const main = mainSeries(progress);
  const { lead, others } = answerOf(progress);
  // The table says the rest of the scales.
  const besides = whole ? others : weighed(others).shown.slice(0, photos ? besidePhotos.others : mostOthers);
  const mostCharts = photos ? charts.besidePhotos : main.length > longTable ? charts.besideLongTable : charts.most;
  return (
    <article class="sheet sheet-report">
      <Letterhead clinic={clinic} asOf={progress.as_of} />
      <Head progress={progress} />
      {lead.length > 0 && <LeadSentences groups={lead} />}
      {besides.length > 0 && <OtherSentences groups={besides} />}
      {photos && <PhotoPair pair={photos} parts />}
      {whole && <Gaps gaps={progress.gaps} />}
      {series.length > 0 && (
        <section>
          {whole && <h2>{t("patient.scales")}</h2>}
          <VerdictTable series={main} />
          <LongAgo progress={progress} />
        </section>
      )}
      <ReportCharts series={whole ? series : chiefSeries(progress, mostCharts)} progress={progress} whole={whole} />
      <SessionTable sessions={sessions} {...(whole ? {} : { most: photos ? besidePhotos.sessions : mostSessions })} />
      {whole && (
        <>
          <SideEffects progress={progress} />
          <DarkerMarks progress={progress} />
          <BeforeNextSession progress={progress} />
          {series.length > 0 && (
            <section>
              <h2>{t("patient.benefits")}</h2>
              <BenefitList benefits={progress.benefits} />
            </section>
          )}
          <Sources series={series} noNoise={noNoise} />
        </>
      )}
    </article>
  );
}
