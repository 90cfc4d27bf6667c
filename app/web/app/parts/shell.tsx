// What surrounds every page of the clinic: where one can go, the search, the keys, and who works here.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { whoAmI } from "../api.ts";
import { useNewDay } from "../clock.ts";
import type { Words } from "../../texts/ids.ts";
import { t, word } from "../../texts/texts.ts";
import { go, pageOf } from "../router.ts";
import { useShortcuts } from "../shortcuts.ts";
import type { Me } from "../shapes.ts";
import { actorName, may } from "../turn.ts";
import { PersonMenu } from "./people/person_menu.tsx";
import { UndoToast } from "./undo_toast.tsx";
import { BookBanner } from "./book_banner.tsx";
import { Keys } from "./keys.tsx";
import { NewPatient } from "./new_patient.tsx";
import { Search } from "./search.tsx";

const places: [Words["frame.nav"], string, string?][] = [
  ["today", "/"],
  ["patients", "/patients"],
  ["outcomes", "/outcomes"],
  ["lots", "/lots"],
  ["import", "/import", "import_records"],
  ["ledger", "/ledger"],
  ["settings", "/settings"],
];

interface ShellProps {
  steps: string[];
  isAlone: boolean; // the page has its own head and the whole screen
  undone: () => void; // what the page shows is not so any more
  children: ComponentChildren;
}

export function Shell({ steps, isAlone, undone, children }: ShellProps) {
  const [me, setMe] = useState<Me | null>(null);
  const [registering, setRegistering] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const chartNumber = steps[0] === "patients" ? steps[1] : undefined;
  const to = (rest: string): void => {
    if (chartNumber !== undefined) go(pageOf(chartNumber, rest));
  };
  const toRecord = (rest: string): void => {
    if (may("write_observations")) to(rest);
  };
  const register = (): void => setRegistering(may("write_observations"));
  useEffect(() => {
    void whoAmI().then((answer) => answer.ok && setMe(answer.value));
    const register = (): void => setRegistering(may("write_observations"));
    addEventListener("register-patient", register);
    return () => removeEventListener("register-patient", register);
  }, []);
  useNewDay(undone);
  useShortcuts([
    { code: "KeyK", ctrl: true, run: () => search.current?.focus() },
    { code: "KeyN", alt: true, run: register },
    { code: "KeyV", alt: true, run: () => toRecord("/visit") },
    { code: "KeyS", alt: true, run: () => toRecord("/visit#session") },
    { code: "KeyO", alt: true, run: () => toRecord("/observe") },
    { code: "KeyA", alt: true, run: () => to("/aftercare") },
    { code: "KeyR", alt: true, run: () => to("/report") },
  ]);
  return (
    <>
      <a class="skip" href="#page">
        {t("frame.skip")}
      </a>
      {isAlone && children}
      {!isAlone && (
        <>
          <header class="bar">
            <a class="brand" href="/">
              <span class="brand-mark" aria-hidden="true" />
              {t("frame.app")}
            </a>
            <nav aria-label={t("frame.main_menu")}>
              {places.map(
                ([name, path, right]) =>
                  (right === undefined || may(right)) && (
                    <a key={name} href={path} aria-current={(steps[0] ?? "") === path.slice(1) ? "page" : undefined}>
                      {word("frame.nav", name)}
                    </a>
                  ),
              )}
            </nav>
            <Search field={search} register={register} />
            <PersonMenu />
          </header>
          <BookBanner place={steps.join("/")} />
          <main id="page" tabIndex={-1}>
            {children}
          </main>
          <footer class="foot">
            <Keys onPatient={chartNumber !== undefined} />
            {me && (
              <p class="soft">
                {actorName() === null && `${t("frame.signed_in", { actor: me.actor })} · `}
                <bdi>{me.clinic}</bdi>
              </p>
            )}
          </footer>
        </>
      )}
      <UndoToast undone={undone} />
      {registering && <NewPatient close={() => setRegistering(false)} />}
    </>
  );
}

export const openRegistration = (): void => void dispatchEvent(new Event("register-patient"));
