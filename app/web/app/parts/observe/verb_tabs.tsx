// The form that is open among those of its verb, and the way to the others.
import { pageOf } from "../../router.ts";
import { formAddress, formsOf, verbs, type Form } from "../../verbs.ts";
import { t, word } from "../../../texts/texts.ts";
import { formName } from "../patient/verb_menus.tsx";

export function VerbTabs({ chartNumber, form }: { chartNumber: string; form: Form }) {
  return (
    <nav class="verb-tabs" aria-label={t("observe.what")}>
      <ul class="tabs">
        {verbs.map((verb) => {
          const first = formsOf(verb).find(({ what }) => what !== "session");
          return (
            first && (
              <li key={verb}>
                <a
                  href={pageOf(chartNumber, formAddress(first))}
                  aria-current={verb === form.verb ? "true" : undefined}
                >
                  {word("patient.verbs", verb)}
                </a>
              </li>
            )
          );
        })}
      </ul>
      <ul class="verb-forms">
        {formsOf(form.verb).map((one) => (
          <li key={one.what}>
            <a
              class="button"
              href={pageOf(chartNumber, formAddress(one))}
              aria-current={one.what === form.what ? "page" : undefined}
            >
              {formName(one.what)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
