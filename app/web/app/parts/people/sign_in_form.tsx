// Name and password; a code too, where the account asks for one; or a new password by a one-time code.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { newKey, submit, type Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { deviceLabel } from "../../sign_in_state.ts";
import { signIn } from "../../turn.ts";
import { Field } from "../field.tsx";
import { PasswordField } from "./password_field.tsx";
import { factorAfter, factorBody, isFactorWanted, noFactor, SecondFactor, type Factor } from "./second_factor.tsx";
import { TryNote, useRefusal } from "./try_note.tsx";

interface SignInFormProps {
  asksDevice: boolean; // a browser that the server does not know yet
  done?: () => void;
}

export function SignInForm({ asksDevice, done }: SignInFormProps) {
  const [kind, setKind] = useState<"password" | "reset">("password");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [factor, setFactor] = useState<Factor>(noFactor);
  const [resetCode, setResetCode] = useState("");
  const [device, setDevice] = useState(deviceLabel(navigator.userAgent));
  const [refusal, setRefused] = useRefusal();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isReset = kind === "reset";
  // The first field that is empty.
  useLayoutEffect(() => {
    [...(form.current?.querySelectorAll("input") ?? [])].find((field) => field.value === "")?.focus();
  }, [kind, factor.kind]);

  const refused = (problem: Problem): void => {
    setBusy(false);
    setFactor((now) => factorAfter(now, problem));
    setRefused(isFactorWanted(problem) && factor.kind === "none" ? null : problem);
  };
  const enter = async (): Promise<void> => {
    const answer = await signIn({ name, password, device, ...factorBody(factor) });
    if (!answer.ok) return refused(answer.problem);
    setBusy(false);
    done?.();
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || refusal.seconds !== null) return;
    setBusy(true);
    setRefused(null);
    if (!isReset) return enter();
    const answer = await submit("/password", { name, reset_code: resetCode.trim(), password }, newKey());
    if (!answer.ok) return refused(answer.problem);
    setKind("password");
    await enter();
  };
  const turnTo = (next: "password" | "reset"): void => {
    setKind(next);
    setFactor(noFactor);
    setPassword("");
    setRefused(null);
  };
  return (
    <form ref={form} class="sign-in" onSubmit={(event) => void send(event)}>
      {isReset && (
        <>
          <h2>{t("sign_in.reset_title")}</h2>
          <p class="soft">{t("sign_in.reset_lead")}</p>
        </>
      )}
      <Field label={t("sign_in.name")} required autocomplete="username" dir="auto" value={name} set={setName} />
      {isReset && <Field label={t("sign_in.reset_code")} required value={resetCode} set={setResetCode} />}
      <PasswordField
        label={isReset ? t("sign_in.new_password") : t("sign_in.password")}
        autocomplete={isReset ? "new-password" : "current-password"}
        value={password}
        set={setPassword}
        {...(isReset ? { hint: t("sign_in.password_hint") } : {})}
      />
      {!isReset && <SecondFactor factor={factor} set={setFactor} />}
      {asksDevice && !isReset && factor.kind === "none" && (
        <Field label={t("sign_in.device")} required hint={t("sign_in.device_hint")} value={device} set={setDevice} />
      )}
      <TryNote refusal={refusal} wrong={isReset ? t("sign_in.wrong_reset") : t("sign_in.wrong")} />
      <button type="submit" class="main wide" disabled={busy || refusal.seconds !== null}>
        {busy ? t("sign_in.busy") : isReset ? t("sign_in.reset_submit") : t("sign_in.submit")}
      </button>
      <p>
        <button type="button" class="link" onClick={() => turnTo(isReset ? "password" : "reset")}>
          {isReset ? t("sign_in.back") : t("sign_in.use_reset")}
        </button>
      </p>
    </form>
  );
}
