// Under Today: what patients told and nobody has answered.
import type { WaitingEntry } from "../../shapes.ts";
import { t } from "../../../texts/texts.ts";
import { Who } from "../today/who.tsx";
import { EntryRow } from "./entry_row.tsx";

export function WaitingEntries({ list, done }: { list: WaitingEntry[]; done: () => void }) {
  if (list.length === 0) return null;
  return (
    <section>
      <h2>
        {t("entries.waiting")} <small>{list.length}</small>
      </h2>
      <ul class="rows">
        {list.map((one) => (
          <EntryRow key={one.id} entry={one} done={done} who={<Who chartNumber={one.patient} name={one.name} />} />
        ))}
      </ul>
    </section>
  );
}
