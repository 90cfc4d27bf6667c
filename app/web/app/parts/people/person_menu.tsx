// Who works here: in the bar of every page. Opens what changes it: another person, the lock, the PIN, signing out.
import { useState } from "preact/hooks";
import { messages } from "../../messages.ts";
import { shownName, type Colleague, type SignedIn } from "../../sign_in_state.ts";
import { lock, signOut, switchTo, useTurn } from "../../turn.ts";
import { Dialog } from "../dialog.tsx";
import { ByPin } from "./by_pin.tsx";
import { ChangePassword } from "./change_password.tsx";
import { Emergency } from "../access/emergency.tsx";
import { Disc, PersonList } from "./face.tsx";
import { SetPin } from "./set_pin.tsx";
import { SignInForm } from "./sign_in_form.tsx";

const texts = messages.person;

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
      <Dialog title={messages.signIn.title} close={close}>
        <SignInForm asksDevice={false} done={close} />
      </Dialog>
    );
  if (step !== "list")
    return (
      <Dialog title={texts.switchTo} close={close}>
        <ByPin person={step} send={(pin) => switchTo(step.id, pin)} done={close} />
        <div class="cover-ways">
          <button type="button" class="quiet" onClick={() => setStep("list")}>
            {messages.signIn.back}
          </button>
          <button type="button" class="quiet" onClick={() => setStep("sign_in")}>
            {messages.lock.usePassword}
          </button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={texts.switchTo} close={close}>
      {others.length > 0 ? (
        <PersonList label={texts.switchTo} people={others} choose={setStep} />
      ) : (
        <p class="soft">{texts.nobody}</p>
      )}
      <button type="button" onClick={() => setStep("sign_in")}>
        {texts.somebody}
      </button>
      <section class="person-own">
        <h3>
          {texts.own}: <bdi>{shownName(person)}</bdi>, {messages.roles[person.role] ?? person.role}
        </h3>
        <div class="person-do">
          <button type="button" aria-keyshortcuts="Alt+L" onClick={() => void lock()}>
            {messages.lock.now}
          </button>
          <button type="button" onClick={() => open("pin")}>
            {hasPin ? messages.pin.change : messages.pin.set}
          </button>
          <button type="button" onClick={() => open("password")}>
            {texts.password}
          </button>
          <button type="button" onClick={() => open("emergency")}>
            {messages.emergency.open}
          </button>
          <button type="button" onClick={() => void leave(false)}>
            {texts.signOut}
          </button>
        </div>
        {unsent && (
          <div class="note note-warn" role="alert">
            <p>{texts.unsent}</p>
            <button type="button" onClick={() => void leave(true)}>
              {texts.signOutAnyway}
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
        <span class="hidden">{texts.open}</span>
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
