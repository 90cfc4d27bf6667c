// Photographs are rated without names and dates, and the studies say how far raters agree.
import { useState } from "preact/hooks";
import { read } from "../api.ts";
import { dayText } from "../format.ts";
import { useLoaded, useSettled } from "../loading.ts";
import { measureName } from "../measure.ts";
import { studyRows, type StudyNumbers } from "../photos/study_numbers.ts";
import type { PhotoStudy } from "../shapes.ts";
import { may, useTurn } from "../turn.ts";
import { t } from "../../texts/texts.ts";
import { Field } from "../parts/field.tsx";
import { When, useTitle } from "../parts/page_frame.tsx";
import { BeginStudy } from "../parts/rating/begin_study.tsx";
import { RatePhotos } from "../parts/rating/rate_photos.tsx";

function StudyResult({ study }: { study: PhotoStudy }) {
  const seen = useLoaded(() => read<{ result: StudyNumbers }>(`/photo_studies/${study.id}`, ["result"]), [study.id]);
  return (
    <When loaded={seen}>
      {({ result }) => (
        <dl class="study-result row-wide">
          {studyRows(result).map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd class="figures">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </When>
  );
}

type Opened = { what: "rate" | "result"; study: number } | null;

function Study({ study, opened, open }: { study: PhotoStudy; opened: Opened; open: (what: Opened) => void }) {
  const hasAccounts = useTurn().said?.accounts ?? false;
  const [typed, setTyped] = useState("");
  const rater = useSettled(typed.trim(), 400);
  const name = measureName({ instrument: study.instrument, name: study.name });
  const shown = opened !== null && opened.study === study.id ? opened.what : null;
  return (
    <li>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p class="soft row-wide">{t("rating.study", { count: study.photos, day: dayText(study.on) })}</p>
      <div class="actions no-print row-wide">
        {may("write_observations") && (
          <button
            type="button"
            aria-label={t("rating.rate_of", { scale: name })}
            onClick={() => open({ what: "rate", study: study.id })}
          >
            {t("rating.rate")}
          </button>
        )}
        <button
          type="button"
          class="quiet"
          aria-label={t("rating.result_of", { scale: name })}
          onClick={() => open({ what: "result", study: study.id })}
        >
          {t("rating.result")}
        </button>
      </div>
      {shown === "result" && <StudyResult study={study} />}
      {shown === "rate" && (
        <div class="row-wide">
          {!hasAccounts && (
            <Field label={t("rating.rater")} hint={t("rating.rater_hint")} value={typed} set={setTyped} />
          )}
          {(hasAccounts || rater !== "") && <RatePhotos key={rater} study={study} rater={rater} />}
        </div>
      )}
    </li>
  );
}

export function RatingPage() {
  useTitle(t("rating.title"));
  const studies = useLoaded(() => read<PhotoStudy[]>("/photo_studies", "list"), []);
  const [opened, open] = useState<Opened>(null);
  const [beginning, setBeginning] = useState(false);
  return (
    <>
      <h1>{t("rating.title")}</h1>
      <p class="measure soft">{t("rating.lead")}</p>
      <When loaded={studies}>
        {(list) =>
          list.length === 0 ? (
            <p class="soft">{t("rating.no_study")}</p>
          ) : (
            <ul class="rows">
              {list.map((study) => (
                <Study key={study.id} study={study} opened={opened} open={open} />
              ))}
            </ul>
          )
        }
      </When>
      {may("write_observations") && (
        <div class="actions no-print">
          <button type="button" onClick={() => setBeginning(true)}>
            {t("rating.begin")}
          </button>
        </div>
      )}
      {beginning && (
        <BeginStudy
          close={() => setBeginning(false)}
          done={() => {
            setBeginning(false);
            studies.again();
          }}
        />
      )}
    </>
  );
}
