// What the rules and the scales say of the visit as it is typed. No answer is told as no answer.
import { useEffect, useState } from "preact/hooks";
import { patientPath, preview } from "../../api.ts";
import { useSettled } from "../../loading.ts";
import type { Finding, Preview } from "../../shapes.ts";
import type { ScoreOfVisit } from "./skin_step.tsx";

const waitMs = 200;

export interface VisitAnswer {
  findings: Finding[];
  scores: ScoreOfVisit[];
  problems: { field: string; text: string; sent?: unknown }[];
}

export interface VisitGate {
  answer: VisitAnswer | null; // to what is typed now, or shortly before
  asking: boolean;
  failed: boolean; // nobody answered
  again: () => void;
}

const nothing: VisitAnswer = { findings: [], scores: [], problems: [] };

// Of a session no reasons are sent: what is found is asked for, not what was said to it.
function askable(body: Record<string, unknown>): string {
  if (Object.keys(body).length === 0) return "";
  const session = body.session as Record<string, unknown> | undefined;
  if (!session) return JSON.stringify(body);
  const { overrides: _overrides, note: _note, ...asked } = session;
  return JSON.stringify({ ...body, session: asked });
}

export function useVisitGate(chartNumber: string, body: Record<string, unknown>): VisitGate {
  const now = askable(body);
  const settled = useSettled(now, waitMs);
  const [checked, setChecked] = useState<{ of: string; answer: VisitAnswer | null } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (settled === "") return undefined;
    let gone = false;
    void preview<Preview>(patientPath(chartNumber, "/visits"), JSON.parse(settled)).then((answer) => {
      if (gone) return;
      if (answer.ok) {
        const { findings, scores } = answer.value;
        const sent: unknown = JSON.parse(settled);
        const problems = (answer.value.problems ?? []).map((one) => ({ ...one, sent }));
        setChecked({ of: settled, answer: { findings, scores: scores as ScoreOfVisit[], problems } });
      } else setChecked({ of: settled, answer: null });
    });
    return () => {
      gone = true;
    };
  }, [settled, chartNumber, turn]);
  const again = (): void => {
    setChecked(null);
    setTurn((one) => one + 1);
  };
  if (now === "") return { answer: nothing, asking: false, failed: false, again };
  return {
    answer: checked?.answer ?? null,
    asking: checked?.of !== now,
    failed: checked?.of === now && checked.answer === null,
    again,
  };
}
