// A person, as a name with its first letters in a disc.
import { initialsOf, shownName, type SignedIn } from "../../sign_in_state.ts";

type Named = Pick<SignedIn, "name" | "display_name">;

export const Disc = ({ person }: { person: Named }) => (
  <span class="disc" aria-hidden="true">
    {initialsOf(shownName(person))}
  </span>
);

interface PersonListProps<P extends Named> {
  label: string;
  people: readonly P[];
  choose: (person: P) => void;
}

export function PersonList<P extends Named>({ label, people, choose }: PersonListProps<P>) {
  return (
    <ul class="people" aria-label={label}>
      {people.map((person) => (
        <li key={person.name}>
          <button type="button" onClick={() => choose(person)}>
            <Disc person={person} /> <bdi>{shownName(person)}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
