// A book without accounts: the first one turns signing in on, and whoever asks is signed in by it.
import { useState } from "preact/hooks";
import { newKey, submit, type Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { deviceLabel } from "../../sign_in_state.ts";
import { refreshTurn } from "../../turn.ts";
import { Field } from "../field.tsx";
import { PasswordField } from "../people/password_field.tsx";
import { ProblemNote } from "../problem.tsx";

function Form({ cancel }: { cancel: () => void }) {
  const [name, setName] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const shown = displayName.trim();
    const body = {
      name,
      ...(shown === "" ? {} : { display_name: shown }),
      role: "owner",
      password,
      device: deviceLabel(navigator.userAgent),
    };
    const answer = await submit("/accounts", body, newKey());
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    await refreshTurn();
  };
  return (
    <form class="stack measure-narrow" onSubmit={(event) => void send(event)}>
      <p>{t("people.first_warning")}</p>
      <Field
        label={t("people.name")}
        required
        hint={t("people.name_hint")}
        autocomplete="username"
        dir="auto"
        value={name}
        set={setName}
      />
      <Field
        label={t("people.display_name")}
        hint={t("people.display_name_hint")}
        dir="auto"
        value={displayName}
        set={setDisplayName}
      />
      <PasswordField
        label={t("sign_in.password")}
        autocomplete="new-password"
        hint={t("sign_in.password_hint")}
        value={password}
        set={setPassword}
      />
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="submit" class="main" disabled={busy}>
          {t("people.first_submit")}
        </button>
        <button type="button" onClick={cancel}>
          {t("frame.cancel")}
        </button>
      </div>
    </form>
  );
}

export function FirstAccount() {
  const [open, setOpen] = useState(false);
  return (
    <section class="measure stack">
      <h2>{t("people.first_title")}</h2>
      <p>{t("people.first_text")}</p>
      {open ? (
        <Form cancel={() => setOpen(false)} />
      ) : (
        <p>
          <button type="button" class="main" onClick={() => setOpen(true)}>
            {t("people.first_add")}
          </button>
        </p>
      )}
    </section>
  );
}
