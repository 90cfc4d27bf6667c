// Which page belongs to which path.
import { Fragment, type ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { usePlace, stepsOf } from "./router.ts";
import { t } from "../texts/texts.ts";
import { Shell } from "./parts/shell.tsx";
import { Empty } from "./parts/page_frame.tsx";
import { TodayPage } from "./pages/today.tsx";
import { PatientsPage } from "./pages/patients.tsx";
import { PatientPage } from "./pages/patient.tsx";
import { VisitPage } from "./pages/visit.tsx";
import { ObservePage } from "./pages/observe.tsx";
import { AftercarePage } from "./pages/aftercare.tsx";
import { PhotosPage } from "./pages/photos.tsx";
import { RatingPage } from "./pages/rating.tsx";
import { ComparePage } from "./pages/compare.tsx";
import { ReportPage } from "./pages/report.tsx";
import { OutcomesPage } from "./pages/outcomes.tsx";
import { ImportPage } from "./pages/import.tsx";
import { LedgerPage } from "./pages/ledger.tsx";
import { LotsPage } from "./pages/lots.tsx";
import { may } from "./turn.ts";
import { DesignPage } from "./pages/design.tsx";
import { SettingsPage } from "./pages/settings.tsx";
import { OwnPage } from "./pages/own.tsx";

// What an address asks for may be more than one has a right to. What is open stays open, with all that was typed there,
// when a right is taken away meanwhile: the server refuses what it has to.
function WithRight({ right, children }: { right: string; children: ComponentChildren }) {
  const [has] = useState(() => may(right));
  if (has) return <>{children}</>;
  return (
    <>
      <h1>{t("frame.problem.no_right")}</h1>
      <Empty title={t("frame.problem.no_right_try")} />
    </>
  );
}

function patientPage(chartNumber: string, rest: string, query: URLSearchParams) {
  switch (rest) {
    case "":
      return <PatientPage key={chartNumber} chartNumber={chartNumber} />;
    case "visit":
      return (
        <WithRight key={`visit ${chartNumber} ${query.get("on") ?? ""}`} right="write_observations">
          <VisitPage chartNumber={chartNumber} on={query.get("on") ?? ""} />
        </WithRight>
      );
    case "observe":
      return (
        <WithRight key={`observe ${chartNumber}`} right="write_observations">
          <ObservePage chartNumber={chartNumber} what={query.get("what") ?? "acne"} />
        </WithRight>
      );
    case "aftercare":
      return <AftercarePage key={chartNumber} chartNumber={chartNumber} />;
    case "photos":
      return <PhotosPage key={chartNumber} chartNumber={chartNumber} />;
    case "compare":
      return (
        <ComparePage
          key={chartNumber}
          chartNumber={chartNumber}
          first={query.get("first")}
          second={query.get("second")}
        />
      );
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
    case "rating":
      return <RatingPage />;
    case "import":
      return (
        <WithRight key="import" right="import_records">
          <ImportPage />
        </WithRight>
      );
    case "ledger":
      return <LedgerPage chartNumber={query.get("patient")} />;
    case "lots":
      return <LotsPage lot={query.get("lot")} />;
    case "design":
      return <DesignPage />;
    case "settings":
      return <SettingsPage part={query.get("part")} />;
    default:
      return null;
  }
}

function Nowhere() {
  return (
    <>
      <h1>{t("frame.not_found")}</h1>
      <Empty title={t("frame.not_found_try")} />
    </>
  );
}

export function Pages() {
  const { path, query } = usePlace();
  const [turn, setTurn] = useState(0); // a new one shows the page from the book again
  const steps = stepsOf(path);
  if (steps[0] === "p" && steps[1]) return <OwnPage ownKey={steps[1]} />;
  // A visit has the screen for itself.
  const isVisit = steps[0] === "patients" && steps[2] === "visit" && may("write_observations");
  const page = pageAt(steps, query) ?? <Nowhere />;
  return (
    <Shell steps={steps} isAlone={isVisit} undone={() => setTurn((now) => now + 1)}>
      <Fragment key={turn}>{page}</Fragment>
    </Shell>
  );
}
