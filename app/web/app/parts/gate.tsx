// What the safety rules say of the session as it is typed, asked while regions and settings change.
import { useEffect, useState } from "preact/hooks";
import { patientPath, preview } from "../api.ts";
import { useSettled } from "../loading.ts";
import { faultText, type Told } from "../told.ts";
import { t } from "../../texts/texts.ts";
import type { Finding, Preview } from "../shapes.ts";
import { Overrides } from "./overrides.tsx";
import { AskForSignOff, type Signing } from "./sign_off/sign_offs.tsx";
const waitMs = 200;

export interface GateResult {
  findings: Finding[];
  problems: { field: string; text: string }[];
}

const saidOf = (all: readonly Told[]) => all.map((one) => ({ field: one.field ?? "", text: faultText(one) }));

// The answer to the body as it last stood still; null before the first.
export function useGate(
  chartNumber: string,
  body: Record<string, unknown>,
  ready: boolean,
): { result: GateResult | null; asking: boolean } {
  const { overrides: _overrides, note: _note, ...asked } = body;
  const now = ready ? JSON.stringify(asked) : "";
  const settled = useSettled(now, waitMs);
  const [checked, setChecked] = useState<{ of: string; result: GateResult } | null>(null);
  useEffect(() => {
    if (settled === "") return undefined;
    let gone = false;
    void preview<Preview>(patientPath(chartNumber, "/session"), JSON.parse(settled)).then((answer) => {
      if (gone) return;
      if (answer.ok)
        setChecked({
          of: settled,
          result: { findings: answer.value.findings, problems: saidOf(answer.value.problems) },
        });
      else if (answer.problem.status !== 0) {
        const { findings, errors } = answer.problem;
        setChecked({ of: settled, result: { findings, problems: saidOf(errors) } });
      }
    });
    return () => {
      gone = true;
    };
  }, [settled, chartNumber]);
  if (now === "") return { result: null, asking: false };
  return { result: checked?.result ?? null, asking: checked?.of !== now };
}

interface GateProps {
  result: GateResult | null;
  asking: boolean;
  anyArea: boolean;
  ready: boolean; // there is enough to ask with
  reasons: Record<string, string>;
  set: (key: string, reason: string) => void;
  missing: boolean;
  signing: Signing | null; // where another person signs a sign-off
  chartNumber: string;
  body: Record<string, unknown>;
}

// Under which the reason for who signs is kept with those that one gives oneself; no rule is called so.
export const askedReason = "sign-off";

// Silence is not consent: where the rules could not be asked, nothing is said to be clear.
function gateLine({
  result,
  asking,
  anyArea,
  ready,
}: Pick<GateProps, "result" | "asking" | "anyArea" | "ready">): string {
  if (!anyArea) return t("session.gate_wait");
  if (!ready) return t("session.gate_device");
  if (result === null || asking) return t("session.gate_asking");
  if (result.findings.length > 0) return "";
  return result.problems.length > 0 ? t("session.gate_open") : t("session.gate_clear");
}

export function Gate(props: GateProps) {
  const { result, asking, anyArea, ready, reasons, set, missing, signing } = props;
  const line = gateLine({ result, asking, anyArea, ready });
  return (
    <section class="gate" aria-label={t("session.gate")}>
      <h2>{t("session.gate")}</h2>
      <p class="gate-line soft" role="status">
        {line}
      </p>
      {anyArea && result && (
        <Overrides findings={result.findings} reasons={reasons} set={set} missing={missing} signing={signing} />
      )}
      {anyArea && result && signing && (
        <AskForSignOff
          chartNumber={props.chartNumber}
          signing={signing}
          findings={result.findings}
          body={props.body}
          reason={reasons[askedReason] ?? ""}
          setReason={(text) => set(askedReason, text)}
          missing={missing}
        />
      )}
    </section>
  );
}
