// Name and password; a code too, where the account asks for one; or a new password by a one-time code.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { newKey, submit } from "../../api.ts";
import { messages } from "../../messages.ts";
import { deviceLabel } from "../../sign_in_state.ts";
import { signIn } from "../../turn.ts";
import { Field } from "../field.tsx";
import { PasswordField } from "./password_field.tsx";
import { TryNote, useRefusal } from "./try_note.tsx";

const texts = messages.signIn;

interface SignInFormProps {
  asksDevice: boolean; // a browser that the server does not know yet
  done?: () => void;
}

export function SignInForm({ asksDevice, done }: SignInFormProps) {
  const [kind, setKind] = useState<"password" | "reset">("password");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [factor, setFactor] = useState<"none" | "code" | "recovery_code">("none");
  const [code, setCode] = useState("");
  const [resetCode, setResetCode] = useState("");
  const [device, setDevice] = useState(deviceLabel(navigator.userAgent));
  const [refusal, setRefused] = useRefusal();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The first field that is empty.
  useLayoutEffect(() => {
    [...(form.current?.querySelectorAll("input") ?? [])].find((field) => field.value === "")?.focus();
  }, [kind, factor]);

  const enter = async (): Promise<void> => {
    const answer = await signIn({ name, password, device, ...(factor === "none" ? {} : { [factor]: code.trim() }) });
    setBusy(false);
    if (answer.ok) return done?.();
    setCode("");
    if (answer.problem.code !== "second_factor") return setRefused(answer.problem);
    setRefused(null);
    setFactor((now) => (now === "none" ? "code" : now));
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || refusal.seconds !== null) return;
    setBusy(true);
    setRefused(null);
    if (kind === "password") return enter();
    const answer = await submit("/password", { name, reset_code: resetCode.trim(), password }, newKey());
    if (answer.ok) {
      setKind("password");
      return enter();
    }
    setBusy(false);
    setRefused(answer.problem);
  };
  const turnTo = (next: "password" | "reset"): void => {
    setKind(next);
    setFactor("none");
    setPassword("");
    setRefused(null);
  };
  return (
    <form ref={form} class="sign-in" onSubmit={(event) => void send(event)}>
      {kind === "reset" && (
        <>
          <h2>{texts.resetTitle}</h2>
          <p class="soft">{texts.resetLead}</p>
        </>
      )}
      <Field label={texts.name} required autocomplete="username" dir="auto" value={name} set={setName} />
      {kind === "reset" && <Field label={texts.resetCode} required value={resetCode} set={setResetCode} />}
      <PasswordField
        label={kind === "reset" ? texts.newPassword : texts.password}
        autocomplete={kind === "reset" ? "new-password" : "current-password"}
        value={password}
        set={setPassword}
        {...(kind === "reset" ? { hint: texts.passwordHint } : {})}
      />
      {factor !== "none" && (
        <>
          <p class="note" role="status">
            {texts.codeWanted}
          </p>
          <Field
            key={factor}
            label={factor === "code" ? texts.code : texts.recovery}
            required
            hint={factor === "code" ? texts.codeHint : texts.recoveryHint}
            digits={factor === "code"}
            autocomplete="one-time-code"
            value={code}
            set={setCode}
          />
          <button
            type="button"
            class="link"
            onClick={() => {
              setCode("");
              setFactor(factor === "code" ? "recovery_code" : "code");
            }}
          >
            {factor === "code" ? texts.useRecovery : texts.useApp}
          </button>
        </>
      )}
      {asksDevice && kind === "password" && factor === "none" && (
        <Field label={texts.device} required hint={texts.deviceHint} value={device} set={setDevice} />
      )}
      <TryNote refusal={refusal} wrong={texts.wrong} />
      <button type="submit" class="main wide" disabled={busy || refusal.seconds !== null}>
        {busy ? texts.busy : kind === "reset" ? texts.resetSubmit : texts.submit}
      </button>
      <p>
        <button type="button" class="link" onClick={() => turnTo(kind === "reset" ? "password" : "reset")}>
          {kind === "reset" ? texts.back : texts.useReset}
        </button>
      </p>
    </form>
  );
}
