// A number that is mostly right: + and − change it by a step, and it can be typed.
import { numberOrText } from "../record_body.ts";

interface StepperProps {
  label: string; // the whole of it, for those who do not see where it stands
  less: string;
  more: string;
  value: string;
  step: number;
  set: (value: string) => void;
  wrong?: boolean;
}

// Whole steps, so that 0.1 + 0.2 is 0.3; what is no number counts as none.
export function stepped(value: string, step: number): string {
  const number = numberOrText(value);
  const from = typeof number === "number" ? number : 0;
  return String(Math.max(0, Math.round((from + step) * 100) / 100));
}

export function Stepper({ label, less, more, value, step, set, wrong = false }: StepperProps) {
  return (
    <span class="stepper">
      <button type="button" aria-label={less} onClick={() => set(stepped(value, -step))}>
        −
      </button>
      <input
        class="counter-value figures"
        inputMode="decimal"
        dir="ltr"
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <button type="button" aria-label={more} onClick={() => set(stepped(value, step))}>
        +
      </button>
    </span>
  );
}
