// How the book is kept: when it was last backed up, loud where that is long ago, and how it was last found.
import { daysBetween, localMomentText, momentText } from "../../format.ts";
import type { Health } from "../../shapes.ts";
import { t } from "../../../texts/texts.ts";
import { Icon } from "../icon.tsx";

const oldDays = 7; // ours: more than a week of a clinic's work would be lost

const daysOf = (at: string, now: string): number => daysBetween(at.slice(0, 10), now.slice(0, 10));

interface BookProps {
  book: Health | null; // null: it was not told
  now: string;
}

// On top of the day: nothing where the last backup is fresh.
export function OldBackup({ book, now }: BookProps) {
  if (!book) return null;
  const at = book.backup;
  const days = at === null ? null : daysOf(at, now);
  if (days !== null && days <= oldDays) return null;
  return (
    <div class="note note-warn" role="status">
      <p>
        <strong>
          {at === null || days === null
            ? t("today.backup_none")
            : t("today.backup_old", { days, when: momentText(at) })}
        </strong>
      </p>
      <p>{t("today.backup_try")}</p>
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

export function BookLines({ book, now }: BookProps) {
  if (!book) return null;
  const { backup, check } = book;
  const isFresh = backup !== null && daysOf(backup, now) <= oldDays;
  if (!isFresh && !check) return null;
  return (
    <div class="book-lines">
      {isFresh && (
        <p class="soft book-line">
          <Icon name="done" /> {t("today.backup", { when: momentText(backup) })}
        </p>
      )}
      {check && <Check check={check} />}
    </div>
  );
}
