// What a rule says: marked as English where it was recorded and the page is in another language.
import type { SaidText } from "../finding_text.ts";

export const Said = ({ of: { text, lang } }: { of: SaidText }) =>
  lang === undefined ? (
    <>{text}</>
  ) : (
    <bdi lang={lang} dir="ltr">
      {text}
    </bdi>
  );
