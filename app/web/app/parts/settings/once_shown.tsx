// A secret that the server tells once: to be copied, and gone with its dialog.
import { useState } from "preact/hooks";
import { messages } from "../../messages.ts";

const texts = messages.once;

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
      <p class="warn">{texts.warning}</p>
      <div class="actions">
        <button type="button" class="main" onClick={() => void copy()}>
          {texts.copy}
        </button>
        <button type="button" onClick={close}>
          {texts.done}
        </button>
        <span role="status">{copied ? texts.copied : ""}</span>
      </div>
    </div>
  );
}
