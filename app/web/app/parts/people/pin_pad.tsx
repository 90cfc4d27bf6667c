// Six digits, by finger or by key; the sixth sends them.
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../texts/texts.ts";
import { digitsOf, pinLength } from "../../sign_in_state.ts";
const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

interface PinPadProps {
  label: string;
  disabled?: boolean; // the next try has to wait
  send: (pin: string) => Promise<void>; // empties the pad when it comes back
}

export function PinPad({ label, disabled = false, send }: PinPadProps) {
  const id = useId();
  const [digits, setDigits] = useState("");
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const isShown = useRef(true);
  useLayoutEffect(() => field.current?.focus(), [disabled]);
  useEffect(
    () => () => {
      isShown.current = false;
    },
    [],
  );
  const take = (text: string): void => {
    const next = digitsOf(text);
    if (busy || disabled) return;
    setDigits(next);
    if (next.length < pinLength) return;
    setBusy(true);
    void send(next).then(() => {
      if (!isShown.current) return;
      setBusy(false);
      setDigits("");
      field.current?.focus();
    });
  };
  const off = busy || disabled;
  return (
    <form class="pad" aria-labelledby={id} onSubmit={(event) => event.preventDefault()}>
      <label id={id} for={`${id}-pin`}>
        {label}
      </label>
      <div class="pad-dots">
        <input
          ref={field}
          id={`${id}-pin`}
          type="password"
          inputMode="none"
          autofocus // of the dialog that opens with it
          autocomplete="one-time-code" // which no browser offers to keep
          maxLength={pinLength}
          value={digits}
          readOnly={off}
          onInput={(event) => {
            take(event.currentTarget.value);
            event.currentTarget.value = digitsOf(event.currentTarget.value);
          }}
        />
        {Array.from({ length: pinLength }, (_, at) => (
          <span key={at} class={at < digits.length ? "pad-dot pad-given" : "pad-dot"} aria-hidden="true" />
        ))}
      </div>
      <p class="hidden" role="status">
        {t("sign_in.pin.progress", { given: digits.length })}
      </p>
      <div class="pad-keys">
        {keys.map((key) => (
          <button key={key} type="button" disabled={off} onClick={() => take(digits + key)}>
            {key}
          </button>
        ))}
        <span />
        <button type="button" disabled={off} onClick={() => take(digits + "0")}>
          0
        </button>
        <button
          type="button"
          class="pad-erase"
          aria-label={t("sign_in.pin.erase")}
          disabled={off || digits === ""}
          onClick={() => take(digits.slice(0, -1))}
        >
          <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M9 5h11v14H9l-6-7zM12 9.5l5 5M17 9.5l-5 5" />
          </svg>
        </button>
      </div>
    </form>
  );
}
