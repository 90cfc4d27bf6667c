// What waits for somebody's signature, under Today: signed or declined by who may, and did not ask for it.
import { useState } from "preact/hooks";
import { newKey, submit, type Problem } from "../../api.ts";
import { dayText, momentText } from "../../format.ts";
import { messages, nameOf } from "../../messages.ts";
import { pageOf } from "../../router.ts";
import type { WaitingSignOff } from "../../shapes.ts";
import { showToast } from "../../toast.ts";
import { actorName, may } from "../../turn.ts";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { ProblemNote } from "../problem.tsx";

const texts = messages.signOff;

interface OneProps {
  one: WaitingSignOff;
  done: () => void;
}

function Decline({ one, done, close }: OneProps & { close: () => void }) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await submit(`/sign-off/${one.id}/decline`, { reason }, newKey());
    if (!answer.ok) return setProblem(answer.problem);
    close();
    showToast(texts.declineDone);
    done();
  };
  return (
    <Dialog title={texts.declineTitle(one.patient)} close={close}>
      <form class="stack" onSubmit={(event) => void send(event)}>
        <Field label={texts.declineReason} required value={reason} set={setReason} />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main">
            {texts.decline}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Waiting({ one, done }: OneProps) {
  const [declines, setDeclines] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sign = async (): Promise<void> => {
    const answer = await submit(`/sign-off/${one.id}/sign`, {}, newKey());
    if (!answer.ok) return setProblem(answer.problem);
    showToast(texts.signDone);
    done();
  };
  const mayAnswer = may("sign_off") && one.asked_by !== actorName();
  return (
    <li>
      <a class="who" href={pageOf(one.patient)}>
        <bdi>{one.name}</bdi> <span class="chart">{one.patient}</span>
      </a>
      <time class="figures row-end" dateTime={one.on}>
        {dayText(one.on)}
      </time>
      <span class="row-wide">
        {one.region ? `${nameOf(one.region)}: ` : ""}
        {one.because}. {one.text}
      </span>
      <span class="row-wide">
        <bdi>{texts.why(one.reason)}</bdi>
      </span>
      <span class="row-note row-wide">{texts.asked(one.asked_by, momentText(one.asked_at))}</span>
      {problem && (
        <span class="row-wide">
          <ProblemNote problem={problem} />
        </span>
      )}
      {mayAnswer && (
        <span class="row-wide actions">
          <button type="button" class="main" aria-label={`${texts.sign}: ${one.patient}`} onClick={() => void sign()}>
            {texts.sign}
          </button>
          <button type="button" aria-label={`${texts.decline}: ${one.patient}`} onClick={() => setDeclines(true)}>
            {texts.decline}
          </button>
        </span>
      )}
      {declines && <Decline one={one} done={done} close={() => setDeclines(false)} />}
    </li>
  );
}

export function WaitingSignOffs({ list, done }: { list: WaitingSignOff[]; done: () => void }) {
  if (list.length === 0) return null;
  return (
    <section>
      <h2>{texts.waiting}</h2>
      <ul class="rows">
        {list.map((one) => (
          <Waiting key={one.id} one={one} done={done} />
        ))}
      </ul>
    </section>
  );
}
