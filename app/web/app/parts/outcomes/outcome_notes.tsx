// How the numbers were made, a sentence or more each.
import { said } from "../../../texts/phrase.ts";
import { t } from "../../../texts/texts.ts";
import type { Outcomes } from "../../outcomes_view.ts";

export function OutcomeNotes({ outcomes }: { outcomes: Outcomes }) {
  const notes = outcomes.note_phrases.map(said);
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{t("outcomes.notes")}</h2>
      <ul class="sentences small">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
