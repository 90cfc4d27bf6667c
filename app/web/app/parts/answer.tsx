// "What changed?": what the server says of what the course is for, then of everything else. Scales are never counted.
import { messages } from "../messages.ts";
import { pageOf } from "../router.ts";
import { answerOf, weighed } from "../sentence_groups.ts";
import type { Progress } from "../shapes.ts";
import { Benefits } from "./benefits.tsx";
import { Empty } from "./page_frame.tsx";
import { LeadSentences, OtherSentences } from "./sentence_list.tsx";

const texts = messages.patient;

export function AnswerPart({ progress }: { progress: Progress }) {
  const { series, patient, gaps } = progress;
  if (series.length === 0) {
    return (
      <section>
        <h2>{texts.answer}</h2>
        <Empty title={texts.answerNone} remedy={texts.answerNoneTry}>
          <p>
            <a class="button main" href={pageOf(patient.chart, "/observe")}>
              {texts.firstObservation}
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
      <h2>{texts.answer}</h2>
      <LeadSentences groups={lead} />
      {shown.length > 0 && (
        <>
          <h3>{texts.others}</h3>
          <OtherSentences groups={shown} />
        </>
      )}
      {folded.length > 0 && (
        <details>
          <summary>{texts.folded(folded.length)}</summary>
          <OtherSentences groups={folded} />
        </details>
      )}
      {gaps.length > 0 && (
        <details>
          <summary>
            {texts.gaps} ({gaps.length})
          </summary>
          <ul class="sentences">
            {gaps.map((gap) => (
              <li key={gap.text}>{gap.text}</li>
            ))}
          </ul>
        </details>
      )}
      <Benefits benefits={progress.benefits} />
    </section>
  );
}
