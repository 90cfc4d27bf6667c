// The day of the Umm al-Qura calendar, behind the Gregorian one: " (18 Jumada II 1448 AH)".
import { ummAlQuraText } from "../../texts/umm_al_qura.ts";

export function UmmAlQura({ day }: { day: string }) {
  const text = ummAlQuraText(day);
  return text === null ? null : (
    <>
      {" "}
      (<bdi>{text}</bdi>)
    </>
  );
}
