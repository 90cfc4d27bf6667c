// What is wrong around the book: above every page, before anything else. On paper every page says at which ledger
// entry it was printed.
import { health } from "../api.ts";
import { use_loaded } from "../loading.ts";
import { words } from "../messages.ts";
import type { BookProblem } from "../shapes.ts";

const most_shown = 3;
const witness_digits = 16;

export function BookBanner({ place }: { place: string }) {
  const { value } = use_loaded(health, [place]);
  const found: BookProblem[] = [...(value?.warnings ?? []), ...(value?.check?.problems ?? [])];
  if (value === null) return null;
  const witness = <p class="witness">{words.witness(value.ledger.entry, value.ledger.hash.slice(0, witness_digits))}</p>;
  if (found.length === 0) return witness;
  return (
    <>
    {witness}
    <div class="note note-bad book-banner no-print" role="alert">
      <strong>{words.book_banner}</strong>
      <ul>
        {found.slice(0, most_shown).map((each) => (
          <li key={each.where + each.what}>
            <bdi>{each.where}</bdi>: {each.what}. <span class="soft">{words.book_banner_try(each.try)}</span>
          </li>
        ))}
      </ul>
      {found.length > most_shown && <p>{words.book_banner_more(found.length - most_shown)}</p>}
    </div>
    </>
  );
}
