// How the book is kept: its backups, whether it is whole, and what is done on its machine alone.
import { useState } from "preact/hooks";
import { health, read, type Problem } from "../../api.ts";
import { localMomentText, momentText, numberText } from "../../format.ts";
import { useLoaded } from "../../loading.ts";
import type { BookProblem, Check, Health } from "../../shapes.ts";
import { faultOfBook } from "../../told.ts";
import { t, word } from "../../../texts/texts.ts";
import { witnessDigits } from "../book_banner.tsx";
import { When } from "../page_frame.tsx";
import { FaultLine, ProblemNote } from "../problem.tsx";

function Faults({ of, isBad }: { of: BookProblem[]; isBad: boolean }) {
  if (of.length === 0) return null;
  return (
    <ul class={`note ${isBad ? "note-bad" : "note-warn"}`}>
      {of.map((problem) => {
        const fault = faultOfBook(problem, "check");
        return (
          <li key={fault.what}>
            <FaultLine {...fault} /> {fault.remedy}
          </li>
        );
      })}
    </ul>
  );
}

type Fact = [
  id: "last" | "where" | "medium" | "encrypted" | "proved" | "drilled" | "automatic" | "limit",
  value: string,
];

function factsOf({ backup }: Health): Fact[] {
  const yesNo = (is: boolean): string => t(is ? "frame.yes" : "frame.no");
  const moment = (at: string | null): string => (at === null ? t("settings.book.never") : momentText(at));
  const ofLast: Fact[] =
    backup.at === null
      ? []
      : [
          ["where", backup.where ?? ""],
          ["medium", yesNo(backup.other_medium === true)],
          ["encrypted", yesNo(backup.encrypted === true)],
        ];
  return [
    ["last", moment(backup.at)],
    ...ofLast,
    ["proved", moment(backup.proved)],
    ["drilled", moment(backup.drilled)],
    ["automatic", yesNo(backup.automatic)],
    ["limit", t("settings.book.hours", { hours: backup.limit_hours })],
  ];
}

function Backups({ book }: { book: Health }) {
  return (
    <section class="measure">
      <h2>{t("settings.book.backups")}</h2>
      <Faults of={book.backup.problems} isBad={book.backup.level === "bad"} />
      <dl class="book-facts">
        {factsOf(book).map(([id, value]) => (
          <div key={id}>
            <dt>{word("settings.book.facts", id)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

// Found now, by who asks; before that as the program found it last.
function Whole({ book }: { book: Health }) {
  const [found, setFound] = useState<Check | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isReading, setReading] = useState(false);
  const check = async (): Promise<void> => {
    setReading(true);
    setProblem(null);
    const answer = await read<Check>("/check", ["whole", "problems"]);
    setReading(false);
    if (answer.ok) setFound(answer.value);
    else setProblem(answer.problem);
  };
  const last = found ?? book.check;
  return (
    <section class="measure">
      <h2>{t("settings.book.check")}</h2>
      <p class="soft">{t("settings.book.check_text")}</p>
      <p role="status">
        {isReading
          ? t("settings.book.reading")
          : found
            ? t(found.whole ? "settings.book.found_whole" : "settings.book.found_faulty", {
                rows: numberText(found.rows),
                entries: numberText(found.entries),
              })
            : book.check
              ? t(book.check.whole ? "settings.book.was_whole" : "settings.book.was_faulty", {
                  when: localMomentText(book.check.at),
                })
              : t("settings.book.not_checked")}
      </p>
      {!isReading && last && <Faults of={last.problems} isBad={true} />}
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="button" disabled={isReading} onClick={() => void check()}>
          {t("settings.book.check_now")}
        </button>
      </div>
      <p>
        {t("settings.book.ledger", { entry: numberText(book.ledger.entry) })}{" "}
        <code dir="ltr">{book.ledger.hash.slice(0, witnessDigits)}</code>
      </p>
    </section>
  );
}

// Each reads or writes files of the machine that the book lies on, which no page may.
const atTheMachine = ["policy", "key", "run", "drill", "restore", "export", "upgrade", "machine"] as const;

function AtTheMachine() {
  return (
    <section class="measure">
      <h2>{t("settings.book.machine")}</h2>
      <p class="soft">{t("settings.book.machine_text")}</p>
      <ul>
        {atTheMachine.map((id) => (
          <li key={id}>{word("settings.book.commands", id)}</li>
        ))}
      </ul>
    </section>
  );
}

export function BookPart() {
  const book = useLoaded(health, []);
  return (
    <>
      <When loaded={book}>
        {(value) => (
          <>
            <Backups book={value} />
            <Whole book={value} />
          </>
        )}
      </When>
      <AtTheMachine />
    </>
  );
}
