// A report as a file: what the program wrote into it (app/report/report_file.cpp), drawn by the parts of the pages.
import "../style/tokens.css";
import "../style/fonts.css";
import "../style/base.css";
import "../chart/chart.css";
import "../style/parts.css";
import "../style/app.css";
import "../style/photos.css";
import "../style/report.css";
import "../style/arabic.css";
import { render } from "preact";
import type { Outcomes } from "../app/outcomes_view.ts";
import { AftercareReport } from "../app/parts/report/aftercare_report.tsx";
import type { Clinic } from "../app/parts/report/letterhead.tsx";
import { OutcomesReport } from "../app/parts/report/outcomes_report.tsx";
import { PatientReport } from "../app/parts/report/patient_report.tsx";
import { ProgressReport } from "../app/parts/report/progress_report.tsx";
import { RecoverySheet, type Recovery } from "../app/parts/report/recovery_sheet.tsx";
import { Witness, type LedgerEnd } from "../app/parts/report/witness.tsx";
import type { Pair } from "../app/parts/photos/photo_pair.tsx";
import type { Aftercare, OwnView, Progress } from "../app/shapes.ts";
import { element } from "../chart/dom.ts";
import { languageOf, type Digits } from "../texts/language.ts";
import { setTexts, t, type Catalogue } from "../texts/texts.ts";

type Shown = { clinic: Clinic & { digits: Digits }; ledger?: LedgerEnd } & (
  | { kind: "progress"; content: { progress: Progress; no_noise: Record<string, string>; photos?: Pair } }
  | { kind: "patient"; content: OwnView & { photos?: Pair } }
  | { kind: "outcomes"; content: Outcomes }
  | { kind: "aftercare"; content: { names: string[]; care: Aftercare } }
  | { kind: "recovery"; content: Recovery }
);

function Report({ shown }: { shown: Shown }) {
  const { clinic } = shown;
  switch (shown.kind) {
    case "progress":
      return (
        <ProgressReport
          progress={shown.content.progress}
          clinic={clinic}
          photos={shown.content.photos ?? null}
          noNoise={shown.content.no_noise}
        />
      );
    case "patient":
      return <PatientReport view={shown.content} clinic={clinic} photos={shown.content.photos ?? null} />;
    case "outcomes":
      return <OutcomesReport given={shown.content} clinic={clinic} />;
    case "aftercare":
      return <AftercareReport names={shown.content.names} care={shown.content.care} clinic={clinic} />;
    case "recovery":
      return <RecoverySheet given={shown.content} clinic={clinic} />;
  }
}

function titleOf(shown: Shown): string {
  switch (shown.kind) {
    case "progress":
      return `${t("patient.report")} ${shown.content.progress.patient.chart}`;
    case "patient":
      return shown.content.names[0] ?? t("patient.report");
    case "outcomes":
      return t("outcomes.title");
    case "aftercare":
      return t("care_page.title");
    case "recovery":
      return t("recovery.title");
  }
}

// In two languages one beside the other, each drawn at once with its own texts.
const shown = JSON.parse(document.querySelector("[data-report]")?.textContent ?? "null") as Shown;
const place = document.querySelector("main");
document.querySelectorAll<HTMLElement>("[data-texts]").forEach((texts, index) => {
  const language = languageOf(texts.dataset.texts ?? "en", shown.clinic.digits);
  setTexts(language, JSON.parse(texts.textContent ?? "{}") as Catalogue);
  const half = element("div", { lang: language.code, dir: language.direction });
  place?.append(half);
  render(
    <>
      <Report shown={shown} />
      {shown.ledger && <Witness end={shown.ledger} />}
    </>,
    half,
  );
  if (index === 0) document.title = titleOf(shown);
});
