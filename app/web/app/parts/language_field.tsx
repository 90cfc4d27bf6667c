// In which language the pages are: nothing where the program has only one.
import { useState } from "preact/hooks";
import { inUse, t, word } from "../../texts/texts.ts";
import type { Answer, Problem } from "../api.ts";
import { keepLanguage, offeredHere } from "../language_choice.ts";
import { chooseLanguage } from "../turn.ts";
import { ProblemNote } from "./problem.tsx";

interface ChoiceProps {
  choose: (code: string) => void;
  problem?: Problem | null;
}

function LanguageChoice({ choose, problem = null }: ChoiceProps) {
  const offered = offeredHere();
  if (offered.length < 2) return null;
  return (
    <fieldset class="choices">
      <legend>{t("frame.language")}</legend>
      <div class="choices-row">
        {offered.map((code) => (
          <label key={code} class={code === inUse().code ? "choice chosen" : "choice"} lang={code}>
            <input type="radio" name="language" checked={code === inUse().code} onChange={() => choose(code)} />
            <span>{word("frame.languages", code) ?? code}</span>
          </label>
        ))}
      </div>
      {problem && <ProblemNote problem={problem} />}
    </fieldset>
  );
}

// Of whoever is signed in, else of this browser.
export function LanguageField() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const choose = async (code: string): Promise<void> => {
    const answer: Answer<unknown> = await chooseLanguage(code);
    if (!answer.ok) setProblem(answer.problem);
  };
  return <LanguageChoice choose={(code) => void choose(code)} problem={problem} />;
}

// Of a patient's own page.
export const OwnLanguage = () => <LanguageChoice choose={keepLanguage} />;
