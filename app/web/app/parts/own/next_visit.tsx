// When the patient is to come next, and that date for their calendar.
import { ownDownload } from "../../api.ts";
import { dayText, daysBetween, momentText } from "../../format.ts";
import { inUse, t } from "../../../texts/texts.ts";
import type { OwnView } from "../../shapes.ts";
import { Icon } from "../icon.tsx";
import { UmmAlQura } from "../umm_al_qura.tsx";
import { CalendarFeed } from "./calendar_feed.tsx";

function lineOf({ next_on: nextOn, as_of: asOf }: OwnView): string {
  if (nextOn === null) return t("own.next_none");
  const key = daysBetween(asOf, nextOn) < 0 ? "own.next_was" : "own.next_on";
  return t(key, { day: dayText(nextOn) });
}

// Without a key there is nowhere to fetch the date from.
export function NextVisit({ view, ownKey }: { view: OwnView; ownKey?: string }) {
  const { next_visit: visit, next_on: nextOn, as_of: asOf } = view;
  const isAhead = visit !== null || (nextOn !== null && daysBetween(asOf, nextOn) >= 0);
  const day = visit?.at.slice(0, 10) ?? nextOn;
  return (
    <section>
      <h2>{visit ? t("own.next_visit") : t("own.next")}</h2>
      <p class={visit ? "lead" : undefined}>
        {visit ? <time dateTime={visit.at}>{momentText(visit.at)}</time> : lineOf(view)}
        {day !== null && view.umm_al_qura && <UmmAlQura day={day} />}
      </p>
      {isAhead && ownKey !== undefined && (
        <p class="no-print">
          <a class="button own-wide" href={ownDownload(ownKey, "calendar", inUse().code)} download>
            <Icon name="day" /> {t("own.to_calendar")}
          </a>
        </p>
      )}
      {ownKey !== undefined && <CalendarFeed ownKey={ownKey} />}
    </section>
  );
}
