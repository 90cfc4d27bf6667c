// Which page belongs to which path.
import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { usePlace, stepsOf } from "./router.ts";
import { messages } from "./messages.ts";
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
import { may } from "./turn.ts";
import { SettingsPage } from "./pages/settings.tsx";
import { OwnPage } from "./pages/own.tsx";

// What an address asks for that one has no right to.
function NoRight() {
  return (
    <>
      <h1>{messages.problem.noRight}</h1>
      <Empty title={messages.problem.noRightTry} />
    </>
  );
}

function patientPage(chartNumber: string, rest: string, query: URLSearchParams) {
  if ((rest === "session" || rest === "observe") && !may("write_observations")) return <NoRight />;
  switch (rest) {
    case "":
      return <PatientPage key={chartNumber} chartNumber={chartNumber} />;
    case "session":
      return <SessionPage key={chartNumber} chartNumber={chartNumber} />;
    case "observe":
      return <ObservePage key={chartNumber} chartNumber={chartNumber} what={query.get("what") ?? "acne"} />;
    case "aftercare":
      return <AftercarePage key={chartNumber} chartNumber={chartNumber} />;
    case "report":
      return <ReportPage key={chartNumber} chartNumber={chartNumber} />;
    default:
      return null;
  }
}

function pageAt(steps: string[], query: URLSearchParams) {
  const [first = "", second, third = ""] = steps;
  if (first === "patients" && second !== undefined) return patientPage(second, third, query);
  if (steps.length > 1) return null;
  switch (first) {
    case "":
      return <TodayPage />;
    case "patients":
      return <PatientsPage />;
    case "outcomes":
      return <OutcomesPage />;
    case "import":
      return may("import_records") ? <ImportPage /> : <NoRight />;
    case "ledger":
      return <LedgerPage chartNumber={query.get("patient")} />;
    case "settings":
      return <SettingsPage part={query.get("part")} />;
    default:
      return null;
  }
}

function Nowhere() {
  return (
    <>
      <h1>{messages.notFound}</h1>
      <Empty title={messages.notFoundTry} />
    </>
  );
}

export function Pages() {
  const { path, query } = usePlace();
  const [turn, setTurn] = useState(0); // a new one shows the page from the book again
  const steps = stepsOf(path);
  if (steps[0] === "p" && steps[1]) return <OwnPage ownKey={steps[1]} />;
  const page = pageAt(steps, query) ?? <Nowhere />;
  return (
    <Shell steps={steps} undone={() => setTurn((now) => now + 1)}>
      <Fragment key={turn}>{page}</Fragment>
    </Shell>
  );
}
