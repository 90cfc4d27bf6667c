// What is wrong around the book: above every page, before anything else. On paper every page says at which ledger
// entry it was printed.
import { health } from "../api.ts";
import { useLoaded } from "../loading.ts";
import { faultOfBook, type Fault } from "../told.ts";
import { FaultLine } from "./problem.tsx";
import { t } from "../../texts/texts.ts";
import type { BookProblem, Health } from "../shapes.ts";

const mostShown = 3;
export const witnessDigits = 16;

interface Line extends Fault {
  where: string;
}

const lineOf = (problem: BookProblem): Line => ({ where: problem.where, ...faultOfBook(problem, "check") });

// Only who keeps the book is told.
const unsignedOf = (found: Health["unsigned"]): Line[] =>
  found === null
    ? []
    : [
        {
          where: found.where,
          label: "",
          english: "",
          what: t("frame.unsigned", { why: found.why }),
          remedy: t("frame.unsigned_try", { why: found.why }),
        },
      ];

export function BookBanner({ place }: { place: string }) {
  const { value } = useLoaded(health, [place]);
  if (value === null) return null;
  const found = [...unsignedOf(value.unsigned), ...[...value.warnings, ...(value.check?.problems ?? [])].map(lineOf)];
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
          {found.slice(0, mostShown).map((each) => (
            <li key={each.where + each.what}>
              <bdi>{each.where}</bdi>: <FaultLine {...each} />{" "}
              {each.remedy && <span class="soft">{t("frame.book_banner_try", { what: each.remedy })}</span>}
            </li>
          ))}
        </ul>
        {found.length > mostShown && <p>{t("frame.book_banner_more", { count: found.length - mostShown })}</p>}
      </div>
    </>
  );
}
