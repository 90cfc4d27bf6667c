// A photograph is taken with the browser's camera, chosen as a file, or taken with the device's own camera, and kept.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { newKey, patientPath, readNow, sendPicture, type Problem } from "../../api.ts";
import { listText } from "../../format.ts";
import { poseText } from "../../photos/head_pose.ts";
import { views } from "../../photos/photo_grid.ts";
import { poseOf } from "../../photos/pose_finding.ts";
import { ghostOf, viewsLeft } from "../../photos/taking.ts";
import { forgetPhoto, keepPhoto } from "../../photos/unsent_photos.ts";
import { regions } from "../../regions.ts";
import type { PhotoSeen } from "../../shapes.ts";
import { showToast } from "../../toast.ts";
import { actorName } from "../../turn.ts";
import { nameOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { Field } from "../field.tsx";
import { ProblemNote } from "../problem.tsx";
import { Camera } from "./camera.tsx";
import { UnsentPhotos } from "./unsent_photos.tsx";

// What was taken, before it is kept.
function Preview({ picture }: { picture: Blob }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return address === "" ? null : <img class="photo-preview" src={address} alt={t("photos.camera.preview")} />;
}

// Of the other views nothing says how the head is held.
const showsFace = (view: string): boolean => /^(front|left_|right_)/.test(view);

interface AddProps {
  chartNumber: string;
  photos: readonly PhotoSeen[];
  today: string;
  done: () => void;
}

export function AddPhoto({ chartNumber, photos, today, done }: AddProps) {
  const fileId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<Blob | null>(null);
  const [taken, setTaken] = useState<Blob | null>(null); // of the camera; `file` is the same
  const [isCamera, setCamera] = useState(false);
  const [view, setView] = useState("front");
  const [region, setRegion] = useState("");
  const [at, setAt] = useState("");
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0); // of what is kept on this device
  const send = async (confirm?: string): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    const pose = showsFace(view) ? await poseOf(file) : null;
    const said = { view, region, taken_at: at, ...(pose ? { pose: poseText(pose) } : {}) };
    const answer = await sendPicture(patientPath(chartNumber, "/photo"), file, { ...said, confirm }, key);
    setBusy(false);
    const person = actorName() ?? "";
    // What was not answered may have been kept: the same key goes with the next try.
    if (!answer.ok && answer.problem.status === 0) {
      await keepPhoto(person, { chart: chartNumber, key, said: confirm ? { ...said, confirm } : said, picture: file });
      setTurn((now) => now + 1);
    } else {
      await forgetPhoto(person, key);
      setTurn((now) => now + 1);
      setKey(newKey());
    }
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    setFile(null);
    setTaken(null);
    setAt("");
    if (input.current) input.current.value = "";
    const [next] = viewsLeft(photos, today).filter((one) => one !== view);
    if (taken !== null && region === "" && next !== undefined) setView(next);
    showToast(t("photos.added"), chartNumber);
    done();
  };
  const take = async (picture: Blob): Promise<void> => {
    setCamera(false);
    setTaken(picture);
    setFile(picture);
    setProblem(null);
    if (input.current) input.current.value = "";
    const me = await readNow(); // the picture of a camera does not say when it was taken
    if (me.ok) setAt(me.value.now.slice(0, 16));
  };
  const left = viewsLeft(photos, today);
  return (
    <form
      class="add-photo no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {left.length > 0 && <p class="soft">{t("photos.camera.left", { views: listText(left.map(nameOf)) })}</p>}
      <UnsentPhotos chartNumber={chartNumber} turn={turn} done={done} />
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
              setTaken(null);
              setProblem(null);
            }}
          />
        </div>
        <Field label={t("photos.view")} value={view} set={setView} required choices={views} />
        <Field label={t("photos.region")} value={region} set={setRegion} choices={regions} />
        <Field label={t("photos.taken")} name="taken_at" value={at} set={setAt} type="datetime-local" />
      </div>
      {taken && <Preview picture={taken} />}
      <p class="soft small">{t("photos.no_metadata")}</p>
      {problem && <ProblemNote problem={problem} confirm={() => void send("taken_at")} />}
      {isCamera && (
        <Camera
          ghost={ghostOf(photos, view, region, today)}
          taken={(picture) => void take(picture)}
          close={() => setCamera(false)}
        />
      )}
      <div class="actions">
        {"mediaDevices" in navigator && (
          <button type="button" onClick={() => setCamera(true)}>
            {t("photos.camera.open")}
          </button>
        )}
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
