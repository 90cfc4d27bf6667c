// The keys that work on this page, shown where they work.
import type { PlainId } from "../../texts/ids.ts";
import { t } from "../../texts/texts.ts";
import { may, useTurn } from "../turn.ts";

type Key = [key: string, meaning: PlainId, right?: string];

const everywhere: Key[] = [
  ["Ctrl K", "frame.keys.search"],
  ["Alt N", "frame.keys.new_patient", "write_observations"],
];
const withAccounts: Key[] = [["Alt L", "frame.keys.lock"]];
const withPatient: Key[] = [
  ["Alt V", "frame.keys.visit", "write_observations"],
  ["Alt S", "frame.keys.session", "write_observations"],
  ["Alt O", "frame.keys.observe", "write_observations"],
  ["Alt A", "frame.keys.aftercare"],
  ["Alt R", "frame.keys.report"],
  ["Ctrl Enter", "frame.keys.send", "write_observations"],
];

export function Keys({ onPatient }: { onPatient: boolean }) {
  const { said } = useTurn();
  const shown = [...everywhere, ...(said?.accounts ? withAccounts : []), ...(onPatient ? withPatient : [])].filter(
    ([, , right]) => right === undefined || may(right),
  );
  return (
    <details class="keys">
      <summary>{t("frame.keys_title")}</summary>
      <dl>
        {shown.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
