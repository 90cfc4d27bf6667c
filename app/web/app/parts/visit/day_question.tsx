// Of which day a visit is that was begun on another day than today: an old draft, or a page open over midnight.
import { dayText } from "../../format.ts";
import { t } from "../../../texts/texts.ts";

interface DayQuestionProps {
  begun: string;
  now: string;
  choose: (at: string) => void;
}

export function DayQuestion({ begun, now, choose }: DayQuestionProps) {
  const [then, today] = [begun, now].map((at) => dayText(at.slice(0, 10)));
  return (
    <div class="note note-warn day-question" role="alert">
      <p>{t("visit.day.asked", { day: then ?? "" })}</p>
      <div class="actions">
        <button type="button" onClick={() => choose(begun)}>
          {t("visit.day.of", { day: then ?? "" })}
        </button>
        <button type="button" onClick={() => choose(now)}>
          {t("visit.day.today", { day: today ?? "" })}
        </button>
      </div>
    </div>
  );
}
