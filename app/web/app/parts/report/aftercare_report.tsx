// The card of a session that a patient takes home.
import type { Aftercare } from "../../shapes.ts";
import { t } from "../../../texts/texts.ts";
import { CareCard } from "../care_card.tsx";
import { Empty } from "../page_frame.tsx";
import { Letterhead, Names, type Clinic } from "./letterhead.tsx";

export function AftercareReport({ names, care, clinic }: { names: string[]; care: Aftercare; clinic: Clinic }) {
  return (
    <article class="sheet sheet-care">
      <Letterhead clinic={clinic} asOf={care.at.slice(0, 10)} takenHome />
      <h1>
        {t("care_page.title")}{" "}
        <small>
          <Names names={names} />
        </small>
      </h1>
      {care.session && care.advised.length + care.avoid.length > 0 ? (
        <CareCard care={care} now={care.at} still />
      ) : (
        <Empty title={t("care_page.none")} />
      )}
    </article>
  );
}
