// The keys that work on this page, shown where they work.
import { messages } from "../messages.ts";
import { may, useTurn } from "../turn.ts";

type Key = [key: string, meaning: string, right?: string];

const everywhere: Key[] = [
  ["Ctrl K", messages.keys.search],
  ["Alt N", messages.keys.newPatient, "write_observations"],
];
const withAccounts: Key[] = [["Alt L", messages.keys.lock]];
const withPatient: Key[] = [
  ["Alt S", messages.keys.session, "write_observations"],
  ["Alt O", messages.keys.observe, "write_observations"],
  ["Alt A", messages.keys.aftercare],
  ["Alt R", messages.keys.report],
  ["Ctrl Enter", messages.keys.send, "write_observations"],
];

export function Keys({ onPatient }: { onPatient: boolean }) {
  const { said } = useTurn();
  const shown = [...everywhere, ...(said?.accounts ? withAccounts : []), ...(onPatient ? withPatient : [])].filter(
    ([, , right]) => right === undefined || may(right),
  );
  return (
    <details class="keys">
      <summary>{messages.keysTitle}</summary>
      <dl>
        {shown.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
