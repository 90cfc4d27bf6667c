// What somebody began for this patient and did not record.
import { localMomentText } from "../../format.ts";
import { pageOf } from "../../router.ts";
import { t } from "../../../texts/texts.ts";
import { begunForms } from "../begun.tsx";

export function DraftNotice({ chartNumber }: { chartNumber: string }) {
  const found = begunForms().filter(({ chart }) => chart === chartNumber);
  if (found.length === 0) return null;
  return (
    <p class="note note-warn patient-drafts no-print">
      {t("patient.drafts")}{" "}
      {found.map(({ address, name, keptAt }) => (
        <a key={address} href={pageOf(chartNumber, address)}>
          {t("patient.draft", { what: name, moment: localMomentText(keptAt) })}
        </a>
      ))}
    </p>
  );
}
