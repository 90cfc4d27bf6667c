// The page is locked: whoever works here opens it by PIN or password, or somebody else takes their turn.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../texts/texts.ts";
import { shownName, type Colleague, type SignedIn, type SignIn } from "../../sign_in_state.ts";
import { switchTo, unlock } from "../../turn.ts";
import { useTitle } from "../page_frame.tsx";
import { ByPin } from "./by_pin.tsx";
import { Cover } from "./cover.tsx";
import { Disc, PersonList } from "./face.tsx";
import { PasswordField } from "./password_field.tsx";
import { factorAfter, factorBody, isFactorWanted, noFactor, SecondFactor, type Factor } from "./second_factor.tsx";
import { SignInForm } from "./sign_in_form.tsx";
import { TryNote, useRefusal } from "./try_note.tsx";

function ByPassword({ person }: { person: SignedIn }) {
  const [password, setPassword] = useState("");
  const [factor, setFactor] = useState<Factor>(noFactor);
  const [refusal, setRefused] = useRefusal();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLInputElement>(".password input")?.focus(), []);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy || refusal.seconds !== null) return;
    setBusy(true);
    const answer = await unlock({ password, ...factorBody(factor) });
    setBusy(false);
    if (answer.ok) return;
    const isAsked = isFactorWanted(answer.problem);
    if (!isAsked) setPassword("");
    setFactor(factorAfter(factor, answer.problem));
    setRefused(isAsked && factor.kind === "none" ? null : answer.problem);
  };
  return (
    <form ref={form} class="sign-in" onSubmit={(event) => void send(event)}>
      <p class="by-pin-who">
        <Disc person={person} /> <bdi>{shownName(person)}</bdi>
      </p>
      <input
        class="hidden"
        type="text"
        autocomplete="username"
        value={person.name}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <PasswordField label={t("sign_in.password")} autocomplete="current-password" value={password} set={setPassword} />
      <SecondFactor factor={factor} set={setFactor} />
      <TryNote refusal={refusal} wrong={t("sign_in.wrong_password")} />
      <button type="submit" class="main wide" disabled={busy || refusal.seconds !== null}>
        {busy ? t("sign_in.busy") : t("sign_in.lock.unlock")}
      </button>
    </form>
  );
}

type Way = { kind: "pin" | "password" | "others" | "sign_in" } | { kind: "other"; person: Colleague };

export function LockScreen({ said, person }: { said: SignIn; person: SignedIn }) {
  useTitle(t("sign_in.lock.title"));
  const hasPin = said.people.some((one) => one.name === person.name);
  const others = said.people.filter((one) => one.name !== person.name);
  const [way, setWay] = useState<Way>({ kind: hasPin ? "pin" : "password" });
  const isOwn = way.kind === "pin" || way.kind === "password";
  const back = (
    <button type="button" class="quiet" onClick={() => setWay({ kind: hasPin ? "pin" : "password" })}>
      {t("sign_in.back")}
    </button>
  );
  return (
    <Cover title={t("sign_in.lock.title")} lead={t("sign_in.lock.of", { name: shownName(person) })}>
      {way.kind === "pin" && <ByPin person={person} send={(pin) => unlock({ pin })} />}
      {way.kind === "password" && <ByPassword person={person} />}
      {way.kind === "other" && <ByPin person={way.person} send={(pin) => switchTo(way.person.id, pin)} />}
      {way.kind === "others" && (
        <PersonList
          label={t("sign_in.person.switch_to")}
          people={others}
          choose={(one) => setWay({ kind: "other", person: one })}
        />
      )}
      {way.kind === "sign_in" && <SignInForm asksDevice={false} />}
      <div class="cover-ways">
        {hasPin && isOwn && (
          <button type="button" class="quiet" onClick={() => setWay({ kind: way.kind === "pin" ? "password" : "pin" })}>
            {way.kind === "pin" ? t("sign_in.lock.use_password") : t("sign_in.lock.use_pin")}
          </button>
        )}
        {isOwn && (
          <button
            type="button"
            class="quiet"
            onClick={() => setWay({ kind: others.length > 0 ? "others" : "sign_in" })}
          >
            {t("sign_in.lock.other")}
          </button>
        )}
        {way.kind === "others" && (
          <button type="button" class="quiet" onClick={() => setWay({ kind: "sign_in" })}>
            {t("sign_in.by_password")}
          </button>
        )}
        {!isOwn && back}
      </div>
    </Cover>
  );
}
