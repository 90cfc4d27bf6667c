// The records of one visit under their verbs, each in its whole line, with what the safety rules said and why it was
// done all the same.
import { momentText, timeText } from "../../format.ts";
import type { Entry } from "../../record_line.ts";
import { may } from "../../turn.ts";
import { verbs } from "../../verbs.ts";
import { entryVerb } from "../../visits.ts";
import { t, word } from "../../../texts/texts.ts";
import { Said } from "../said.tsx";

export type Step = "correct" | "void" | "restore";

function Buttons({ entry, step }: { entry: Entry; step: (step: Step, entry: Entry) => void }) {
  const { noun, record, at } = entry;
  const what = `${word("records.nouns", noun)} ${at === "" ? record.id : momentText(at)}`;
  const steps: Step[] = [];
  if (record.voided && may("void_own")) steps.push("restore");
  if (!record.voided && may("write_observations")) steps.push("correct");
  if (!record.voided && may("void_own")) steps.push("void");
  return (
    <span class="entry-do no-print">
      {steps.map((each) => (
        <button
          key={each}
          type="button"
          class="quiet"
          aria-label={`${t(`patient.${each}`)}: ${what}`}
          onClick={() => step(each, entry)}
        >
          {t(`patient.${each}`)}
        </button>
      ))}
    </span>
  );
}

function EntryLine({ entry, step }: { entry: Entry; step: (step: Step, entry: Entry) => void }) {
  const { noun, record, at, line, kept } = entry;
  return (
    <li class={record.voided ? "entry entry-voided" : "entry"}>
      <span class="entry-noun">
        {word("records.nouns", noun)}
        {at.length > 10 && <span class="figures"> {timeText(at)}</span>}
      </span>
      <span class="entry-line">
        <bdi>{line}</bdi>
        {record.voided && <em class="soft"> {t("patient.voided")}</em>}
        {kept.map((each) => (
          <span key={each.text} class="entry-kept">
            <bdi>{each.text}</bdi> {each.recorded && <Said of={each.recorded} />}
          </span>
        ))}
      </span>
      <Buttons entry={entry} step={step} />
    </li>
  );
}

export function VisitEntries({
  entries,
  step,
}: {
  entries: readonly Entry[];
  step: (step: Step, entry: Entry) => void;
}) {
  return (
    <>
      {verbs.map((verb) => {
        const ofVerb = entries.filter((entry) => entryVerb(entry) === verb);
        if (ofVerb.length === 0) return null;
        return (
          <div key={verb} class="visit-verb">
            <h3>{word("patient.verbs", verb)}</h3>
            <ul>
              {ofVerb.map((entry) => (
                <EntryLine key={`${entry.noun} ${entry.record.id}`} entry={entry} step={step} />
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
