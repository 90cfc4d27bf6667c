// A questionnaire that the patient answers aloud or from paper: one tap for each item. The items have neutral labels;
// the questions themselves are their authors'.
import { choicesOf } from "../../kinds.ts";
import { answersOf, isQuestionnaire, questionnaires, withAnswer } from "../../questionnaire.ts";
import type { FormValue } from "../../record_form.ts";
import type { Kind } from "../../shapes.ts";
import { titleOf } from "../../words.ts";
import { t, word } from "../../../texts/texts.ts";
import { ChoiceRow } from "../choice_row.tsx";
import type { Typing } from "../observe/observation_props.ts";

export function QuestionnaireFields({ kinds, typing }: { kinds: Kind[]; typing: Typing<FormValue> }) {
  const { fields } = typing.value;
  const set = (name: string, text: string): void =>
    typing.set((now) => ({ ...now, fields: { ...now.fields, [name]: text } }));
  const which = fields.which ?? "";
  return (
    <>
      <ChoiceRow
        legend={t("records.fields.which") ?? ""}
        value={which}
        set={(next) => typing.set((now) => ({ ...now, fields: { ...now.fields, which: next, answers: "" } }))}
        choices={choicesOf(kinds, "questionnaire", "which").map((one) => ({ value: one, label: titleOf(one) }))}
      />
      {isQuestionnaire(which) && (
        <div class="items">
          <p class="soft">{t("visit.questionnaire.hint")}</p>
          {answersOf(fields.answers ?? "", questionnaires[which].items).map((answer, index) => (
            <ChoiceRow
              key={index}
              legend={`${index + 1}. ${word(`visit.items.${which}`, String(index + 1)) ?? ""}`}
              value={answer}
              isScale
              set={(next) => set("answers", withAnswer(fields.answers ?? "", questionnaires[which].items, index, next))}
              choices={Array.from({ length: questionnaires[which].most + 1 }, (_, n) => ({
                value: String(n),
                label: String(n),
              }))}
            />
          ))}
        </div>
      )}
    </>
  );
}
