// What was seen: one form at a time, chosen by tabs that are links.
import { patient_path, read, read_now, type Answer } from "../api.ts";
import { read_kinds } from "../kinds.ts";
import { use_loaded } from "../loading.ts";
import { words } from "../messages.ts";
import { day_of, nouns, type Noun } from "../record_line.ts";
import { page_of } from "../router.ts";
import type { Kept, Kind, Progress } from "../shapes.ts";
import { AcneForm } from "../parts/acne_form.tsx";
import { AnyForm } from "../parts/any_form.tsx";
import { MarksForm } from "../parts/marks_form.tsx";
import { When, use_title } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";
import { ScarsForm } from "../parts/scars_form.tsx";

const said = words.observe;
const tabs = nouns.filter((noun) => noun !== "session");

interface Seen {
  progress: Progress;
  kinds: Kind[];
  last: Kept | null;
  today: string;
}

async function read_seen(chart: string, noun: Noun): Promise<Answer<Seen>> {
  const [progress, kinds, list, me] = await Promise.all([
    read<Progress>(patient_path(chart, "/progress"), ["patient"]), read_kinds(),
    read<Kept[]>(patient_path(chart, `/${noun}`), "list"), read_now(),
  ]);
  if (!progress.ok) return progress;
  if (!kinds.ok) return kinds;
  if (!list.ok) return list;
  if (!me.ok) return me;
  const last = list.value.filter((one) => !one.voided && day_of(one).slice(0, 10) <= me.value.as_of).sort((a, b) => day_of(a).localeCompare(day_of(b))).pop() ?? null;
  return { ok: true, value: { progress: progress.value, kinds: kinds.value, last, today: me.value.as_of } };
}

function Form({ noun, chart, seen }: { noun: Noun; chart: string; seen: Seen }) {
  const props = { chart, today: seen.today, last: seen.last, series: seen.progress.series, kinds: seen.kinds };
  switch (noun) {
    case "acne": return <AcneForm {...props} />;
    case "scars": return <ScarsForm {...props} />;
    case "pigmentation": return <MarksForm {...props} />;
    default: return <AnyForm {...props} noun={noun} />;
  }
}

function Observation({ chart, noun }: { chart: string; noun: Noun }) {
  const seen = use_loaded(() => read_seen(chart, noun), [chart, noun]);
  return (
    <When loaded={seen}>
      {(value) => (
        <>
          <PatientLine patient={value.progress.patient} as_of={value.progress.as_of} title={said.title} />
          <nav class="tabs" aria-label={said.what}>
            {tabs.map((tab) => (
              <a key={tab} href={page_of(chart, `/observe?what=${tab}`)} aria-current={tab === noun ? "page" : undefined}>{words.nouns[tab]}</a>
            ))}
          </nav>
          <Form noun={noun} chart={chart} seen={value} />
        </>
      )}
    </When>
  );
}

export function ObservePage({ chart, what }: { chart: string; what: string }) {
  const noun = tabs.find((tab) => tab === what) ?? "acne";
  use_title(`${said.title} ${chart}`);
  return <Observation key={noun} chart={chart} noun={noun} />;
}
