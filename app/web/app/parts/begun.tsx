// What somebody began for a patient and did not record: a draft is found again where the patient is.
import { useState } from "preact/hooks";
import { allBegun, type Begun } from "../drafts.ts";
import { pageOf } from "../router.ts";
import { formAddress, forms } from "../verbs.ts";
import { useWhom } from "../whom.ts";
import { t } from "../../texts/texts.ts";
import { ageOf } from "./draft_note.tsx";
import { formName } from "./patient/verb_menus.tsx";
import { Who } from "./today/who.tsx";

export interface BegunForm extends Begun {
  address: string;
  name: string; // of the form
}

function placeOf(what: string): { address: string; name: string } | null {
  if (what === "visit") return { address: "/visit", name: t("patient.new_visit") };
  const form = forms.find((one) => one.what === what);
  return form ? { address: formAddress(form), name: formName(what) } : null;
}

// Those that have a page, the latest first.
export const begunForms = (): BegunForm[] =>
  allBegun()
    .flatMap((one) => {
      const place = placeOf(one.what);
      return place ? [{ ...one, ...place }] : [];
    })
    .sort((a, b) => b.keptAt.localeCompare(a.keptAt));

export function GoOn({ begun }: { begun: BegunForm }) {
  const [now] = useState(() => Date.now());
  return (
    <a class="go-on" href={pageOf(begun.chart, begun.address)}>
      {t("today.go_on", { what: begun.name, ago: ageOf(begun.keptAt, now) })}
    </a>
  );
}

function BegunRow({ begun }: { begun: BegunForm }) {
  const whom = useWhom(begun.chart);
  return (
    <li>
      <Who chartNumber={begun.chart} name={whom?.name ?? null} arabic={whom?.name_ar} />
      <span class="row-wide">
        <GoOn begun={begun} />
      </span>
    </li>
  );
}

export function BegunList({ begun }: { begun: readonly BegunForm[] }) {
  if (begun.length === 0) return null;
  return (
    <section>
      <h2>
        {t("today.begun")} <small>{begun.length}</small>
      </h2>
      <ul class="rows">
        {begun.map((one) => (
          <BegunRow key={`${one.what} ${one.chart}`} begun={one} />
        ))}
      </ul>
    </section>
  );
}
