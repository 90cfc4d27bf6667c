// One photograph after the other, without a name, a date or an earlier rating; whoever stops goes on where they were.
import { useState } from "preact/hooks";
import { newKey, photoAddress, read, submit, type Problem } from "../../api.ts";
import { numberText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import { gradesOf } from "../../photos/study_numbers.ts";
import { numberOrText } from "../../record_body.ts";
import type { NextPhoto, PhotoStudy } from "../../shapes.ts";
import { t } from "../../../texts/texts.ts";
import { Field } from "../field.tsx";
import { When } from "../page_frame.tsx";
import { ProblemNote } from "../problem.tsx";

interface GradesProps {
  study: PhotoStudy;
  value: string;
  set: (value: string) => void;
}

function Grades({ study, value, set }: GradesProps) {
  const grades = gradesOf(study);
  if (grades.length === 0) return <Field label={t("rating.value")} value={value} set={set} type="number" required />;
  return (
    <div class="segments" role="group" aria-label={t("rating.value")}>
      {grades.map((grade) => (
        <button
          key={grade}
          type="button"
          class="figures"
          aria-pressed={value === String(grade)}
          onClick={() => set(String(grade))}
        >
          {numberText(grade)}
        </button>
      ))}
    </div>
  );
}

interface OneProps {
  study: PhotoStudy;
  next: NextPhoto & { photo: number };
  done: () => void;
}

function OnePhoto({ study, next, done }: OneProps) {
  const [value, setValue] = useState("");
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const where = t("rating.photo", { number: next.rated + 1, of: next.of });
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = { photo: next.photo, value: numberOrText(value), rater: next.rater };
    const answer = await submit(`/photo_studies/${study.id}/ratings`, body, key);
    if (!answer.ok) {
      if (answer.problem.status !== 0) setKey(newKey());
      return setProblem(answer.problem);
    }
    done();
  };
  return (
    <form class="rating" onSubmit={(event) => void send(event)}>
      <img class="photo-large" src={photoAddress(next.photo, "screen")} alt={where} />
      <p role="status" class="figures">
        {where}
      </p>
      <Grades study={study} value={value} set={setValue} />
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="submit" class="main" disabled={value.trim() === ""}>
          {t("rating.next")}
        </button>
      </div>
    </form>
  );
}

export function RatePhotos({ study, rater }: { study: PhotoStudy; rater: string }) {
  const [begun, setBegun] = useState(1); // the round that the rater works on
  const next = useLoaded(
    () => read<NextPhoto>(`/photo_studies/${study.id}/next`, ["of"], rater === "" ? {} : { rater }),
    [study.id, rater],
  );
  return (
    <When loaded={next}>
      {(now) =>
        now.photo === null ? (
          <p class="soft">{t("rating.none_shown")}</p>
        ) : now.rated === 0 && now.round > begun ? (
          <>
            <p role="status">{t("rating.all_rated", { count: now.of })}</p>
            <p class="soft">{t("rating.again_text")}</p>
            <div class="actions">
              <button type="button" onClick={() => setBegun(now.round)}>
                {t("rating.again")}
              </button>
            </div>
          </>
        ) : (
          <OnePhoto
            key={`${now.photo} ${now.round}`}
            study={study}
            next={{ ...now, photo: now.photo }}
            done={() => {
              setBegun(now.round);
              next.again();
            }}
          />
        )
      }
    </When>
  );
}
