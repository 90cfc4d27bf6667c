// Two photographs of a patient held against each other.
import { patientPath, read, type Answer } from "../api.ts";
import { useLoaded } from "../loading.ts";
import { pairOf, rowsToCompare, withPhoto, type Pair } from "../photos/compared.ts";
import { go, pageOf } from "../router.ts";
import type { PhotoComparison, PhotoSeen, Progress } from "../shapes.ts";
import { t } from "../../texts/texts.ts";
import { Field } from "../parts/field.tsx";
import { Empty, useTitle, When } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";
import { CompareStage } from "../parts/photos/compare_stage.tsx";
import { CompareStrip } from "../parts/photos/compare_strip.tsx";
import { ComparisonParts, ComparisonVerdict } from "../parts/photos/comparison_note.tsx";

interface Seen {
  progress: Progress;
  photos: PhotoSeen[];
}

async function readAll(chartNumber: string): Promise<Answer<Seen>> {
  const [progress, photos] = await Promise.all([
    read<Progress>(patientPath(chartNumber, "/progress"), ["patient"]),
    read<PhotoSeen[]>(patientPath(chartNumber, "/photos"), "list"),
  ]);
  if (!progress.ok) return progress;
  if (!photos.ok) return photos;
  return { ok: true, value: { progress: progress.value, photos: photos.value } };
}

// The answer first, then the pictures, then what it rests on. Made anew for each pair, so that no answer stands above
// pictures that it is not of.
function Compared({ chartNumber, pair }: { chartNumber: string; pair: Pair }) {
  const [first, second] = [String(pair.first.photo.id), String(pair.second.photo.id)];
  const found = useLoaded(
    () => read<PhotoComparison>(patientPath(chartNumber, "/photos/compare"), ["verdict"], { first, second }),
    [chartNumber, first, second],
  );
  return (
    <>
      <When loaded={found}>{(comparison) => <ComparisonVerdict found={comparison} />}</When>
      <CompareStage {...pair} />
      {found.value !== null && <ComparisonParts found={found.value} />}
    </>
  );
}

interface PageProps {
  chartNumber: string;
  first: string | null;
  second: string | null;
}

export function ComparePage({ chartNumber, first, second }: PageProps) {
  useTitle(`${t("photos.compare.title")} ${chartNumber}`);
  const seen = useLoaded(() => readAll(chartNumber), [chartNumber]);
  const show = (pair: Pair): void =>
    go(`${pageOf(chartNumber, "/compare")}?first=${pair.first.photo.id}&second=${pair.second.photo.id}`, true);
  return (
    <When loaded={seen}>
      {({ progress, photos }) => {
        const rows = rowsToCompare(photos);
        const pair = pairOf(rows, first, second);
        const row = rows.find((each) => each.view === pair?.first.photo.view);
        return (
          <>
            <PatientLine patient={progress.patient} asOf={progress.as_of} title={t("photos.compare.title")} />
            {pair === null || row === undefined ? (
              <Empty title={t("photos.compare.none")}>
                <a class="button" href={pageOf(chartNumber, "/photos")}>
                  {t("photos.title")}
                </a>
              </Empty>
            ) : (
              <>
                <div class="actions no-print">
                  <Field
                    label={t("photos.view")}
                    value={row.view}
                    set={(view) => {
                      const next = pairOf(
                        rows.filter((each) => each.view === view),
                        null,
                        null,
                      );
                      if (next !== null) show(next);
                    }}
                    required
                    choices={rows.map(({ view }) => view)}
                  />
                  <button type="button" onClick={() => print()}>
                    {t("report.print")}
                  </button>
                </div>
                <CompareStrip
                  photos={row.photos}
                  pair={pair}
                  choose={(which, one) => show(withPhoto(pair, which, one))}
                />
                <Compared
                  key={`${pair.first.photo.id} ${pair.second.photo.id}`}
                  chartNumber={chartNumber}
                  pair={pair}
                />
              </>
            )}
          </>
        );
      }}
    </When>
  );
}
