// What is wrong around the book: above every page, before anything else. On paper every page says at which ledger
// entry it was printed.
import { health } from "../api.ts";
import { useLoaded } from "../loading.ts";
import { faultOf } from "../told.ts";
import { FaultLine } from "./problem.tsx";
import { t } from "../../texts/texts.ts";
import type { BookProblem, Health } from "../shapes.ts";

const mostShown = 3;
const witnessDigits = 16;

interface Told {
  where: string;
  what: string;
  remedy: string;
}

const asSpoken = (each: BookProblem): Told => ({
  where: each.where,
  what: `${spoken(each.what)}.`,
  remedy: spoken(each.try),
});

// Only who keeps the book is told.
const unsignedOf = (found: Health["unsigned"]): Told[] =>
  found === null
    ? []
    : [
        {
          where: found.where,
          what: t("frame.unsigned", { why: found.why }),
          remedy: t("frame.unsigned_try", { why: found.why }),
        },
      ];

export function BookBanner({ place }: { place: string }) {
  const { value } = useLoaded(health, [place]);
  if (value === null) return null;
  const found = [...unsignedOf(value.unsigned), ...[...value.warnings, ...(value.check?.problems ?? [])].map(asSpoken)];
  const witness = (
    <p class="witness">
      {t("frame.witness", { entry: String(value.ledger.entry), hash: value.ledger.hash.slice(0, witnessDigits) })}
    </p>
  );
  if (found.length === 0) return witness;
  return (
    <>
      {witness}
      <div class="note note-bad book-banner no-print" role="alert">
        <strong>{t("frame.book_banner")}</strong>
        <ul>
          {found.slice(0, mostShown).map((each) => {
            const fault = faultOf({ text: each.what, try: each.try });
            return (
              <li key={each.where + each.what}>
                <bdi>{each.where}</bdi>: <FaultLine {...fault} />{" "}
                {fault.remedy && <span class="soft">{t("frame.book_banner_try", { what: fault.remedy })}</span>}
              </li>
            );
          })}
        </ul>
        {found.length > mostShown && <p>{t("frame.book_banner_more", { count: found.length - mostShown })}</p>}
      </div>
    </>
  );
}
