// What was seen: one form at a time, chosen by tabs that are links.
import { patientPath, read, readNow, type Answer } from "../api.ts";
import { readKinds } from "../kinds.ts";
import { useLoaded } from "../loading.ts";
import { t, word } from "../../texts/texts.ts";
import { dayOf, nouns, type Noun } from "../record_line.ts";
import { pageOf } from "../router.ts";
import type { Kept, Kind, Progress } from "../shapes.ts";
import { AcneForm } from "../parts/observe/acne_form.tsx";
import { AnyForm } from "../parts/any_form.tsx";
import { MarksForm } from "../parts/observe/marks_form.tsx";
import { When, useTitle } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";
import { ScarsForm } from "../parts/observe/scars_form.tsx";
const tabs = nouns.filter((noun) => noun !== "session");

interface Seen {
  progress: Progress;
  kinds: Kind[];
  last: Kept | null;
  today: string;
}

async function readSeen(chartNumber: string, noun: Noun): Promise<Answer<Seen>> {
  const [progress, kinds, list, me] = await Promise.all([
    read<Progress>(patientPath(chartNumber, "/progress"), ["patient"]),
    readKinds(),
    read<Kept[]>(patientPath(chartNumber, `/${noun}`), "list"),
    readNow(),
  ]);
  if (!progress.ok) return progress;
  if (!kinds.ok) return kinds;
  if (!list.ok) return list;
  if (!me.ok) return me;
  const last =
    list.value
      .filter((one) => !one.voided && dayOf(one).slice(0, 10) <= me.value.as_of)
      .sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
      .pop() ?? null;
  return { ok: true, value: { progress: progress.value, kinds: kinds.value, last, today: me.value.as_of } };
}

function Form({ noun, chartNumber, seen }: { noun: Noun; chartNumber: string; seen: Seen }) {
  const props = { chartNumber, today: seen.today, last: seen.last, series: seen.progress.series, kinds: seen.kinds };
  switch (noun) {
    case "acne":
      return <AcneForm {...props} />;
    case "scars":
      return <ScarsForm {...props} />;
    case "pigmentation":
      return <MarksForm {...props} />;
    default:
      return <AnyForm {...props} noun={noun} />;
  }
}

function Observation({ chartNumber, noun }: { chartNumber: string; noun: Noun }) {
  const seen = useLoaded(() => readSeen(chartNumber, noun), [chartNumber, noun]);
  return (
    <When loaded={seen}>
      {(value) => (
        <>
          <PatientLine patient={value.progress.patient} asOf={value.progress.as_of} title={t("observe.title")} />
          <nav class="tabs" aria-label={t("observe.what")}>
            {tabs.map((tab) => (
              <a
                key={tab}
                href={pageOf(chartNumber, `/observe?what=${tab}`)}
                aria-current={tab === noun ? "page" : undefined}
              >
                {word("records.nouns", tab)}
              </a>
            ))}
          </nav>
          <Form noun={noun} chartNumber={chartNumber} seen={value} />
        </>
      )}
    </When>
  );
}

export function ObservePage({ chartNumber, what }: { chartNumber: string; what: string }) {
  const noun = tabs.find((tab) => tab === what) ?? "acne";
  useTitle(`${t("observe.title")} ${chartNumber}`);
  return <Observation key={noun} chartNumber={chartNumber} noun={noun} />;
}
