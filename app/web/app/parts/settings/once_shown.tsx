// A secret that the server tells once: to be copied, and gone with its dialog.
import { useState } from "preact/hooks";
import { t } from "../../../texts/texts.ts";

interface OnceShownProps {
  label: string;
  secret: string;
  close: () => void;
}

export function OnceShown({ label, secret, close }: OnceShownProps) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div class="once stack">
      <p class="once-label">{label}</p>
      <output class="once-secret" aria-label={label}>
        {secret}
      </output>
      <p class="warn">{t("people.once.warning")}</p>
      <div class="actions">
        <button type="button" class="main" onClick={() => void copy()}>
          {t("people.once.copy")}
        </button>
        <button type="button" onClick={close}>
          {t("people.once.done")}
        </button>
        <span role="status">{copied ? t("people.once.copied") : ""}</span>
      </div>
    </div>
  );
}
