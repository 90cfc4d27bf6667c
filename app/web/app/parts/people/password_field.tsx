// A password, which can be shown as one types it.
import { useId, useState } from "preact/hooks";
import { t } from "../../../texts/texts.ts";

interface PasswordFieldProps {
  label: string;
  value: string;
  set: (value: string) => void;
  autocomplete: "current-password" | "new-password";
  hint?: string;
}

export function PasswordField({ label, value, set, autocomplete, hint }: PasswordFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="password">
        <input
          id={id}
          type={shown ? "text" : "password"}
          required
          value={value}
          onInput={(event) => set(event.currentTarget.value)}
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <button
          type="button"
          class="quiet"
          aria-label={t("sign_in.show_long")}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? t("sign_in.hide") : t("sign_in.show")}
        </button>
      </div>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
