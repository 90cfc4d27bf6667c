// Who is signed in shows once more that it is them, before something of their account changes.
import { useState } from "preact/hooks";
import type { Answer } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { PasswordField } from "../people/password_field.tsx";
import {
  factorAfter,
  factorBody,
  isFactorWanted,
  noFactor,
  SecondFactor,
  type Factor,
} from "../people/second_factor.tsx";
import { TryNote, useRefusal } from "../people/try_note.tsx";

interface ProveProps<T> {
  name: string;
  label: string; // of the button
  send: (proof: Record<string, string>) => Promise<Answer<T>>;
  done: (value: T) => void;
}

// The password once more, and a code where the account asks for one.
export function Prove<T>({ name, label, send, done }: ProveProps<T>) {
  const [password, setPassword] = useState("");
  const [factor, setFactor] = useState<Factor>(noFactor);
  const [refusal, setRefused] = useRefusal();
  const prove = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (refusal.seconds !== null) return;
    const answer = await send({ password, ...factorBody(factor) });
    if (answer.ok) return done(answer.value);
    setFactor(factorAfter(factor, answer.problem));
    setRefused(isFactorWanted(answer.problem) && factor.kind === "none" ? null : answer.problem);
  };
  return (
    <form class="sign-in" onSubmit={(event) => void prove(event)}>
      <input class="hidden" type="text" autocomplete="username" value={name} readOnly tabIndex={-1} aria-hidden />
      <PasswordField label={t("sign_in.password")} autocomplete="current-password" value={password} set={setPassword} />
      <SecondFactor factor={factor} set={setFactor} />
      <TryNote refusal={refusal} wrong={t("sign_in.wrong_password")} />
      <div class="actions">
        <button type="submit" class="main" disabled={refusal.seconds !== null}>
          {label}
        </button>
      </div>
    </form>
  );
}
