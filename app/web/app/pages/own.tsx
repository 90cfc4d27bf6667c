// The patient's own page: plain words, large type, nothing but what is theirs; behind the code of the clinic.
import { useEffect, useState } from "preact/hooks";
import { readOwn, type Answer } from "../api.ts";
import { useWallClock } from "../clock.ts";
import { beginOwnLanguage } from "../language_choice.ts";
import { useLoaded } from "../loading.ts";
import { t } from "../../texts/texts.ts";
import { ownCare } from "../own_view.ts";
import type { CareShown, OwnDoor, OwnView } from "../shapes.ts";
import { OwnAccess } from "../parts/access/own_access.tsx";
import { OwnLanguage } from "../parts/language_field.tsx";
import { CareCard } from "../parts/care_card.tsx";
import { Door } from "../parts/own/door.tsx";
import { Keep } from "../parts/own/keep.tsx";
import { NextVisit } from "../parts/own/next_visit.tsx";
import { OwnPhotoSection } from "../parts/own/own_photos.tsx";
import { OwnSessions, OwnStory } from "../parts/own/story.tsx";
import { Tell } from "../parts/own/tell.tsx";
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

function Page({ view, ownKey }: { view: OwnView; ownKey: string }) {
  const care = ownCare(view);
  return (
    <>
      <OwnStory
        view={view}
        nextVisit={<NextVisit view={view} ownKey={ownKey} />}
        care={care && <Care care={care} />}
        photos={<OwnPhotoSection ownKey={ownKey} />}
        tell={<Tell ownKey={ownKey} mayTell={view.may_tell} />}
        sessions={<OwnSessions view={view} />}
      />
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
