// "What changed?": what the server says of what the course is for, then of everything else. Scales are never counted.
import { numberText } from "../format.ts";
import { said } from "../../texts/phrase.ts";
import { t } from "../../texts/texts.ts";
import { pageOf } from "../router.ts";
import { answerOf, weighed } from "../sentence_groups.ts";
import type { Progress } from "../shapes.ts";
import { Benefits } from "./benefits.tsx";
import { Empty } from "./page_frame.tsx";
import { LeadSentences, OtherSentences } from "./sentence_list.tsx";

export function AnswerPart({ progress }: { progress: Progress }) {
  const { series, patient, gaps } = progress;
  if (series.length === 0) {
    return (
      <section>
        <h2>{t("patient.answer")}</h2>
        <Empty title={t("patient.answer_none")} remedy={t("patient.answer_none_try")}>
          <p>
            <a class="button main" href={pageOf(patient.chart, "/observe")}>
              {t("patient.first_observation")}
            </a>
          </p>
        </Empty>
      </section>
    );
  }
  const { lead, others } = answerOf(progress);
  const { shown, folded } = weighed(others);
  return (
    <section>
      <h2>{t("patient.answer")}</h2>
      <LeadSentences groups={lead} />
      {shown.length > 0 && (
        <>
          <h3>{t("patient.others")}</h3>
          <OtherSentences groups={shown} />
        </>
      )}
      {folded.length > 0 && (
        <details>
          <summary>{t("patient.folded", { count: folded.length })}</summary>
          <OtherSentences groups={folded} />
        </details>
      )}
      {gaps.length > 0 && (
        <details>
          <summary>
            {t("patient.gaps")} ({numberText(gaps.length)})
          </summary>
          <ul class="sentences">
            {gaps.map(said).map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </details>
      )}
      <Benefits benefits={progress.benefits} />
    </section>
  );
}
