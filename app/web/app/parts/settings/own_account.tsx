// One's own account: whether it asks for a code of an app beside the password.
import { useState } from "preact/hooks";
import { deleteResource, newKey, submit, type Answer, type Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { showToast } from "../../toast.ts";
import { refreshTurn, useTurn } from "../../turn.ts";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { PasswordField } from "../people/password_field.tsx";
import {
  factorAfter,
  factorBody,
  isFactorWanted,
  noFactor,
  SecondFactor,
  type Factor,
} from "../people/second_factor.tsx";
import { TryNote, useRefusal } from "../people/try_note.tsx";
import { ProblemNote } from "../problem.tsx";
import { QrCode } from "../qr_code.tsx";
import { OnceShown } from "./once_shown.tsx";

const path = "/second-factor";

interface NewFactor {
  address: string;
  typed: string;
}

interface ProveProps<T> {
  name: string;
  label: string; // of the button
  send: (proof: Record<string, string>) => Promise<Answer<T>>;
  done: (value: T) => void;
}

// The password once more, and a code where the account asks for one.
function Prove<T>({ name, label, send, done }: ProveProps<T>) {
  const [password, setPassword] = useState("");
  const [factor, setFactor] = useState<Factor>(noFactor);
  const [refusal, setRefused] = useRefusal();
  const prove = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (refusal.seconds !== null) return;
    const answer = await send({ password, ...factorBody(factor) });
    if (answer.ok) return done(answer.value);
    setFactor(factorAfter(factor, answer.problem));
    setRefused(isFactorWanted(answer.problem) && factor.kind === "none" ? null : answer.problem);
  };
  return (
    <form class="sign-in" onSubmit={(event) => void prove(event)}>
      <input class="hidden" type="text" autocomplete="username" value={name} readOnly tabIndex={-1} aria-hidden />
      <PasswordField label={t("sign_in.password")} autocomplete="current-password" value={password} set={setPassword} />
      <SecondFactor factor={factor} set={setFactor} />
      <TryNote refusal={refusal} wrong={t("sign_in.wrong_password")} />
      <div class="actions">
        <button type="submit" class="main" disabled={refusal.seconds !== null}>
          {label}
        </button>
      </div>
    </form>
  );
}

function FirstCode({ fresh, done }: { fresh: NewFactor; done: (codes: string[]) => void }) {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await submit<{ recovery_codes: string[] }>(`${path}/confirm`, { code: code.trim() }, newKey());
    if (!answer.ok) return setProblem(answer.problem);
    done(answer.value.recovery_codes);
  };
  return (
    <form class="sign-in" onSubmit={(event) => void send(event)}>
      <p>{t("second_factor.scan")}</p>
      <QrCode text={fresh.address} label={t("second_factor.picture")} />
      <p>
        {t("second_factor.typed")} <code class="once-secret">{fresh.typed}</code>
      </p>
      <Field label={t("second_factor.first")} required digits autocomplete="one-time-code" value={code} set={setCode} />
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <button type="submit" class="main">
          {t("second_factor.confirm")}
        </button>
      </div>
    </form>
  );
}

function SetUp({ name, close }: { name: string; close: () => void }) {
  const [fresh, setFresh] = useState<NewFactor | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <Dialog title={t("second_factor.set_up")} close={close}>
      {codes !== null ? (
        <OnceShown label={t("second_factor.codes")} secret={codes.join("\n")} close={close} />
      ) : fresh !== null ? (
        <FirstCode
          fresh={fresh}
          done={(told) => {
            setCodes(told);
            void refreshTurn();
          }}
        />
      ) : (
        <Prove<NewFactor>
          name={name}
          label={t("sign_in.next")}
          send={(proof) => submit<NewFactor>(path, proof, newKey())}
          done={setFresh}
        />
      )}
    </Dialog>
  );
}

function TakeOut({ name, close }: { name: string; close: () => void }) {
  return (
    <Dialog title={t("second_factor.take_out")} close={close}>
      <p class="soft">{t("second_factor.take_out_text")}</p>
      <Prove<unknown>
        name={name}
        label={t("second_factor.take_out")}
        send={(proof) => deleteResource(path, proof)}
        done={() => {
          close();
          showToast(t("second_factor.is_out"));
          void refreshTurn();
        }}
      />
    </Dialog>
  );
}

export function OwnAccount() {
  const person = useTurn().said?.signed_in;
  const [shown, setShown] = useState<"set_up" | "take_out" | null>(null);
  if (!person) return null;
  const close = (): void => setShown(null);
  return (
    <section class="measure stack">
      <h2>{t("second_factor.title")}</h2>
      <p>{person.second_factor ? t("second_factor.on") : t("second_factor.off")}</p>
      <div class="actions">
        <button type="button" onClick={() => setShown(person.second_factor ? "take_out" : "set_up")}>
          {person.second_factor ? t("second_factor.take_out") : t("second_factor.set_up")}
        </button>
      </div>
      {shown === "set_up" && <SetUp name={person.name} close={close} />}
      {shown === "take_out" && <TakeOut name={person.name} close={close} />}
    </section>
  );
}
