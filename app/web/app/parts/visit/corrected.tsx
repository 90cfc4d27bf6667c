// Which visit is corrected, what of its day is not on this form, and what somebody else has changed of it meanwhile.
import { dayText } from "../../format.ts";
import { lineOf, nouns, type Noun } from "../../record_line.ts";
import type { Kept } from "../../shapes.ts";
import type { Recorded } from "../../visit_correction.ts";
import { t, word } from "../../../texts/texts.ts";

export function Corrected({ recorded }: { recorded: Recorded }) {
  return (
    <div class="note">
      <p>{t("visit.correct.of", { day: dayText(recorded.day) })}</p>
      {recorded.others.length > 0 && (
        <>
          <p class="small">{t("visit.correct.others")}</p>
          <ul class="small">
            {recorded.others.map(({ noun, record }) => (
              <li key={`${noun} ${record.id}`}>
                {word("records.nouns", noun)}: <bdi>{lineOf(noun, record)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface Stored {
  kind: string;
  record: Kept;
}

const isStored = (each: unknown): each is Stored =>
  typeof each === "object" && each !== null && "kind" in each && "record" in each;

interface CorrectedMeanwhileProps {
  stored: Record<string, unknown> | null;
  take: () => void;
}

// What was typed stays; what nobody touched here follows what is in the book.
export function CorrectedMeanwhile({ stored, take }: CorrectedMeanwhileProps) {
  const records = Array.isArray(stored?.records) ? stored.records.filter(isStored) : [];
  return (
    <div class="note note-warn" role="alert">
      <p>{t("visit.correct.meanwhile")}</p>
      <ul>
        {records.map(({ kind, record }) => {
          const noun: Noun | undefined = nouns.find((one) => one === kind);
          return (
            <li key={kind}>
              {word("records.nouns", kind)}: <bdi>{noun && lineOf(noun, record)}</bdi>
              {record.voided && <em> {t("patient.voided")}</em>}
            </li>
          );
        })}
      </ul>
      <button type="button" onClick={take}>
        {t("visit.correct.take")}
      </button>
    </div>
  );
}
