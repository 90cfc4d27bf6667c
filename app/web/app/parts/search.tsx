// Finds a patient as one types; arrow keys choose, Enter opens. The server folds spellings.
import type { RefObject } from "preact";
import { useCallback, useEffect, useState, useRef } from "preact/hooks";
import { read } from "../api.ts";
import { useSettled } from "../loading.ts";
import { t } from "../../texts/texts.ts";
import { go, pageOf } from "../router.ts";
import type { Person } from "../shapes.ts";
import { may } from "../turn.ts";
import { OtherName, PersonName } from "./person_name.tsx";

const waitMs = 120;
const shown = "8";

interface SearchProps {
  field: RefObject<HTMLInputElement>;
  register: () => void;
}

export function Search({ field, register }: SearchProps) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<Person[] | null>(null);
  const [at, setAt] = useState(0);
  const asked = useSettled(text.trim(), waitMs);
  const answered = useRef(""); // the text that `found` belongs to
  const wanted = useRef(false); // Enter came before its answer

  const close = useCallback((): void => {
    wanted.current = false;
    setText("");
    setFound(null);
  }, []);
  const open = useCallback(
    (person: Person | undefined): void => {
      if (!person) return;
      close();
      field.current?.blur();
      go(pageOf(person.chart));
    },
    [close, field],
  );
  useEffect(() => {
    let gone = false;
    if (asked === "") setFound(null);
    else {
      void read<{ items: Person[] }>("/patients", ["items"], { search: asked, limit: shown }).then((answer) => {
        if (gone || !answer.ok) return;
        answered.current = asked;
        setFound(answer.value.items);
        setAt(0);
        if (wanted.current) open(answer.value.items[0]);
      });
    }
    return () => {
      gone = true;
    };
  }, [asked, open]);

  const pressed = (event: KeyboardEvent): void => {
    const count = found?.length ?? 0;
    if (event.key === "Escape") close();
    else if (event.key === "Enter") {
      if (answered.current === text.trim()) open(found?.[at]);
      else wanted.current = text.trim() !== "";
    } else if (event.key === "ArrowDown" && count > 0) setAt((at + 1) % count);
    else if (event.key === "ArrowUp" && count > 0) setAt((at + count - 1) % count);
    else return;
    event.preventDefault();
  };
  const listed = found !== null && text !== "";

  return (
    <div
      class="search"
      onFocusOut={(event) => {
        if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) setFound(null);
      }}
    >
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-label={t("frame.search.label")}
        placeholder={t("frame.search.hint")}
        aria-expanded={listed && found.length > 0}
        aria-controls="found"
        aria-autocomplete="list"
        autocomplete="off"
        aria-activedescendant={listed && found.length > 0 ? `found-${at}` : undefined}
        aria-keyshortcuts="Control+K"
        value={text}
        onInput={(event) => {
          wanted.current = false;
          setText(event.currentTarget.value);
        }}
        onKeyDown={pressed}
      />
      <kbd class="search-key" aria-hidden="true">
        Ctrl K
      </kbd>
      <ul id="found" role="listbox" aria-label={t("frame.search.label")} hidden={!listed || found.length === 0}>
        {listed &&
          found.map((person, index) => (
            <li
              key={person.chart}
              id={`found-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                open(person);
              }}
            >
              <span class="chart">{person.chart}</span> <PersonName of={person} /> <OtherName of={person} />
            </li>
          ))}
      </ul>
      {listed && found.length === 0 && (
        <div class="search-none">
          <p>{t("frame.search.none", { text: text.length > 60 ? `${text.slice(0, 60)}…` : text })}</p>
          {may("write_observations") && (
            <button
              type="button"
              onClick={() => {
                close();
                register();
              }}
            >
              {t("frame.search.register")}
            </button>
          )}
        </div>
      )}
      <p class="hidden" role="status">
        {listed ? t("frame.search.results", { count: found.length }) : ""}
      </p>
    </div>
  );
}
