// In which language the pages are: nothing where the program has only one.
import { inUse, t, word } from "../../texts/texts.ts";
import { chooseLanguage, offered } from "../language_choice.ts";

export function LanguageField() {
  if (offered.length < 2) return null;
  return (
    <fieldset class="choices">
      <legend>{t("frame.language")}</legend>
      <div class="choices-row">
        {offered.map((code) => (
          <label key={code} class={code === inUse().code ? "choice chosen" : "choice"} lang={code}>
            <input type="radio" name="language" checked={code === inUse().code} onChange={() => chooseLanguage(code)} />
            <span>{word("frame.languages", code) ?? code}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
