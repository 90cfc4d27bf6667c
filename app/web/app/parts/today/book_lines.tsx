// How the book is kept: when it was last backed up, loud where that is long ago, and how it was last found.
import { daysBetween, localMomentText, momentText } from "../../format.ts";
import type { Health } from "../../shapes.ts";
import { t } from "../../../texts/texts.ts";
import { Icon } from "../icon.tsx";

const oldDays = 7; // ours: more than a week of a clinic's work would be lost

function Backup({ at, now }: { at: string | null; now: string }) {
  const days = at === null ? null : daysBetween(at.slice(0, 10), now.slice(0, 10));
  if (at !== null && days !== null && days <= oldDays)
    return (
      <p class="soft book-line">
        <Icon name="done" /> {t("today.backup", { when: momentText(at) })}
      </p>
    );
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

export function BookLines({ book, now }: { book: Health | null; now: string }) {
  if (!book) return null;
  return (
    <div class="book-lines">
      <Backup at={book.backup} now={now} />
      {book.check && <Check check={book.check} />}
    </div>
  );
}
