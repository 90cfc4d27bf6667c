// The patient's own page: plain words, large type, nothing but what is theirs; behind the code of the clinic.
import { useEffect, useState } from "preact/hooks";
import { readOwn, type Answer } from "../api.ts";
import { useWallClock } from "../clock.ts";
import { dayText, listText, momentText } from "../format.ts";
import { beginOwnLanguage } from "../language_choice.ts";
import { useLoaded } from "../loading.ts";
import { t, word } from "../../texts/texts.ts";
import { regionName } from "../measure.ts";
import { ownCare, ownName } from "../own_view.ts";
import type { CareShown, OwnDoor, OwnView } from "../shapes.ts";
import { OwnAccess } from "../parts/access/own_access.tsx";
import { OwnLanguage } from "../parts/language_field.tsx";
import { CareCard } from "../parts/care_card.tsx";
import { ClinicBar } from "../parts/own/clinic_bar.tsx";
import { Door } from "../parts/own/door.tsx";
import { Keep } from "../parts/own/keep.tsx";
import { NextVisit } from "../parts/own/next_visit.tsx";
import { OwnPhotoSection } from "../parts/own/own_photos.tsx";
import { Tell } from "../parts/own/tell.tsx";
import { OwnChart, OwnSectionPart } from "../parts/own_parts.tsx";
import { Names } from "../parts/report/letterhead.tsx";
import { UmmAlQura } from "../parts/umm_al_qura.tsx";
import { Waiting, useTitle } from "../parts/page_frame.tsx";
const gone = 404;
const retryMs = 5000;

function Care({ care }: { care: CareShown & { at: string } }) {
  const now = useWallClock(care.at.length === 10 ? `${care.at}T00:00` : care.at.slice(0, 16));
  return (
    <section class="own-now">
      <h2>{t("own.now")}</h2>
      <CareCard care={care} now={now} />
    </section>
  );
}

// The aftercare has a card of its own here.
const ofCare = ["first", "use", "avoid", "expect", "contact", "next"];

function Page({ view, ownKey }: { view: OwnView; ownKey: string }) {
  const care = ownCare(view);
  const sections = view.sections.filter((one) => !ofCare.includes(one.id));
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
      <NextVisit view={view} ownKey={ownKey} />
      {care && <Care care={care} />}
      {others.map((one) => (
        <OwnSectionPart key={one.id} section={one} />
      ))}
      {view.series.length > 0 && <h2 class="own-how">{t("own.how")}</h2>}
      {view.series.map((one) => (
        <OwnChart key={one.name} series={one} view={view} />
      ))}
      <OwnPhotoSection ownKey={ownKey} />
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
      <Tell ownKey={ownKey} mayTell={view.may_tell} />
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
      <Keep ownKey={ownKey} expires={view.expires} />
      <OwnAccess ownKey={ownKey} />
      <div class="no-print">
        <OwnLanguage />
      </div>
      <p class="soft">{t("own.not_doctor")}</p>
    </>
  );
}

// What the page shows: before the code the door only.
interface Seen {
  door: OwnDoor;
  view: OwnView | null;
}

async function readSeen(key: string): Promise<Answer<Seen>> {
  const door = await readOwn<OwnDoor>(key, "door");
  if (!door.ok) return door;
  await beginOwnLanguage(door.value.language, door.value.digits);
  if (!door.value.opened) return { ok: true, value: { door: door.value, view: null } };
  const view = await readOwn<OwnView>(key, "progress");
  return view.ok ? { ok: true, value: { door: door.value, view: view.value } } : view;
}

function Away({ again }: { again: () => void }) {
  useEffect(() => {
    const timer = setInterval(again, retryMs);
    return () => clearInterval(timer);
  }, [again]);
  return (
    <>
      <h1>{t("own.away")}</h1>
      <p role="status">{t("own.away_try")}</p>
    </>
  );
}

const Broken = () => (
  <>
    <h1>{t("own.broken")}</h1>
    <p>{t("own.broken_try")}</p>
  </>
);

export function OwnPage({ ownKey }: { ownKey: string }) {
  useTitle("");
  const [isClosed, setClosed] = useState(false);
  const own = useLoaded(() => readSeen(ownKey), [ownKey]);
  const shown = () => {
    if (isClosed || own.problem?.status === gone) return <Broken />;
    if (own.problem?.status === 0) return <Away again={own.again} />;
    if (own.problem) return <h1>{t("frame.problem.unclear")}</h1>;
    if (!own.value) return <Waiting />;
    const { door, view } = own.value;
    if (view) return <Page view={view} ownKey={ownKey} />;
    return <Door ownKey={ownKey} door={door} opened={own.again} closed={() => setClosed(true)} />;
  };
  return (
    <main class="own" id="page">
      {shown()}
    </main>
  );
}
