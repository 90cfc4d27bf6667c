// What one saw, did, what the patient has and what is planned: one form at a time, chosen by verbs that are links.
import { patientPath, read, readNow, type Answer } from "../api.ts";
import { readKinds } from "../kinds.ts";
import { useLoaded } from "../loading.ts";
import { t } from "../../texts/texts.ts";
import { dayOf } from "../record_line.ts";
import type { Kept, Kind, Progress } from "../shapes.ts";
import { AcneForm } from "../parts/observe/acne_form.tsx";
import { AnyForm } from "../parts/any_form.tsx";
import { MarksForm } from "../parts/observe/marks_form.tsx";
import { When, useTitle } from "../parts/page_frame.tsx";
import { PatientLine } from "../parts/patient_line.tsx";
import { VerbTabs } from "../parts/observe/verb_tabs.tsx";
import { formName } from "../parts/patient/verb_menus.tsx";
import { ScarsForm } from "../parts/observe/scars_form.tsx";
import { Alerts, readAlerts, type AlertsSeen } from "../parts/visit/alerts.tsx";
import { textOf } from "../record_body.ts";
import { forms, type Form } from "../verbs.ts";
const onThisPage = forms.filter(({ what }) => what !== "session");
const chosen = (form: Form, record: Kept): boolean =>
  form.only === undefined || form.only.choices.includes(textOf(record[form.only.field]));

interface Seen {
  alerts: AlertsSeen;
  progress: Progress;
  kinds: Kind[];
  last: Kept | null;
  today: string;
}

async function readSeen(chartNumber: string, form: Form): Promise<Answer<Seen>> {
  const [alerts, progress, kinds, list, me] = await Promise.all([
    readAlerts(chartNumber),
    read<Progress>(patientPath(chartNumber, "/progress"), ["patient"]),
    readKinds(),
    read<Kept[]>(patientPath(chartNumber, `/${form.noun}`), "list"),
    readNow(),
  ]);
  if (!alerts.ok) return alerts;
  if (!progress.ok) return progress;
  if (!kinds.ok) return kinds;
  if (!list.ok) return list;
  if (!me.ok) return me;
  const last =
    list.value
      .filter((one) => !one.voided && chosen(form, one) && dayOf(one).slice(0, 10) <= me.value.as_of)
      .sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
      .pop() ?? null;
  const value = { alerts: alerts.value, progress: progress.value, kinds: kinds.value, last, today: me.value.as_of };
  return { ok: true, value };
}

function FormOf({ form, chartNumber, seen }: { form: Form; chartNumber: string; seen: Seen }) {
  const props = { chartNumber, today: seen.today, last: seen.last, series: seen.progress.series, kinds: seen.kinds };
  switch (form.what) {
    case "acne":
      return <AcneForm {...props} />;
    case "scars":
      return <ScarsForm {...props} />;
    case "pigmentation":
      return <MarksForm {...props} />;
    default:
      return <AnyForm {...props} form={form} />;
  }
}

function Observation({ chartNumber, form }: { chartNumber: string; form: Form }) {
  const seen = useLoaded(() => readSeen(chartNumber, form), [chartNumber, form]);
  return (
    <When loaded={seen}>
      {(value) => (
        <>
          <PatientLine
            patient={value.progress.patient}
            asOf={value.progress.as_of}
            title={t("patient.record_what", { what: formName(form.what) })}
          />
          <Alerts chair={{ ...value.alerts, progress: value.progress }} />
          <VerbTabs chartNumber={chartNumber} form={form} />
          <FormOf form={form} chartNumber={chartNumber} seen={value} />
        </>
      )}
    </When>
  );
}

export function ObservePage({ chartNumber, what }: { chartNumber: string; what: string }) {
  const form = onThisPage.find((one) => one.what === what) ?? onThisPage[0];
  useTitle(`${form ? formName(form.what) : ""} ${chartNumber}`.trim());
  return form ? <Observation key={form.what} chartNumber={chartNumber} form={form} /> : null;
}
