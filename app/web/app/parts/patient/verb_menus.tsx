// What can be recorded, under four verbs; each opens to its forms.
import { useEffect, useRef } from "preact/hooks";
import { pageOf } from "../../router.ts";
import { formAddress, formsOf, verbs, type Verb } from "../../verbs.ts";
import { capital } from "../../format.ts";
import { t, word } from "../../../texts/texts.ts";
import { Icon } from "../icon.tsx";

export const formName = (what: string): string =>
  capital(word("patient.forms", what) ?? word("records.nouns", what) ?? what);

function Menu({ verb, chartNumber }: { verb: Verb; chartNumber: string }) {
  return (
    <details class="verb" name="verbs">
      <summary class="button">
        {word("patient.verbs", verb)}
        <Icon name="here" />
      </summary>
      <ul>
        {formsOf(verb).map((form) => (
          <li key={form.what}>
            <a href={pageOf(chartNumber, formAddress(form))}>{formName(form.what)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function VerbMenus({ chartNumber }: { chartNumber: string }) {
  const box = useRef<HTMLElement>(null);
  // A menu closes by Escape and by a press elsewhere.
  useEffect(() => {
    const close = (): void =>
      box.current?.querySelectorAll("details[open]").forEach((one) => one.removeAttribute("open"));
    const pressed = (event: Event): void => void (box.current?.contains(event.target as Node) || close());
    const typed = (event: KeyboardEvent): void => {
      const open = event.key === "Escape" ? box.current?.querySelector("details[open]") : null;
      if (!open) return;
      open.querySelector("summary")?.focus();
      close();
    };
    addEventListener("pointerdown", pressed);
    addEventListener("keydown", typed);
    return () => {
      removeEventListener("pointerdown", pressed);
      removeEventListener("keydown", typed);
    };
  }, []);
  return (
    <nav class="verbs no-print" aria-label={t("patient.record")} ref={box}>
      <span class="soft">{t("patient.record")}</span>
      {verbs.map((verb) => (
        <Menu key={verb} verb={verb} chartNumber={chartNumber} />
      ))}
    </nav>
  );
}
