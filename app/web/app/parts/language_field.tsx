// In which language the pages are: nothing where the program has only one.
import { useState } from "preact/hooks";
import { inUse, t, word } from "../../texts/texts.ts";
import type { Problem } from "../api.ts";
import { offered } from "../language_choice.ts";
import { chooseLanguage } from "../turn.ts";
import { ProblemNote } from "./problem.tsx";

export function LanguageField() {
  const [problem, setProblem] = useState<Problem | null>(null);
  if (offered.length < 2) return null;
  const choose = async (code: string): Promise<void> => {
    const answer = await chooseLanguage(code);
    if (!answer.ok) setProblem(answer.problem);
  };
  return (
    <fieldset class="choices">
      <legend>{t("frame.language")}</legend>
      <div class="choices-row">
        {offered.map((code) => (
          <label key={code} class={code === inUse().code ? "choice chosen" : "choice"} lang={code}>
            <input type="radio" name="language" checked={code === inUse().code} onChange={() => void choose(code)} />
            <span>{word("frame.languages", code) ?? code}</span>
          </label>
        ))}
      </div>
      {problem && <ProblemNote problem={problem} />}
    </fieldset>
  );
}
