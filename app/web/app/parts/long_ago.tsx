// Says that nobody has looked for long, where that is so: what is known is how it was then.
import { daysBetween, dayText } from "../format.ts";
import type { Progress } from "../shapes.ts";
import { lastSeen, longAgoDays } from "../strips.ts";
import { t } from "../../texts/texts.ts";

export function LongAgo({ progress }: { progress: Progress }) {
  const seen = lastSeen(progress);
  const days = seen === "" ? 0 : daysBetween(seen, progress.as_of);
  if (days <= longAgoDays) return null;
  return <p class="long-ago">{t("patient.lead.long_ago", { day: dayText(seen), days })}</p>;
}
