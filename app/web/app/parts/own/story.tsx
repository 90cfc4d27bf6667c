// What a patient reads of their course, on their own page and in the file that they take home.
import type { ComponentChildren } from "preact";
import { dayText, listText, momentText } from "../../format.ts";
import { regionName } from "../../measure.ts";
import { ownName } from "../../own_view.ts";
import { t, word } from "../../../texts/texts.ts";
import type { OwnView } from "../../shapes.ts";
import { OwnChart, OwnSectionPart } from "../own_parts.tsx";
import { Names } from "../report/letterhead.tsx";
import { UmmAlQura } from "../umm_al_qura.tsx";
import { ClinicBar } from "./clinic_bar.tsx";

// Where the aftercare has a card of its own.
const ofCare = ["first", "use", "avoid", "expect", "contact", "next"];

interface StoryProps {
  view: OwnView;
  nextVisit: ComponentChildren;
  care: ComponentChildren; // nothing: it stands in sections, as of the day of the view
  photos?: ComponentChildren;
  tell: ComponentChildren;
  sessions: ComponentChildren;
}

export function OwnStory({ view, nextVisit, care, photos, tell, sessions }: StoryProps) {
  const sections = view.sections.filter((one) => !care || !ofCare.includes(one.id));
  const urgent = sections.filter((one) => one.id === "urgent");
  const others = sections.filter((one) => one.id !== "urgent");
  return (
    <>
      <ClinicBar clinic={view.clinic} telephone={view.telephone} />
      <h1>
        <Names names={view.names} />
      </h1>
      <p>
        {t("own.hello", { clinic: view.clinic, day: dayText(view.as_of) })}
        {view.umm_al_qura && <UmmAlQura day={view.as_of} />}
      </p>
      {urgent.map((one) => (
        <OwnSectionPart key={one.id} section={one} />
      ))}
      {nextVisit}
      {care}
      {others.map((one) => (
        <OwnSectionPart key={one.id} section={one} />
      ))}
      {view.series.length > 0 && <h2 class="own-how">{t("own.how")}</h2>}
      {view.series.map((one) => (
        <OwnChart key={one.name} series={one} view={view} />
      ))}
      {photos}
      <section>
        <h2>{t("own.numbers")}</h2>
        <p>{t("own.value_at")}</p>
        <dl class="own-numbers">
          {view.series
            .filter((one) => one.verdict !== "stated")
            .map((one) => (
              <div key={one.name}>
                <dt>
                  <bdi>{ownName(one)}</bdi>
                </dt>
                <dd>{word("own.better", one.better)}</dd>
              </div>
            ))}
        </dl>
      </section>
      {tell}
      {sessions}
    </>
  );
}

export function OwnSessions({ view }: { view: OwnView }) {
  return (
    <section>
      <h2>{t("own.sessions")}</h2>
      {view.sessions.length === 0 && <p>{t("own.sessions_none")}</p>}
      <ol class="own-sessions">
        {view.sessions.map((one) => (
          <li key={one.at}>
            <strong>{momentText(one.at)}</strong> {t("own.areas", { list: listText(one.areas.map(regionName)) })}
          </li>
        ))}
      </ol>
    </section>
  );
}
