// What somebody began for this patient and did not record: a draft is found again from the page of the patient.
import { draftsOf } from "../../drafts.ts";
import { localMomentText } from "../../format.ts";
import { pageOf } from "../../router.ts";
import { formAddress, forms } from "../../verbs.ts";
import { t } from "../../../texts/texts.ts";
import { formName } from "./verb_menus.tsx";

function placeOf(what: string): { address: string; name: string } | null {
  if (what === "visit") return { address: "/visit", name: t("patient.new_visit") };
  const form = forms.find((one) => one.what === what);
  return form ? { address: formAddress(form), name: formName(what) } : null;
}

export function DraftNotice({ chartNumber }: { chartNumber: string }) {
  const found = draftsOf(chartNumber).flatMap(({ what, keptAt }) => {
    const place = placeOf(what);
    return place ? [{ ...place, keptAt }] : [];
  });
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
