// The keys that work on this page, shown where they work.
import { messages } from "../messages.ts";

const everywhere: [string, string][] = [
  ["Ctrl K", messages.keys.search],
  ["Alt N", messages.keys.newPatient],
];
const withPatient: [string, string][] = [
  ["Alt S", messages.keys.session],
  ["Alt O", messages.keys.observe],
  ["Alt A", messages.keys.aftercare],
  ["Alt R", messages.keys.report],
  ["Ctrl Enter", messages.keys.send],
];

export function Keys({ onPatient }: { onPatient: boolean }) {
  const shown = onPatient ? [...everywhere, ...withPatient] : everywhere;
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
