// What the safety rules say of the session as it is typed, asked while regions and settings change.
import { useEffect, useState } from "preact/hooks";
import { patient_path, preview } from "../api.ts";
import { use_settled } from "../loading.ts";
import { words } from "../messages.ts";
import type { Finding, Preview } from "../shapes.ts";
import { Overrides } from "./overrides.tsx";

const said = words.session;
const wait_ms = 200;

export interface GateSays {
  findings: Finding[];
  problems: { field: string; text: string }[];
}

// The answer to the body as it last stood still; null before the first.
export function use_gate(chart: string, body: Record<string, unknown>, ready: boolean): { says: GateSays | null; asking: boolean } {
  const { overrides: _, note: __, ...asked } = body;
  const now = ready ? JSON.stringify(asked) : "";
  const settled = use_settled(now, wait_ms);
  const [heard, set_heard] = useState<{ of: string; says: GateSays } | null>(null);
  useEffect(() => {
    if (settled === "") return undefined;
    let gone = false;
    void preview<Preview>(patient_path(chart, "/session"), JSON.parse(settled)).then((answer) => {
      if (gone) return;
      if (answer.ok) set_heard({ of: settled, says: { findings: answer.value.findings, problems: answer.value.problems ?? [] } });
      else if (answer.problem.status !== 0) {
        const problems = answer.problem.errors.map((error) => ({ field: error.field, text: error.detail }));
        set_heard({ of: settled, says: { findings: answer.problem.findings, problems } });
      }
    });
    return () => {
      gone = true;
    };
  }, [settled, chart]);
  if (now === "") return { says: null, asking: false };
  return { says: heard?.says ?? null, asking: heard?.of !== now };
}

interface GateProps {
  says: GateSays | null;
  asking: boolean;
  any_area: boolean;
  ready: boolean; // there is enough to ask with
  reasons: Record<string, string>;
  set: (key: string, reason: string) => void;
  missing: boolean;
}

// Silence is not consent: where the rules could not be asked, nothing is said to be clear.
function gate_line({ says, asking, any_area, ready }: Pick<GateProps, "says" | "asking" | "any_area" | "ready">): string {
  if (!any_area) return said.gate_wait;
  if (!ready) return said.gate_device;
  if (says === null || asking) return said.gate_asking;
  if (says.findings.length > 0) return "";
  return says.problems.length > 0 ? said.gate_open : said.gate_clear;
}

export function Gate({ says, asking, any_area, ready, reasons, set, missing }: GateProps) {
  const line = gate_line({ says, asking, any_area, ready });
  return (
    <section class="gate" aria-label={said.gate}>
      <h2>{said.gate}</h2>
      <p class="gate-line soft" role="status">{line}</p>
      {any_area && says && <Overrides findings={says.findings} reasons={reasons} set={set} missing={missing} />}
    </section>
  );
}
