// What a rule says: marked as English where it was recorded and the page is in another language.
import { t } from "../../texts/texts.ts";
import { asRecorded, type SaidText } from "../finding_text.ts";
import { spoken } from "../words.ts";

export const Said = ({ of: { text, lang } }: { of: SaidText }) =>
  lang === undefined ? (
    <>{text}</>
  ) : (
    <bdi lang={lang} dir="ltr">
      {text}
    </bdi>
  );

export const Source = ({ text }: { text: string }) => (
  <p class="soft small">
    {t("session.source", { text: "" })}
    <Said of={asRecorded(spoken(text))} />
  </p>
);
