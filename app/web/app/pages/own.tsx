// The patient's own page: plain words, large type, nothing but what is theirs.
import { readOwn, type Answer } from "../api.ts";
import { useWallClock } from "../clock.ts";
import { dayText, daysBetween, listText, momentText } from "../format.ts";
import { beginOwnLanguage } from "../language_choice.ts";
import { useLoaded } from "../loading.ts";
import { t, word } from "../../texts/texts.ts";
import { regionName } from "../measure.ts";
import { ownCare, ownName } from "../own_view.ts";
import type { CareShown, OwnView } from "../shapes.ts";
import { OwnAccess } from "../parts/access/own_access.tsx";
import { OwnLanguage } from "../parts/language_field.tsx";
import { CareCard } from "../parts/care_card.tsx";
import { OwnChart, OwnSectionPart } from "../parts/own_parts.tsx";
import { Names } from "../parts/report/letterhead.tsx";
import { UmmAlQura } from "../parts/umm_al_qura.tsx";
import { Waiting, useTitle } from "../parts/page_frame.tsx";
const gone = 404;

function Next({ view }: { view: OwnView }) {
  const { next_on: nextOn, as_of: asOf } = view;
  const line =
    nextOn === null
      ? t("own.next_none")
      : daysBetween(asOf, nextOn) < 0
        ? t("own.next_was", { day: dayText(nextOn) })
        : t("own.next_on", { day: dayText(nextOn) });
  return (
    <section>
      <h2>{t("own.next")}</h2>
      <p>
        {line}
        {nextOn !== null && view.umm_al_qura && <UmmAlQura day={nextOn} />}
      </p>
    </section>
  );
}

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
      {care && <Care care={care} />}
      {others.map((one) => (
        <OwnSectionPart key={one.id} section={one} />
      ))}
      <Next view={view} />
      {view.series.length > 0 && <h2 class="own-how">{t("own.how")}</h2>}
      {view.series.map((one) => (
        <OwnChart key={one.name} series={one} view={view} />
      ))}
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
      <OwnAccess ownKey={ownKey} />
      <OwnLanguage />
      <p class="soft">{t("own.not_doctor")}</p>
    </>
  );
}

async function readView(key: string): Promise<Answer<OwnView>> {
  const answer = await readOwn<OwnView>(key);
  if (answer.ok) await beginOwnLanguage(answer.value.language, answer.value.digits);
  return answer;
}

export function OwnPage({ ownKey }: { ownKey: string }) {
  useTitle("");
  const own = useLoaded(() => readView(ownKey), [ownKey]);
  if (own.problem) {
    const { status } = own.problem;
    const other = status === 0 ? t("frame.problem.unreachable") : t("frame.problem.unclear");
    return (
      <main class="own" id="page">
        <h1>{status === gone ? t("own.broken") : other}</h1>
        <p>{t("own.broken_try")}</p>
      </main>
    );
  }
  return (
    <main class="own" id="page">
      {own.value ? <Page view={own.value} ownKey={ownKey} /> : <Waiting />}
    </main>
  );
}
