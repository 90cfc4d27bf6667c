// On the patient's page: what they told, waiting first, then what was answered; nothing where they told nothing.
import { patientPath, read } from "../../api.ts";
import { useLoaded } from "../../loading.ts";
import { t } from "../../../texts/texts.ts";
import { When } from "../page_frame.tsx";
import { EntryRow, type ToldEntry } from "./entry_row.tsx";

const waitingFirst = (entries: ToldEntry[]): ToldEntry[] => {
  const waits = (entry: ToldEntry): boolean => entry.state === "waiting";
  return [...entries.filter(waits), ...entries.filter((entry) => !waits(entry)).reverse()];
};

interface PatientToldProps {
  chartNumber: string;
  again: () => void; // the page otherwise than it is shown: answers of a questionnaire count now
  turn: number;
}

export function PatientTold({ chartNumber, again, turn }: PatientToldProps) {
  const told = useLoaded(() => read<ToldEntry[]>(patientPath(chartNumber, "/own-entry"), "list"), [chartNumber, turn]);
  if (!told.problem && !told.value?.length) return null;
  return (
    <section>
      <h2>{t("entries.of_patient")}</h2>
      <When loaded={told}>
        {(entries) => (
          <ul class="rows">
            {waitingFirst(entries).map((entry) => (
              <EntryRow key={entry.id} entry={entry} done={again} />
            ))}
          </ul>
        )}
      </When>
    </section>
  );
}
