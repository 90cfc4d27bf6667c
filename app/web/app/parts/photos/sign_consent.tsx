// A consent form is read in the patient's language and signed, on the screen or on paper.
import { useId, useState } from "preact/hooks";
import { newKey, patientPath, sendPicture, submit, type Answer, type Problem } from "../../api.ts";
import { isSigned, strokesText, type Stroke } from "../../photos/strokes.ts";
import type { ConsentFormSeen } from "../../shapes.ts";
import { showToast } from "../../toast.ts";
import { nameOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { ProblemNote } from "../problem.tsx";
import { SignaturePad } from "./signature_pad.tsx";

type Language = "en" | "ar";
const languagesOf = (form: ConsentFormSeen): Language[] =>
  (["en", "ar"] as const).filter((language) => form[`text_${language}`] !== null);

function ScanField({ choose }: { choose: (scan: File | null) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t("photos.scan")}</label>
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
        onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
      />
    </div>
  );
}

interface SignProps {
  chartNumber: string;
  forms: readonly ConsentFormSeen[];
  today: string;
  first: Language; // what the patient reads
  close: () => void;
  done: () => void;
}

export function SignConsent({ chartNumber, forms, today, first, close, done }: SignProps) {
  const [formId, setForm] = useState(forms.length === 1 ? String(forms[0]?.id) : "");
  const [chosen, choose] = useState<Language>(first);
  const [manner, setManner] = useState<"screen" | "paper">("screen");
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [guardian, setGuardian] = useState("");
  const [witness, setWitness] = useState("");
  const [scan, setScan] = useState<File | null>(null);
  const [kept, setKept] = useState<number | null>(null); // the scan's photo, once it is in the book
  const [scanKey, setScanKey] = useState(newKey);
  const [key, setKey] = useState(newKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = forms.find(({ id }) => String(id) === formId);
  const languages = form ? languagesOf(form) : [];
  const language = languages.includes(chosen) ? chosen : languages[0];
  const isReady = form !== undefined && language !== undefined && (manner === "paper" || isSigned(strokes));
  // The scan first, once: whatever becomes of the consent, the next try names it.
  const keepScan = async (): Promise<Answer<number | null>> => {
    if (manner === "screen" || scan === null || kept !== null)
      return { ok: true, value: manner === "paper" ? kept : null };
    const said = { view: "document", taken_at: today };
    const answer = await sendPicture<{ id: number }>(patientPath(chartNumber, "/photo"), scan, said, scanKey);
    if (!answer.ok) {
      if (answer.problem.status !== 0) setScanKey(newKey());
      return answer;
    }
    setKept(answer.value.id);
    return { ok: true, value: answer.value.id };
  };
  const send = async (confirm: string[] = []): Promise<void> => {
    if (!isReady) return;
    setBusy(true);
    const scanned = await keepScan();
    if (!scanned.ok) {
      setBusy(false);
      return setProblem(scanned.problem);
    }
    const answer = await submit(
      patientPath(chartNumber, "/consent"),
      {
        form: form.id,
        language,
        manner,
        guardian: guardian.trim() || null,
        witness: witness.trim() || null,
        signature: manner === "screen" ? strokesText(strokes) : null,
        scan: scanned.value,
        confirm,
      },
      key,
    );
    setBusy(false);
    if (!answer.ok) {
      if (answer.problem.status !== 0) setKey(newKey());
      return setProblem(answer.problem);
    }
    showToast(t("photos.signed"), chartNumber);
    done();
  };
  return (
    <Dialog title={t("photos.sign")} close={close}>
      <Field
        label={t("photos.form")}
        value={formId}
        set={setForm}
        required
        choices={forms.map(({ id }) => String(id))}
        names={(id) => {
          const one = forms.find((each) => String(each.id) === id);
          return one ? `${one.name}, ${one.edition}: ${nameOf(one.scope)}` : id;
        }}
      />
      {form && language && (
        <>
          {languages.length > 1 && (
            <div class="segments" role="group" aria-label={t("photos.language")}>
              {languages.map((one) => (
                <button key={one} type="button" aria-pressed={one === language} onClick={() => choose(one)}>
                  {t(`photos.in.${one}`)}
                </button>
              ))}
            </div>
          )}
          <div class="consent-text" lang={language} dir={language === "ar" ? "rtl" : "ltr"} tabIndex={0}>
            {form[`text_${language}`]}
          </div>
          <div class="segments" role="group" aria-label={t("photos.manner")}>
            {(["screen", "paper"] as const).map((one) => (
              <button key={one} type="button" aria-pressed={one === manner} onClick={() => setManner(one)}>
                {t(`photos.on.${one}`)}
              </button>
            ))}
          </div>
          {manner === "screen" ? (
            <SignaturePad strokes={strokes} set={setStrokes} />
          ) : (
            <>
              <p class="soft">{t("photos.paper_hint")}</p>
              <ScanField
                choose={(chosen) => {
                  setScan(chosen);
                  setKept(null);
                  setScanKey(newKey());
                  setProblem(null);
                }}
              />
            </>
          )}
          <Field label={t("photos.guardian")} value={guardian} set={setGuardian} />
          <Field label={t("photos.witness")} value={witness} set={setWitness} />
        </>
      )}
      {problem && (
        <ProblemNote problem={problem} confirm={() => void send(problem.questions.map((each) => each.confirm))} />
      )}
      <div class="actions">
        <button type="button" class="main" disabled={!isReady || busy} onClick={() => void send()}>
          {t("photos.record_consent")}
        </button>
      </div>
    </Dialog>
  );
}
