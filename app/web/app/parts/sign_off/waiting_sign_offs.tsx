// What waits for somebody's signature, under Today: signed or declined by who may, and did not ask for it.
import { useState } from "preact/hooks";
import { newKey, submit, type Problem } from "../../api.ts";
import { asRecorded, ruleTextOf } from "../../finding_text.ts";
import { dayText, momentText } from "../../format.ts";
import { nameOf } from "../../words.ts";
import { t } from "../../../texts/texts.ts";
import type { WaitingSignOff } from "../../shapes.ts";
import { showToast } from "../../toast.ts";
import { actorName, may } from "../../turn.ts";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { ProblemNote } from "../problem.tsx";
import { Said } from "../said.tsx";
import { Who } from "../today/who.tsx";

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
    showToast(t("sign_off.decline_done"));
    done();
  };
  return (
    <Dialog title={t("sign_off.decline_title", { chart: one.patient })} close={close}>
      <form class="stack" onSubmit={(event) => void send(event)}>
        <Field label={t("sign_off.decline_reason")} required value={reason} set={setReason} />
        {problem && <ProblemNote problem={problem} />}
        <div class="actions">
          <button type="submit" class="main">
            {t("sign_off.decline")}
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
    showToast(t("sign_off.sign_done"));
    done();
  };
  const said = ruleTextOf(one);
  const mayAnswer = may("sign_off") && one.asked_by !== actorName();
  return (
    <li>
      <Who chartNumber={one.patient} name={one.name} arabic={one.name_ar} />
      <time class="figures row-end" dateTime={one.on}>
        {dayText(one.on)}
      </time>
      <span class="row-wide">
        {one.region ? `${nameOf(one.region)}: ` : ""}
        <Said of={asRecorded(one.because)} />. {said && <Said of={said} />}
      </span>
      <span class="row-wide">
        <bdi>{t("sign_off.why", { reason: one.reason })}</bdi>
      </span>
      <span class="row-note row-wide">
        {t("sign_off.asked", { who: one.asked_by, when: momentText(one.asked_at) })}
      </span>
      {problem && (
        <span class="row-wide">
          <ProblemNote problem={problem} />
        </span>
      )}
      {mayAnswer && (
        <span class="row-wide actions">
          <button
            type="button"
            class="main"
            aria-label={t("sign_off.sign_of", { chart: one.patient })}
            onClick={() => void sign()}
          >
            {t("sign_off.sign")}
          </button>
          <button
            type="button"
            aria-label={t("sign_off.decline_of", { chart: one.patient })}
            onClick={() => setDeclines(true)}
          >
            {t("sign_off.decline")}
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
      <h2>
        {t("sign_off.waiting")} <small>{list.length}</small>
      </h2>
      <ul class="rows">
        {list.map((one) => (
          <Waiting key={one.id} one={one} done={done} />
        ))}
      </ul>
    </section>
  );
}
