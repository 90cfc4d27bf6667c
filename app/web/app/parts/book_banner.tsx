// What is wrong around the book: above every page, before anything else. On paper every page says at which ledger
// entry it was printed.
import { health } from "../api.ts";
import { useLoaded } from "../loading.ts";
import { messages } from "../messages.ts";
import type { BookProblem } from "../shapes.ts";

const mostShown = 3;
const witnessDigits = 16;

export function BookBanner({ place }: { place: string }) {
  const { value } = useLoaded(health, [place]);
  const found: BookProblem[] = [...(value?.warnings ?? []), ...(value?.check?.problems ?? [])];
  if (value === null) return null;
  const witness = (
    <p class="witness">{messages.witness(value.ledger.entry, value.ledger.hash.slice(0, witnessDigits))}</p>
  );
  if (found.length === 0) return witness;
  return (
    <>
      {witness}
      <div class="note note-bad book-banner no-print" role="alert">
        <strong>{messages.bookBanner}</strong>
        <ul>
          {found.slice(0, mostShown).map((each) => (
            <li key={each.where + each.what}>
              <bdi>{each.where}</bdi>: {each.what}. <span class="soft">{messages.bookBannerTry(each.try)}</span>
            </li>
          ))}
        </ul>
        {found.length > mostShown && <p>{messages.bookBannerMore(found.length - mostShown)}</p>}
      </div>
    </>
  );
}
