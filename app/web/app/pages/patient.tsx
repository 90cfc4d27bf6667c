// One patient: who, "is it working?", everything over time, and every record.
import { useState } from "preact/hooks";
import { patient_path, read } from "../api.ts";
import { use_loaded } from "../loading.ts";
import { words } from "../messages.ts";
import { page_of } from "../router.ts";
import { main_series } from "../series_choice.ts";
import type { Kept, Progress } from "../shapes.ts";
import { AnswerPart } from "../parts/answer.tsx";
import { FindingList } from "../parts/finding_list.tsx";
import { History } from "../parts/history.tsx";
import { OverTime } from "../parts/over_time.tsx";
import { When, use_title } from "../parts/page_frame.tsx";
import { PatientHeader } from "../parts/patient_header.tsx";
import { VerdictTable } from "../parts/verdict_table.tsx";

const said = words.patient;

export function PatientPage({ chart }: { chart: string }) {
  use_title(chart);
  const [picked, set_picked] = useState("");
  const [turn, set_turn] = useState(0);
  const progress = use_loaded(() => read<Progress>(patient_path(chart, "/progress"), ["patient", "series", "sentences"]), [chart]);
  const conditions = use_loaded(() => read<Kept[]>(patient_path(chart, "/condition"), "list"), [chart, turn]);
  const treatments = use_loaded(() => read<Kept[]>(patient_path(chart, "/treatment"), "list"), [chart, turn]);
  const again = (): void => {
    progress.again();
    set_turn(turn + 1);
  };
  const pick = (instrument: string): void => {
    set_picked(instrument);
    document.querySelector(".over-time")?.scrollIntoView({ block: "nearest" });
  };
  return (
    <When loaded={progress}>
      {(value) => (
        <>
          <PatientHeader progress={value} conditions={conditions.value ?? []} again={again} />
          {value.aftercare && <p class="note note-calm">{said.open_care} <a href={page_of(chart, "/aftercare")}>{said.see_card}</a></p>}
          <div class="columns columns-wide">
            <AnswerPart progress={value} />
            <div class="over-time"><OverTime progress={value} treatments={treatments.value ?? []} picked={picked} pick={set_picked} /></div>
          </div>
          {value.series.length > 0 && <section><h2>{said.scales}</h2><VerdictTable series={main_series(value)} pick={pick} /></section>}
          {value.safety.length > 0 && <section><h2>{said.now}</h2><FindingList findings={value.safety} /></section>}
          <History chart={chart} again={again} turn={turn} />
        </>
      )}
    </When>
  );
}
