// One's own account: whether it asks for a code of an app beside the password, and where it is signed in.
import { useState } from "preact/hooks";
import { deleteResource, newKey, submit, type Problem } from "../../api.ts";
import { t } from "../../../texts/texts.ts";
import { showToast } from "../../toast.ts";
import { refreshTurn, useTurn } from "../../turn.ts";
import { Dialog } from "../dialog.tsx";
import { Field } from "../field.tsx";
import { ProblemNote } from "../problem.tsx";
import { QrCode } from "../qr_code.tsx";
import { OnceShown } from "./once_shown.tsx";
import { OwnDevices } from "./own_devices.tsx";
import { Prove } from "./prove.tsx";

const path = "/second-factor";

interface NewFactor {
  address: string;
  typed: string;
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
    <>
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
      <OwnDevices name={person.name} />
    </>
  );
}
