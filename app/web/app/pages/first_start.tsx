// Where no book is yet: begins one, in the file that is named, with the clinic and what it needles with. Only the
// clinic's name has to be typed. Until then the tab keeps what was typed, over a reload and another language.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { newKey, read, setWriter, submit, type Answer, type Problem } from "../api.ts";
import { bodyOfBeginning, unset, zoneOf, type Beginning, type Device, type PlaceOfBook } from "../first_start.ts";
import { useLoaded } from "../loading.ts";
import { t } from "../../texts/texts.ts";
import { ChoiceRow } from "../parts/choice_row.tsx";
import { Field } from "../parts/field.tsx";
import { BoxOfCartridges, Devices } from "../parts/first_start/devices.tsx";
import { OwnLanguage } from "../parts/language_field.tsx";
import { When, useTitle } from "../parts/page_frame.tsx";
import { ProblemNote } from "../parts/problem.tsx";

async function readPlace(): Promise<Answer<PlaceOfBook>> {
  const answer = await read<PlaceOfBook>("/first-start", ["file", "folder", "others", "zone", "key"]);
  if (answer.ok) setWriter({ name: "", key: answer.value.key });
  return answer;
}

const zoneOfBrowser = (): string | undefined => Intl.DateTimeFormat().resolvedOptions().timeZone;
const todayIn = (timeZone: string): string => Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());

// The one danger: an empty book beside the clinic's own, by a slip in a path.
function Place({ place }: { place: PlaceOfBook }) {
  return (
    <>
      <dl class="place-of-book">
        <div>
          <dt>{t("first_start.file")}</dt>
          <dd>
            <bdi dir="ltr">
              <strong>{place.file}</strong>
            </bdi>
          </dd>
        </div>
        <div>
          <dt>{t("first_start.folder")}</dt>
          <dd>
            <bdi dir="ltr">{place.folder}</bdi>
          </dd>
        </div>
      </dl>
      {place.others.length > 0 && (
        <div class="note note-warn">
          <p>
            <strong>
              {t("first_start.others", { count: place.others.length, names: place.others.join(t("frame.list")) })}
            </strong>
          </p>
          <p>{t("first_start.others_try")}</p>
        </div>
      )}
    </>
  );
}

const beginning = (place: PlaceOfBook): Beginning => ({
  name: "",
  zone: zoneOf(place, zoneOfBrowser()),
  telephone: "",
  signIn: false,
  devices: {},
  box: null,
});

function Form({ place }: { place: PlaceOfBook }) {
  const [value, set] = useState<Beginning>(() => (history.state as Beginning | null) ?? beginning(place));
  useEffect(() => history.replaceState(value, ""), [value]);
  const [missing, setMissing] = useState<Device[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLInputElement>("[data-first] input")?.focus(), []);
  const zones = [...new Set([value.zone, place.zone, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setMissing(unset(value));
    if (unset(value).length > 0) return;
    setBusy(true);
    const answer = await submit("/first-start", bodyOfBeginning(value, todayIn(value.zone)), newKey());
    if (answer.ok) return location.assign(value.signIn ? "/settings?part=people" : "/");
    setBusy(false);
    setProblem(answer.problem);
  };
  return (
    <form ref={form} class="stack" onSubmit={(event) => void send(event)}>
      <fieldset class="plain stack" disabled={busy}>
        <section class="stack">
          <h2>{t("first_start.clinic")}</h2>
          <div class="fields">
            <div data-first>
              <Field
                label={t("first_start.name")}
                required
                dir="auto"
                value={value.name}
                set={(name) => set((now) => ({ ...now, name }))}
              />
            </div>
            <Field
              label={t("first_start.zone")}
              required
              choices={zones}
              names={(zone) => zone.replace(/_/g, " ")}
              value={value.zone}
              set={(zone) => set((now) => ({ ...now, zone }))}
            />
            <Field
              label={t("first_start.telephone")}
              type="tel"
              value={value.telephone}
              set={(telephone) => set((now) => ({ ...now, telephone }))}
            />
          </div>
          <ChoiceRow
            legend={t("first_start.people")}
            choices={[
              { value: "one", label: t("first_start.people_one") },
              { value: "more", label: t("first_start.people_more") },
            ]}
            value={value.signIn ? "more" : "one"}
            set={(people) => set((now) => ({ ...now, signIn: people === "more" }))}
          />
          {value.signIn && <p class="soft">{t("first_start.people_hint")}</p>}
        </section>
        <section class="stack">
          <h2>
            {t("first_start.devices")} <small class="soft">{t("first_start.can_wait")}</small>
          </h2>
          <p class="soft">{t("first_start.devices_hint")}</p>
          <Devices value={value} set={set} missing={missing} />
          <BoxOfCartridges value={value} set={set} />
        </section>
      </fieldset>
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="submit" class="main" disabled={busy}>
          {t("first_start.begin")}
        </button>
        {busy && <span role="status">{t("first_start.busy")}</span>}
        {problem && (
          <button type="button" onClick={() => location.reload()}>
            {t("first_start.again")}
          </button>
        )}
      </div>
    </form>
  );
}

export function FirstStartPage() {
  useTitle(t("first_start.title"));
  const place = useLoaded(readPlace, []);
  return (
    <main class="first-start stack">
      <p class="cover-brand">
        <span class="brand-mark" aria-hidden="true" />
        {t("frame.app")}
      </p>
      <h1>{t("first_start.title")}</h1>
      <When loaded={place}>
        {(value) => (
          <>
            <p class="lead">{t("first_start.lead")}</p>
            <Place place={value} />
            <OwnLanguage />
            <Form place={value} />
          </>
        )}
      </When>
    </main>
  );
}
