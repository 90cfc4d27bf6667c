// Nobody is signed in here: name and password, or a PIN where others signed in by password today.
import { useState } from "preact/hooks";
import { messages } from "../../messages.ts";
import type { Colleague, SignIn } from "../../sign_in_state.ts";
import { switchTo } from "../../turn.ts";
import { useTitle } from "../page_frame.tsx";
import { ByPin } from "./by_pin.tsx";
import { Cover } from "./cover.tsx";
import { PersonList } from "./face.tsx";
import { SignInForm } from "./sign_in_form.tsx";

const texts = messages.signIn;

export function SignInScreen({ said }: { said: SignIn }) {
  useTitle(texts.title);
  const [chosen, setChosen] = useState<Colleague | null>(null);
  return (
    <Cover title={texts.title} lead={said.clinic ? texts.lead(said.clinic) : undefined}>
      {chosen ? (
        <>
          <ByPin person={chosen} send={(pin) => switchTo(chosen.id, pin)} />
          <button type="button" class="quiet" onClick={() => setChosen(null)}>
            {texts.byPassword}
          </button>
        </>
      ) : (
        <>
          {said.people.length > 0 && (
            <section>
              <h2>{texts.byPin}</h2>
              <PersonList label={texts.byPin} people={said.people} choose={setChosen} />
            </section>
          )}
          <SignInForm asksDevice={said.people.length === 0} />
        </>
      )}
    </Cover>
  );
}
