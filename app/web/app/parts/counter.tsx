// Counts one kind of lesion or scar: + for one more, − for one less, or type; + and − keys work too.
import type { ComponentChildren } from "preact";
import { t } from "../../texts/texts.ts";
import { plainFigures } from "../../texts/typed_figures.ts";

interface CounterProps {
  label: string;
  value: number;
  was: number | null;
  set: (value: number) => void;
  drawing?: ComponentChildren;
  blank?: boolean; // nobody has counted yet, which is not zero
}

export function Counter({ label, value, was, set, drawing, blank = false }: CounterProps) {
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === "+" || event.key === "ArrowUp") set(value + 1);
    else if (event.key === "-" || event.key === "ArrowDown") set(value - 1);
    else return;
    event.preventDefault();
  };
  // Digits alone: of "1,5" or "0x10" no other number is made.
  const typed = (input: HTMLInputElement): void => {
    const text = plainFigures(input.value);
    if (/^\d*$/.test(text)) set(Number(text));
    else input.value = blank ? "" : String(value);
  };
  return (
    <div class="counter">
      {drawing}
      <span class="counter-label">
        {label}
        <small class="soft">{was === null ? "" : t("observe.was_short", { value: was })}</small>
      </span>
      <span class="stepper">
        <button
          type="button"
          class="counter-less"
          aria-label={t("observe.one_less", { what: label })}
          disabled={value === 0}
          onClick={() => set(value - 1)}
        >
          −
        </button>
        <input
          class="counter-value figures"
          inputMode="numeric"
          aria-label={label}
          value={blank ? "" : String(value)}
          placeholder="–"
          onKeyDown={pressed}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => typed(event.currentTarget)}
        />
        <button
          type="button"
          class="counter-more"
          aria-label={t("observe.one_more", { what: label })}
          onClick={() => set(value + 1)}
        >
          +
        </button>
      </span>
    </div>
  );
}
