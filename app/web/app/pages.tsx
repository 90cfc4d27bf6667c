// Which page belongs to which path.
import { use_place, steps_of } from "./router.ts";
import { words } from "./messages.ts";
import { Shell } from "./parts/shell.tsx";
import { Empty } from "./parts/page_frame.tsx";
import { TodayPage } from "./pages/today.tsx";
import { PatientsPage } from "./pages/patients.tsx";
import { PatientPage } from "./pages/patient.tsx";
import { SessionPage } from "./pages/session.tsx";
import { ObservePage } from "./pages/observe.tsx";
import { AftercarePage } from "./pages/aftercare.tsx";
import { ReportPage } from "./pages/report.tsx";
import { OutcomesPage } from "./pages/outcomes.tsx";
import { ImportPage } from "./pages/import.tsx";
import { LedgerPage } from "./pages/ledger.tsx";
import { SettingsPage } from "./pages/settings.tsx";
import { OwnPage } from "./pages/own.tsx";

function patient_page(chart: string, rest: string, query: URLSearchParams) {
  switch (rest) {
    case "": return <PatientPage key={chart} chart={chart} />;
    case "session": return <SessionPage key={chart} chart={chart} />;
    case "observe": return <ObservePage key={chart} chart={chart} what={query.get("what") ?? "acne"} />;
    case "aftercare": return <AftercarePage key={chart} chart={chart} />;
    case "report": return <ReportPage key={chart} chart={chart} />;
    default: return null;
  }
}

function page_at(steps: string[], query: URLSearchParams) {
  const [first = "", second, third = ""] = steps;
  if (first === "patients" && second !== undefined) return patient_page(second, third, query);
  if (steps.length > 1) return null;
  switch (first) {
    case "": return <TodayPage />;
    case "patients": return <PatientsPage />;
    case "outcomes": return <OutcomesPage />;
    case "import": return <ImportPage />;
    case "ledger": return <LedgerPage chart={query.get("patient")} />;
    case "settings": return <SettingsPage />;
    default: return null;
  }
}

function Nowhere() {
  return <><h1>{words.not_found}</h1><Empty title={words.not_found_try} /></>;
}

export function Pages() {
  const { path, query } = use_place();
  const steps = steps_of(path);
  if (steps[0] === "p" && steps[1]) return <OwnPage own_key={steps[1]} />;
  const page = page_at(steps, query) ?? <Nowhere />;
  return <Shell steps={steps}>{page}</Shell>;
}
