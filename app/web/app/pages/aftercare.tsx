// The aftercare card of a patient, on the screen and on one sheet of paper.
import { patientPath, read, readNow, type Answer } from "../api.ts";
import { useWallClock } from "../clock.ts";
import { useLoaded } from "../loading.ts";
import { t } from "../../texts/texts.ts";
import { pageOf } from "../router.ts";
import type { Aftercare, Person } from "../shapes.ts";
import { CareCard } from "../parts/care_card.tsx";
import { Empty, When, useTitle } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";
import { may } from "../turn.ts";

interface Seen {
  patient: Person;
  care: Aftercare | null;
  now: string;
  today: string;
}

// The window is over when nothing is left to use or to avoid.
const isOpen = (care: Aftercare): boolean => !!care.session && care.advised.length + care.avoid.length > 0;

async function readCare(chartNumber: string): Promise<Answer<Seen>> {
  const [patient, me] = await Promise.all([read<Person>(patientPath(chartNumber), ["chart"]), readNow()]);
  if (!patient.ok) return patient;
  if (!me.ok) return me;
  const now = me.value.now.slice(0, 16);
  const care = await read<Aftercare | null>(patientPath(chartNumber, "/aftercare"), [], { at: now });
  if (!care.ok && care.problem.status !== 404) return care;
  const value = care.ok && care.value !== null && isOpen(care.value) ? care.value : null;
  return { ok: true, value: { patient: patient.value, care: value, now, today: me.value.as_of } };
}

function Card({ seen }: { seen: Seen }) {
  const now = useWallClock(seen.now);
  if (seen.care === null) {
    return (
      <Empty title={t("care_page.none")} remedy={t("care_page.none_try")}>
        {may("write_observations") && (
          <p>
            <a class="button main" href={pageOf(seen.patient.chart, "/visit#session")}>
              {t("patient.record_session")}
            </a>
          </p>
        )}
      </Empty>
    );
  }
  return (
    <>
      <CareCard care={seen.care} now={now} />
      <div class="actions no-print">
        <button type="button" class="main" onClick={() => print()}>
          {t("care_page.print")}
        </button>
      </div>
    </>
  );
}

export function AftercarePage({ chartNumber }: { chartNumber: string }) {
  useTitle(`${t("care_page.title")} ${chartNumber}`);
  const seen = useLoaded(() => readCare(chartNumber), [chartNumber]);
  return (
    <article class="sheet sheet-care">
      <When loaded={seen}>
        {(value) => (
          <>
            <PatientLine patient={value.patient} asOf={value.today} title={t("care_page.title")} />
            <Card seen={value} />
          </>
        )}
      </When>
    </article>
  );
}
