// The keys that work on this page, shown where they work.
import { words } from "../messages.ts";

const everywhere: [string, string][] = [["Ctrl K", words.keys.search], ["Alt N", words.keys.new_patient]];
const with_patient: [string, string][] = [
  ["Alt S", words.keys.session],
  ["Alt O", words.keys.observe],
  ["Alt A", words.keys.aftercare],
  ["Alt R", words.keys.report],
  ["Ctrl Enter", words.keys.send],
];

export function Keys({ on_patient }: { on_patient: boolean }) {
  const shown = on_patient ? [...everywhere, ...with_patient] : everywhere;
  return (
    <details class="keys">
      <summary>{words.keys_title}</summary>
      <dl>
        {shown.map(([key, meaning]) => (
          <div key={key}>
            <dt><kbd>{key}</kbd></dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
