// A photograph is chosen as a file, or taken with the device's own camera, and kept.
import { useId, useRef, useState } from "preact/hooks";
import { newKey, patientPath, sendPicture, type Problem } from "../../api.ts";
import { views } from "../../photos/photo_grid.ts";
import { regions } from "../../regions.ts";
import { showToast } from "../../toast.ts";
import { t } from "../../../texts/texts.ts";
import { Field } from "../field.tsx";
import { ProblemNote } from "../problem.tsx";

interface AddProps {
  chartNumber: string;
  done: () => void;
}

export function AddPhoto({ chartNumber, done }: AddProps) {
  const fileId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [view, setView] = useState("front");
  const [region, setRegion] = useState("");
  const [at, setAt] = useState("");
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (confirm?: string): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    const answer = await sendPicture(
      patientPath(chartNumber, "/photo"),
      file,
      { view, region, taken_at: at, confirm },
      key,
    );
    setBusy(false);
    // What was not answered may have been kept: the same key goes with the next try.
    if (answer.ok || answer.problem.status !== 0) setKey(newKey());
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    setFile(null);
    if (input.current) input.current.value = "";
    showToast(t("photos.added"), chartNumber);
    done();
  };
  return (
    <form
      class="add-photo no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div class="fields">
        <div class="field">
          <label for={fileId}>{t("photos.file")}</label>
          <input
            id={fileId}
            ref={input}
            type="file"
            accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              setProblem(null);
            }}
          />
        </div>
        <Field label={t("photos.view")} value={view} set={setView} required choices={views} />
        <Field label={t("photos.region")} value={region} set={setRegion} choices={regions} />
        <Field label={t("photos.taken")} name="taken_at" value={at} set={setAt} type="datetime-local" />
      </div>
      <p class="soft small">{t("photos.no_metadata")}</p>
      {problem && <ProblemNote problem={problem} confirm={() => void send("taken_at")} />}
      <div class="actions">
        <button type="submit" class="main" disabled={file === null || busy}>
          {t("photos.add")}
        </button>
        {busy && (
          <span class="waiting" role="status">
            {t("photos.sending")}
          </span>
        )}
      </div>
    </form>
  );
}
