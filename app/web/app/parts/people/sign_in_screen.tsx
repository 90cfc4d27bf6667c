// Nobody is signed in here: name and password, or a PIN where others signed in by password today.
import { useState } from "preact/hooks";
import { t } from "../../../texts/texts.ts";
import type { Colleague, SignIn } from "../../sign_in_state.ts";
import { switchTo } from "../../turn.ts";
import { useTitle } from "../page_frame.tsx";
import { ByPin } from "./by_pin.tsx";
import { Cover } from "./cover.tsx";
import { PersonList } from "./face.tsx";
import { SignInForm } from "./sign_in_form.tsx";

export function SignInScreen({ said }: { said: SignIn }) {
  useTitle(t("sign_in.title"));
  const [chosen, setChosen] = useState<Colleague | null>(null);
  return (
    <Cover title={t("sign_in.title")} lead={said.clinic ? t("sign_in.lead", { clinic: said.clinic }) : undefined}>
      {chosen ? (
        <>
          <ByPin person={chosen} send={(pin) => switchTo(chosen.id, pin)} />
          <button type="button" class="quiet" onClick={() => setChosen(null)}>
            {t("sign_in.by_password")}
          </button>
        </>
      ) : (
        <>
          {said.people.length > 0 && (
            <section>
              <h2>{t("sign_in.by_pin")}</h2>
              <PersonList label={t("sign_in.by_pin")} people={said.people} choose={setChosen} />
            </section>
          )}
          <SignInForm asksDevice={said.people.length === 0} />
        </>
      )}
    </Cover>
  );
}
