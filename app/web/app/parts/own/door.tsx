// The page before the code: whose clinic it is, and the code; in the clinic, where it wants that, the birth date.
import { useState } from "preact/hooks";
import { openOwn, type Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import type { OwnDoor } from "../../shapes.ts";
import { Field } from "../field.tsx";
import { OwnLanguage } from "../language_field.tsx";
import { ProblemNote } from "../problem.tsx";
import { ClinicBar } from "./clinic_bar.tsx";

interface DoorProps {
  ownKey: string;
  door: OwnDoor;
  opened: () => void;
  closed: () => void; // by too many wrong codes
}

export function Door({ ownKey, door, opened, closed }: DoorProps) {
  const [byBirth, setByBirth] = useState(false);
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || code.trim() === "") return;
    setBusy(true);
    const answer = await openOwn(ownKey, code);
    setBusy(false);
    if (answer.ok) return opened();
    if (answer.problem.status === 404) return closed();
    setProblem(answer.problem);
    setCode("");
  };
  const turn = (): void => {
    setByBirth(!byBirth);
    setCode("");
    setProblem(null);
  };
  return (
    <>
      <ClinicBar clinic={door.clinic} telephone={door.telephone} />
      <h1>{t("own.door.title")}</h1>
      <form class="stack own-door" onSubmit={(event) => void send(event)}>
        {byBirth ? (
          <div class="field">
            <label for="own-born">{t("own.door.born")}</label>
            <input
              id="own-born"
              type="date"
              autocomplete="bday"
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
            />
          </div>
        ) : (
          <Field
            label={t("own.door.code")}
            hint={t("own.door.code_hint")}
            autocomplete="one-time-code"
            digits
            value={code}
            set={setCode}
          />
        )}
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main" disabled={busy}>
            {t("own.door.open")}
          </button>
          {door.birth_date && (
            <button type="button" class="quiet" onClick={turn}>
              {byBirth ? t("own.door.use_code") : t("own.door.use_birth_date")}
            </button>
          )}
        </div>
        {door.birth_date && <p class="soft">{t("own.door.birth_date")}</p>}
      </form>
      <OwnLanguage />
    </>
  );
}
