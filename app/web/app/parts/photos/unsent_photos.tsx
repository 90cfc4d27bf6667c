// Photographs of the patient that are still on this device only, and sending them.
import { useEffect, useState } from "preact/hooks";
import { patientPath, sendPicture, type Problem } from "../../api.ts";
import { forgetPhoto, unsentPhotos, type UnsentPhoto } from "../../photos/unsent_photos.ts";
import { actorName } from "../../turn.ts";
import { t } from "../../../texts/texts.ts";
import { ProblemNote } from "../problem.tsx";

interface UnsentProps {
  chartNumber: string;
  turn: number; // another one: look again
  done: () => void;
}

export function UnsentPhotos({ chartNumber, turn, done }: UnsentProps) {
  const person = actorName() ?? "";
  const [waiting, setWaiting] = useState<readonly UnsentPhoto[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void unsentPhotos(person, chartNumber).then(setWaiting);
  }, [person, chartNumber, turn]);
  if (waiting.length === 0) return null;
  const send = async (confirm?: string): Promise<void> => {
    setBusy(true);
    setProblem(null);
    let left = waiting;
    for (const { key, said, picture } of waiting) {
      const all = confirm ? { ...said, confirm } : said;
      const answer = await sendPicture(patientPath(chartNumber, "/photo"), picture, all, key);
      if (!answer.ok) {
        setProblem(answer.problem);
        break;
      }
      await forgetPhoto(person, key);
      left = left.slice(1);
    }
    setWaiting(left);
    setBusy(false);
    if (left.length < waiting.length) done();
  };
  return (
    <div class="note no-print" role="status">
      <p>{t("photos.unsent.kept", { count: waiting.length })}</p>
      {problem && <ProblemNote problem={problem} confirm={() => void send("taken_at")} />}
      <div class="actions">
        <button type="button" disabled={busy} onClick={() => void send()}>
          {t("photos.unsent.send")}
        </button>
      </div>
    </div>
  );
}
