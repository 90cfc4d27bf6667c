// A new password for who is signed in.
import { useState } from "preact/hooks";
import { t } from "../../../texts/texts.ts";
import { showToast } from "../../toast.ts";
import { changePassword } from "../../turn.ts";
import { Dialog } from "../dialog.tsx";
import { PasswordField } from "./password_field.tsx";
import { factorAfter, factorBody, isFactorWanted, noFactor, SecondFactor, type Factor } from "./second_factor.tsx";
import { TryNote, useRefusal } from "./try_note.tsx";

export function ChangePassword({ name, close }: { name: string; close: () => void }) {
  const [old, setOld] = useState("");
  const [password, setPassword] = useState("");
  const [factor, setFactor] = useState<Factor>(noFactor);
  const [refusal, setRefused] = useRefusal();
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (refusal.seconds !== null) return;
    const answer = await changePassword({ old, password, ...factorBody(factor) });
    if (!answer.ok) {
      setFactor(factorAfter(factor, answer.problem));
      return setRefused(isFactorWanted(answer.problem) && factor.kind === "none" ? null : answer.problem);
    }
    close();
    showToast(t("sign_in.person.password_done"));
  };
  return (
    <Dialog title={t("sign_in.person.password")} close={close}>
      <form class="sign-in" onSubmit={(event) => void send(event)}>
        <input class="hidden" type="text" autocomplete="username" value={name} readOnly tabIndex={-1} aria-hidden />
        <PasswordField
          label={t("sign_in.person.old_password")}
          autocomplete="current-password"
          value={old}
          set={setOld}
        />
        <PasswordField
          label={t("sign_in.new_password")}
          autocomplete="new-password"
          hint={t("sign_in.password_hint")}
          value={password}
          set={setPassword}
        />
        <SecondFactor factor={factor} set={setFactor} />
        <TryNote refusal={refusal} wrong={t("sign_in.wrong_password")} />
        <div class="actions">
          <button type="submit" class="main" disabled={refusal.seconds !== null}>
            {t("sign_in.person.password_save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
