// Who works here: in the bar of every page. Opens what changes it: another person, the lock, the PIN, signing out.
import { useState } from "preact/hooks";
import { t, word } from "../../../texts/texts.ts";
import { shownName, type Colleague, type SignedIn } from "../../sign_in_state.ts";
import { lock, signOut, switchTo, useTurn } from "../../turn.ts";
import { LanguageField } from "../language_field.tsx";
import { Dialog } from "../dialog.tsx";
import { ByPin } from "./by_pin.tsx";
import { ChangePassword } from "./change_password.tsx";
import { Emergency } from "../access/emergency.tsx";
import { Disc, PersonList } from "./face.tsx";
import { SetPin } from "./set_pin.tsx";
import { SignInForm } from "./sign_in_form.tsx";

interface MenuProps {
  person: SignedIn;
  others: Colleague[];
  hasPin: boolean;
  open: (what: "pin" | "password" | "emergency") => void;
  close: () => void;
}

function Menu({ person, others, hasPin, open, close }: MenuProps) {
  const [step, setStep] = useState<"list" | "sign_in" | Colleague>("list");
  const [unsent, setUnsent] = useState(false);
  const leave = async (even: boolean): Promise<void> => setUnsent(!(await signOut(even)));
  if (step === "sign_in")
    return (
      <Dialog title={t("sign_in.title")} close={close}>
        <SignInForm asksDevice={false} done={close} />
      </Dialog>
    );
  if (step !== "list")
    return (
      <Dialog title={t("sign_in.person.switch_to")} close={close}>
        <ByPin person={step} send={(pin) => switchTo(step.id, pin)} done={close} />
        <div class="cover-ways">
          <button type="button" class="quiet" onClick={() => setStep("list")}>
            {t("sign_in.back")}
          </button>
          <button type="button" class="quiet" onClick={() => setStep("sign_in")}>
            {t("sign_in.lock.use_password")}
          </button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t("sign_in.person.switch_to")} close={close}>
      {others.length > 0 ? (
        <PersonList label={t("sign_in.person.switch_to")} people={others} choose={setStep} />
      ) : (
        <p class="soft">{t("sign_in.person.nobody")}</p>
      )}
      <button type="button" onClick={() => setStep("sign_in")}>
        {t("sign_in.person.somebody")}
      </button>
      <section class="person-own">
        <h3>
          {t("sign_in.person.own")}: <bdi>{shownName(person)}</bdi>, {word("people.roles", person.role) ?? person.role}
        </h3>
        <div class="person-do">
          <button type="button" aria-keyshortcuts="Alt+L" onClick={() => void lock()}>
            {t("sign_in.lock.now")}
          </button>
          <button type="button" onClick={() => open("pin")}>
            {hasPin ? t("sign_in.pin.change") : t("sign_in.pin.set")}
          </button>
          <button type="button" onClick={() => open("password")}>
            {t("sign_in.person.password")}
          </button>
          <button type="button" onClick={() => open("emergency")}>
            {t("access.emergency.open")}
          </button>
          <button type="button" onClick={() => void leave(false)}>
            {t("sign_in.person.sign_out")}
          </button>
        </div>
        <LanguageField />
        {unsent && (
          <div class="note note-warn" role="alert">
            <p>{t("sign_in.person.unsent")}</p>
            <button type="button" onClick={() => void leave(true)}>
              {t("sign_in.person.sign_out_anyway")}
            </button>
          </div>
        )}
      </section>
    </Dialog>
  );
}

export function PersonMenu() {
  const { said } = useTurn();
  const [shown, setShown] = useState<"menu" | "pin" | "password" | "emergency" | null>(null);
  const person = said?.signed_in;
  if (!said?.accounts || !person) return null;
  const close = (): void => setShown(null);
  const hasPin = said.people.some((one) => one.name === person.name);
  return (
    <>
      <button type="button" class="me" aria-haspopup="dialog" onClick={() => setShown("menu")}>
        <Disc person={person} /> <bdi class="me-name">{shownName(person)}</bdi>
        <span class="hidden">{t("sign_in.person.open")}</span>
      </button>
      {shown === "menu" && (
        <Menu
          person={person}
          others={said.people.filter((one) => one.name !== person.name)}
          hasPin={hasPin}
          open={setShown}
          close={close}
        />
      )}
      {shown === "pin" && <SetPin close={close} />}
      {shown === "emergency" && <Emergency close={close} />}
      {shown === "password" && <ChangePassword name={person.name} close={close} />}
    </>
  );
}
