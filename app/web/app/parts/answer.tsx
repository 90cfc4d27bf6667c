// "What changed?": what the server says of what the course is for, then of everything else. Scales are never counted.
import { words } from "../messages.ts";
import { page_of } from "../router.ts";
import { answer_of, weighed } from "../said.ts";
import type { Progress } from "../shapes.ts";
import { Benefits } from "./benefits.tsx";
import { Empty } from "./page_frame.tsx";
import { SaidLead, SaidRest } from "./said_list.tsx";

const said = words.patient;

export function AnswerPart({ progress }: { progress: Progress }) {
  const { series, patient, gaps } = progress;
  if (series.length === 0) {
    return (
      <section>
        <h2>{said.answer}</h2>
        <Empty title={said.answer_none} remedy={said.answer_none_try}>
          <p><a class="button main" href={page_of(patient.chart, "/observe")}>{said.first_observation}</a></p>
        </Empty>
      </section>
    );
  }
  const { lead, others } = answer_of(progress);
  const { shown, folded } = weighed(others);
  return (
    <section>
      <h2>{said.answer}</h2>
      <SaidLead said={lead} />
      {shown.length > 0 && <><h3>{said.others}</h3><SaidRest said={shown} /></>}
      {folded.length > 0 && <details><summary>{said.folded(folded.length)}</summary><SaidRest said={folded} /></details>}
      {gaps.length > 0 && (
        <details><summary>{said.gaps} ({gaps.length})</summary><ul class="sentences">{gaps.map((gap) => <li key={gap.text}>{gap.text}</li>)}</ul></details>
      )}
      <Benefits benefits={progress.benefits} />
    </section>
  );
}
