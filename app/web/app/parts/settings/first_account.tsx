// A book without accounts: the first one turns signing in on, and whoever asks is signed in by it.
import { useState } from "preact/hooks";
import { newKey, submit, type Problem } from "../../api.ts";
import { messages } from "../../messages.ts";
import { deviceLabel } from "../../sign_in_state.ts";
import { refreshTurn } from "../../turn.ts";
import { Field } from "../field.tsx";
import { PasswordField } from "../people/password_field.tsx";
import { ProblemNote } from "../problem.tsx";

const texts = messages.people;

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
      <p>{texts.firstWarning}</p>
      <Field
        label={texts.name}
        required
        hint={texts.nameHint}
        autocomplete="username"
        dir="auto"
        value={name}
        set={setName}
      />
      <Field
        label={texts.displayName}
        hint={texts.displayNameHint}
        dir="auto"
        value={displayName}
        set={setDisplayName}
      />
      <PasswordField
        label={messages.signIn.password}
        autocomplete="new-password"
        hint={messages.signIn.passwordHint}
        value={password}
        set={setPassword}
      />
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="submit" class="main" disabled={busy}>
          {texts.firstSubmit}
        </button>
        <button type="button" onClick={cancel}>
          {messages.cancel}
        </button>
      </div>
    </form>
  );
}

export function FirstAccount() {
  const [open, setOpen] = useState(false);
  return (
    <section class="measure stack">
      <h2>{texts.firstTitle}</h2>
      <p>{texts.firstText}</p>
      {open ? (
        <Form cancel={() => setOpen(false)} />
      ) : (
        <p>
          <button type="button" class="main" onClick={() => setOpen(true)}>
            {texts.firstAdd}
          </button>
        </p>
      )}
    </section>
  );
}
