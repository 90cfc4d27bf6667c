// What another person is to sign before the session: asked for here, and how it stands.
import { useEffect, useState } from "preact/hooks";
import { newKey, patientPath, read, submit, type Problem } from "../../api.ts";
import { momentText } from "../../format.ts";
import { messages } from "../../messages.ts";
import type { Finding, Kept } from "../../shapes.ts";
import { isSignOff, signOffOf, signOffsOf, standingOf, type SignOff, type Standing } from "../../sign_off.ts";
import { actorName } from "../../turn.ts";
import { Field } from "../field.tsx";
import { ProblemNote } from "../problem.tsx";

const texts = messages.signOff;
const askAgainMs = 4000; // while something waits

export interface Signing {
  of: (finding: Finding) => { signOff: SignOff | null; standing: Standing };
  unsigned: (findings: readonly Finding[]) => Finding[];
  again: () => void;
}

// Null where nobody else signs.
export function useSigning(chartNumber: string, day: string, isWanted: boolean): Signing | null {
  const [list, setList] = useState<SignOff[]>([]);
  const again = (): void =>
    void read<Kept[]>(patientPath(chartNumber, "/sign-off"), "list").then(
      (answer) => answer.ok && setList(signOffsOf(answer.value)),
    );
  const waits = list.some((one) => one.on === day && one.state === "asked");
  useEffect(() => {
    if (isWanted) again();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `again` is of this patient
  }, [chartNumber, isWanted]);
  useEffect(() => {
    if (!isWanted || !waits) return undefined;
    const timer = setInterval(again, askAgainMs);
    return () => clearInterval(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same
  }, [chartNumber, isWanted, waits]);
  if (!isWanted) return null;
  const of = (finding: Finding) => {
    const signOff = signOffOf(finding, list, day);
    return { signOff, standing: standingOf(signOff, actorName()) };
  };
  return {
    of,
    unsigned: (findings) => findings.filter((one) => isSignOff(one) && of(one).standing !== "signed"),
    again,
  };
}

export function SignOffState({ signing, finding }: { signing: Signing; finding: Finding }) {
  const { signOff, standing } = signing.of(finding);
  if (signOff === null) return <p class="soft">{texts.unasked}</p>;
  const lines: Record<Standing, string> = {
    unasked: texts.unasked,
    asked: texts.asked(signOff.asked_by, momentText(signOff.asked_at)),
    signed: texts.signed(signOff.answered_by ?? ""),
    own: texts.own,
    declined: texts.declined(signOff.answered_by ?? "", signOff.answer ?? ""),
  };
  return (
    <p class={`sign-off sign-off-${standing}`}>
      <bdi>{lines[standing]}</bdi>
    </p>
  );
}

interface AskProps {
  chartNumber: string;
  signing: Signing;
  findings: readonly Finding[];
  body: Record<string, unknown>; // of the session as it is typed
  reason: string;
  setReason: (text: string) => void;
  missing: boolean; // it was tried to record the session
}

// One reason for all that nobody was asked about.
export function AskForSignOff({ chartNumber, signing, findings, body, reason, setReason, missing }: AskProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const isOpen = findings.some((one) => isSignOff(one) && ["unasked", "declined"].includes(signing.of(one).standing));
  const isUnsigned = signing.unsigned(findings).length > 0;
  const ask = async (): Promise<void> => {
    setBusy(true);
    const answer = await submit(patientPath(chartNumber, "/sign-off"), { ...body, reason }, newKey());
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
    signing.again();
  };
  return (
    <div class="stack" role="group" aria-label={texts.title}>
      {missing && isUnsigned && (
        <p class="bad" role="alert">
          {texts.missing}
        </p>
      )}
      {isOpen && (
        <>
          <Field label={texts.reason} required value={reason} set={setReason} />
          <div class="actions">
            <button type="button" disabled={busy || reason.trim() === ""} onClick={() => void ask()}>
              {texts.ask}
            </button>
          </div>
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}
