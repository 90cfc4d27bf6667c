// Finds a patient as one types; arrow keys choose, Enter opens. The server folds spellings.
import type { RefObject } from "preact";
import { useEffect, useState, useRef } from "preact/hooks";
import { read } from "../api.ts";
import { use_settled } from "../loading.ts";
import { words } from "../messages.ts";
import { go, page_of } from "../router.ts";
import type { Person } from "../shapes.ts";

const wait_ms = 120;
const shown = "8";

interface SearchProps {
  field: RefObject<HTMLInputElement>;
  register: () => void;
}

export function Search({ field, register }: SearchProps) {
  const [text, set_text] = useState("");
  const [found, set_found] = useState<Person[] | null>(null);
  const [at, set_at] = useState(0);
  const asked = use_settled(text.trim(), wait_ms);
  const answered = useRef(""); // the text that `found` belongs to
  const wanted = useRef(false); // Enter came before its answer

  useEffect(() => {
    let gone = false;
    if (asked === "") set_found(null);
    else {
      void read<{ items: Person[] }>("/patients", ["items"], { search: asked, limit: shown }).then((answer) => {
        if (gone || !answer.ok) return;
        answered.current = asked;
        set_found(answer.value.items);
        set_at(0);
        if (wanted.current) open(answer.value.items[0]);
      });
    }
    return () => {
      gone = true;
    };
  }, [asked]);

  const close = (): void => {
    wanted.current = false;
    set_text("");
    set_found(null);
  };
  const open = (person: Person | undefined): void => {
    if (!person) return;
    close();
    field.current?.blur();
    go(page_of(person.chart));
  };
  const pressed = (event: KeyboardEvent): void => {
    const count = found?.length ?? 0;
    if (event.key === "Escape") close();
    else if (event.key === "Enter") answered.current === text.trim() ? open(found?.[at]) : (wanted.current = text.trim() !== "");
    else if (event.key === "ArrowDown" && count > 0) set_at((at + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) set_at((at + count - 1) % count);
    else return;
    event.preventDefault();
  };
  const listed = found !== null && text !== "";

  return (
    <div class="search" onFocusOut={(event) => {
      if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) set_found(null);
    }}>
      <input ref={field} type="search" role="combobox" aria-label={words.search.label} placeholder={words.search.hint}
        aria-expanded={listed && found.length > 0} aria-controls="found" aria-autocomplete="list" autocomplete="off"
        aria-activedescendant={listed && found.length > 0 ? `found-${at}` : undefined} aria-keyshortcuts="Control+K"
        value={text} onInput={(event) => { wanted.current = false; set_text(event.currentTarget.value); }} onKeyDown={pressed} />
      <kbd class="search-key" aria-hidden="true">Ctrl K</kbd>
      <ul id="found" role="listbox" aria-label={words.search.label} hidden={!listed || found.length === 0}>
        {listed && found.map((person, index) => (
          <li key={person.chart} id={`found-${index}`} role="option" aria-selected={index === at}
            onMouseDown={(event) => { event.preventDefault(); open(person); }}>
            <span class="chart">{person.chart}</span> <bdi>{person.name}</bdi>{" "}
            {person.name_ar && <bdi class="soft" lang="ar">{person.name_ar}</bdi>}
          </li>
        ))}
      </ul>
      {listed && found.length === 0 && (
        <div class="search-none">
          <p>{words.search.none(text.length > 60 ? `${text.slice(0, 60)}…` : text)}</p>
          <button type="button" onClick={() => { close(); register(); }}>{words.search.register}</button>
        </div>
      )}
      <p class="hidden" role="status">{listed ? words.search.results(found.length) : ""}</p>
    </div>
  );
}
