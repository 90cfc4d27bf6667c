// Who a patient is, in a line: age, sex, skin type. Pure.
import { ageText } from "./format.ts";
import type { Progress } from "./shapes.ts";
import { nameOf } from "./words.ts";
import { t } from "../texts/texts.ts";

export function factsOf({ patient, as_of: asOf }: Pick<Progress, "patient" | "as_of">): string {
  const { born, sex, fitzpatrick, monk } = patient;
  return [
    born && ageText(born, asOf),
    sex && sex !== "other" && nameOf(sex),
    fitzpatrick && t("patient.skin", { type: fitzpatrick }),
    monk && t("patient.monk", { tone: monk }),
  ]
    .filter(Boolean)
    .join(" · ");
}
