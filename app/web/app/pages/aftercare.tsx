// The aftercare card of a patient, on the screen and on one sheet of paper.
import { patient_path, read, read_now, type Answer } from "../api.ts";
import { use_wall_clock } from "../clock.ts";
import { use_loaded } from "../loading.ts";
import { words } from "../messages.ts";
import { page_of } from "../router.ts";
import type { Aftercare, Person } from "../shapes.ts";
import { CareCard } from "../parts/care_card.tsx";
import { Empty, When, use_title } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";

const said = words.care;

interface Seen {
  patient: Person;
  care: Aftercare | null;
  now: string;
  today: string;
}

// The window is over when nothing is left to use or to avoid.
const is_open = (care: Aftercare): boolean => !!care.session && care.advised.length + care.avoid.length > 0;

async function read_care(chart: string): Promise<Answer<Seen>> {
  const [patient, me] = await Promise.all([read<Person>(patient_path(chart), ["chart"]), read_now()]);
  if (!patient.ok) return patient;
  if (!me.ok) return me;
  const now = me.value.now.slice(0, 16);
  const care = await read<Aftercare | null>(patient_path(chart, "/aftercare"), [], { at: now });
  if (!care.ok && care.problem.status !== 404) return care;
  const value = care.ok && care.value !== null && is_open(care.value) ? care.value : null;
  return { ok: true, value: { patient: patient.value, care: value, now, today: me.value.as_of } };
}

function Card({ seen }: { seen: Seen }) {
  const now = use_wall_clock(seen.now);
  if (seen.care === null) {
    return (
      <Empty title={said.none} remedy={said.none_try}>
        <p><a class="button main" href={page_of(seen.patient.chart, "/session")}>{words.patient.record_session}</a></p>
      </Empty>
    );
  }
  return (
    <>
      <CareCard care={seen.care} now={now} />
      <div class="actions no-print"><button type="button" class="main" onClick={() => print()}>{said.print}</button></div>
    </>
  );
}

export function AftercarePage({ chart }: { chart: string }) {
  use_title(`${said.title} ${chart}`);
  const seen = use_loaded(() => read_care(chart), [chart]);
  return (
    <article class="sheet sheet-care">
      <When loaded={seen}>
        {(value) => (
          <>
            <PatientLine patient={value.patient} as_of={value.today} title={said.title} />
            <Card seen={value} />
          </>
        )}
      </When>
    </article>
  );
}
