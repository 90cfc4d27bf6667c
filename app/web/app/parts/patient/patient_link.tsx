// The link and QR code of the patient's own page; made when asked for, and withdrawn.
import { useState } from "preact/hooks";
import { newKey, patientPath, submit, deleteResource, type Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";
import { ProblemNote } from "../problem.tsx";
import { QrCode } from "../qr_code.tsx";

export function PatientLink({ chartNumber, close }: { chartNumber: string; close: () => void }) {
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [notice, setNotice] = useState("");
  const make = async (): Promise<void> => {
    const answer = await submit<{ path: string }>(patientPath(chartNumber, "/link"), {}, newKey());
    if (!answer.ok) return setProblem(answer.problem);
    setProblem(null);
    setNotice("");
    setAddress(new URL(answer.value.path, location.origin).href);
  };
  const withdraw = async (): Promise<void> => {
    const answer = await deleteResource(patientPath(chartNumber, "/link"));
    if (!answer.ok) return setProblem(answer.problem);
    setAddress(null);
    setNotice(t("patient.link.withdrawn"));
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address ?? "");
    setNotice(t("patient.link.copied"));
  };
  return (
    <Dialog title={t("patient.link.title")} close={close}>
      <p class="measure">{t("patient.link.text")}</p>
      {problem && <ProblemNote problem={problem} />}
      {address === null ? (
        <div class="actions">
          <button type="button" class="main" onClick={() => void make()}>
            {t("patient.link.make")}
          </button>
        </div>
      ) : (
        <>
          <QrCode text={address} label={t("patient.link.code")} />
          <p>
            <a class="address" href={address} target="_blank" rel="noreferrer">
              {address}
            </a>
          </p>
          <div class="actions">
            <button type="button" class="main" onClick={() => void copy()}>
              {t("patient.link.copy")}
            </button>
            <button type="button" onClick={() => void withdraw()}>
              {t("patient.link.withdraw")}
            </button>
          </div>
        </>
      )}
      <p role="status">{notice}</p>
    </Dialog>
  );
}
