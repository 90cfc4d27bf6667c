// What surrounds every page of the clinic: where one can go, the search, the keys, and who works here.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { who_am_i } from "../api.ts";
import { words } from "../messages.ts";
import { go, page_of } from "../router.ts";
import { use_shortcuts } from "../shortcuts.ts";
import type { Me } from "../shapes.ts";
import { use_told } from "../told.ts";
import { BookBanner } from "./book_banner.tsx";
import { Keys } from "./keys.tsx";
import { NewPatient } from "./new_patient.tsx";
import { Search } from "./search.tsx";

const places: [keyof typeof words.nav, string][] = [
  ["today", "/"],
  ["patients", "/patients"],
  ["outcomes", "/outcomes"],
  ["import", "/import"],
  ["ledger", "/ledger"],
  ["settings", "/settings"],
];

interface ShellProps {
  steps: string[];
  children: ComponentChildren;
}

export function Shell({ steps, children }: ShellProps) {
  const [me, set_me] = useState<Me | null>(null);
  const [registering, set_registering] = useState(false);
  const told = use_told();
  const search = useRef<HTMLInputElement>(null);
  const chart = steps[0] === "patients" ? steps[1] : undefined;
  const to = (rest: string): void => {
    if (chart !== undefined) go(page_of(chart, rest));
  };
  useEffect(() => {
    void who_am_i().then((answer) => answer.ok && set_me(answer.value));
    const register = (): void => set_registering(true);
    addEventListener("register-patient", register);
    return () => removeEventListener("register-patient", register);
  }, []);
  use_shortcuts([
    { code: "KeyK", ctrl: true, run: () => search.current?.focus() },
    { code: "KeyN", alt: true, run: () => set_registering(true) },
    { code: "KeyS", alt: true, run: () => to("/session") },
    { code: "KeyO", alt: true, run: () => to("/observe") },
    { code: "KeyA", alt: true, run: () => to("/aftercare") },
    { code: "KeyR", alt: true, run: () => to("/report") },
  ]);
  return (
    <>
      <a class="skip" href="#page">{words.skip}</a>
      <header class="bar">
        <a class="brand" href="/"><span class="brand-mark" aria-hidden="true" />{words.app}</a>
        <nav aria-label={words.main_menu}>
          {places.map(([name, path]) => (
            <a key={name} href={path} aria-current={(steps[0] ?? "") === path.slice(1) ? "page" : undefined}>
              {words.nav[name]}
            </a>
          ))}
        </nav>
        <Search field={search} register={() => set_registering(true)} />
      </header>
      <BookBanner place={steps.join("/")} />
      <main id="page" tabIndex={-1}>{children}</main>
      <footer class="foot">
        <Keys on_patient={chart !== undefined} />
        {me && <p class="soft">{words.signed_in(me.actor)} · {me.clinic}</p>}
      </footer>
      <p class={told === "" ? "hidden" : "told"} role="status">{told}</p>
      {registering && <NewPatient close={() => set_registering(false)} />}
    </>
  );
}

export const open_registration = (): void => void dispatchEvent(new Event("register-patient"));
