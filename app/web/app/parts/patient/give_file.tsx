// The patient's file: made for this moment, saved, and given by hand.
import { useState } from "preact/hooks";
import { newKey, patientPath, submit, type Problem } from "../../api.ts";
import { saveFile } from "../../save.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";
import { PasswordField } from "../people/password_field.tsx";
import { ProblemNote } from "../problem.tsx";

interface MadeFile {
  html: string;
  photos: number;
  photos_withheld: number;
  signed_by: string | null;
}

// As the file itself shows it (file/proof.tsx).
const shortForm = (fingerprint: string): string => fingerprint.slice(0, 16).match(/.{4}/g)?.join(" ") ?? "";

export function GiveFile({ chartNumber, close }: { chartNumber: string; close: () => void }) {
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [made, setMade] = useState<MadeFile | null>(null);
  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setMade(null);
    const body = passphrase === "" ? {} : { passphrase };
    const answer = await submit<MadeFile>(patientPath(chartNumber, "/file"), body, newKey());
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    saveFile(`${chartNumber}.html`, "text/html", answer.value.html);
    setMade({ ...answer.value, html: "" });
  };
  return (
    <Dialog title={t("file.give.title")} close={close}>
      <p class="measure">{t("file.give.text")}</p>
      <form class="stack" noValidate onSubmit={(event) => void make(event)}>
        <PasswordField
          label={t("file.give.passphrase")}
          hint={t("file.give.passphrase_hint")}
          value={passphrase}
          set={setPassphrase}
          autocomplete="new-password"
        />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main" disabled={busy}>
            {t("file.give.make")}
          </button>
        </div>
      </form>
      <div role="status">
        {busy && <p>{t("file.give.making")}</p>}
        {made && (
          <>
            <p>{t("file.give.made", { count: made.photos })}</p>
            {made.photos_withheld > 0 && <p>{t("file.give.withheld", { count: made.photos_withheld })}</p>}
            <p>
              {made.signed_by === null
                ? t("file.give.not_signed")
                : t("file.give.signed", { key: shortForm(made.signed_by) })}
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
