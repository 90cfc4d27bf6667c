// How the book is kept: its backups, loud where they are not as they must be, and how it was last found.
import { localMomentText, momentText } from "../../format.ts";
import type { Health } from "../../shapes.ts";
import { faultOfBook } from "../../told.ts";
import { t } from "../../../texts/texts.ts";
import { Icon } from "../icon.tsx";

interface BookProps {
  book: Health | null; // null: it was not told
}

// On top of the day: nothing where backups are as they must be.
export function BackupNote({ book }: BookProps) {
  if (!book || book.backup.level === "good") return null;
  const { level, problems } = book.backup;
  const faults = problems.map((problem) => faultOfBook(problem));
  return (
    <div class={`note ${level === "bad" ? "note-bad" : "note-warn"}`} role="status">
      <p>
        <strong>{level === "bad" ? t("today.backup_bad") : t("today.backup_caution")}</strong>
      </p>
      {faults.map((fault) => (
        <p key={fault.what}>
          {fault.what} {fault.english} {fault.remedy}
        </p>
      ))}
    </div>
  );
}

// Found whole, or not: what is wrong with it stands in the banner above.
function Check({ check }: { check: NonNullable<Health["check"]> }) {
  return (
    <p class="soft book-line">
      <Icon name={check.whole ? "done" : "ask"} />{" "}
      {check.whole ? t("today.book_whole", { when: localMomentText(check.at) }) : t("today.book_faulty")}
    </p>
  );
}

export function BookLines({ book }: BookProps) {
  if (!book) return null;
  const { backup, check } = book;
  if (backup.at === null && !check) return null;
  return (
    <div class="book-lines">
      {backup.at !== null && (
        <p class="soft book-line">
          <Icon name={backup.level === "good" ? "done" : "ask"} />{" "}
          {t("today.backup", {
            when: momentText(backup.at),
            medium: backup.other_medium === true ? "other_medium" : "other",
            proved: backup.proved === null ? "other" : "yes",
          })}
        </p>
      )}
      {check && <Check check={check} />}
    </div>
  );
}
