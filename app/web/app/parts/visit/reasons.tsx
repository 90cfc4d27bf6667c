// All that the rules found, and the reasons of whoever goes on over it.
import type { Finding } from "../../shapes.ts";
import type { ChangedRecord } from "../../visit_correction.ts";
import { inOrder, remedyOf, type Remedy } from "../../visit_gate.ts";
import { t } from "../../../texts/texts.ts";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { Overrides } from "../overrides.tsx";
import { AskForSignOff, type Signing } from "../sign_off/sign_offs.tsx";
import { Changes } from "./changes.tsx";
import { remedyText } from "./gate_bar.tsx";

// Under which the reason for who signs is kept with those that one gives oneself; no rule is called so.
const askedReason = "sign-off";

interface ReasonsProps {
  findings: readonly Finding[];
  reasons: Record<string, string>;
  set: (key: string, reason: string) => void;
  missing: boolean; // it was tried to record without them
  signing: Signing | null;
  chartNumber: string;
  session: Record<string, unknown>; // as it is typed
  busy: boolean;
  remedy: (remedy: Remedy) => void;
  record: () => void;
  close: () => void;
  correction?: Correction | null;
}

// Of a visit that is in the book: what changes, and why.
export interface Correction {
  changes: readonly ChangedRecord[];
  why: string;
  setWhy: (text: string) => void;
}

export function Reasons(all: ReasonsProps) {
  const { findings, reasons, set, missing, signing, close, remedy, correction } = all;
  const remedies = new Map(
    inOrder(findings).flatMap((one) => {
      const answer = remedyOf(one);
      return answer ? [[remedyText(answer), answer] as const] : [];
    }),
  );
  return (
    <Dialog title={t(correction ? "visit.correct.title" : "visit.gate.found")} close={close}>
      {correction && <Changes changes={correction.changes} />}
      {remedies.size > 0 && (
        <div class="actions">
          {[...remedies].map(([text, answer]) => (
            <button
              key={text}
              type="button"
              onClick={() => {
                close();
                remedy(answer);
              }}
            >
              {text}
            </button>
          ))}
        </div>
      )}
      <Overrides findings={inOrder(findings)} reasons={reasons} set={set} missing={missing} signing={signing} />
      {signing && (
        <AskForSignOff
          chartNumber={all.chartNumber}
          signing={signing}
          findings={findings}
          body={all.session}
          reason={reasons[askedReason] ?? ""}
          setReason={(text) => set(askedReason, text)}
          missing={missing}
        />
      )}
      {correction && (
        <Field
          label={t("patient.reason")}
          required
          hint={t("patient.reason_needed")}
          value={correction.why}
          set={correction.setWhy}
          error={missing && correction.why.trim() === "" ? t("visit.correct.why") : undefined}
        />
      )}
      <div class="actions">
        <button type="button" class="main" disabled={all.busy} onClick={all.record}>
          {t(correction ? "visit.correct.do" : "visit.record")}
        </button>
      </div>
    </Dialog>
  );
}
