// What a correction changes, before it is sent: each field with what was and what is to be.
import type { Changed } from "../changed.ts";
import { momentText } from "../format.ts";
import { nameOf, titleOf } from "../words.ts";
import { t, word } from "../../texts/texts.ts";

const labelOf = (name: string): string =>
  name
    .split(": ")
    .map((part) => word("records.fields", part) ?? titleOf(part))
    .join(": ");
const isDay = /^\d{4}-\d\d-\d\d/;
const shown = (text: string): string =>
  text === "" ? t("frame.not_given") : isDay.test(text) ? momentText(text) : nameOf(text);

export function ChangedFields({ changed }: { changed: readonly Changed[] }) {
  if (changed.length === 0) return <p class="soft">{t("patient.unchanged")}</p>;
  return (
    <ul class="changed" aria-label={t("patient.changed")}>
      {changed.map(({ name, was, is }) => (
        <li key={name}>
          <bdi>{t("patient.changed_line", { field: labelOf(name), was: shown(was), now: shown(is) })}</bdi>
        </li>
      ))}
    </ul>
  );
}
