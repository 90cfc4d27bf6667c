// A patient's name in the language of the pages, where the book has it in that language.
import { inUse } from "../../texts/texts.ts";
import type { Named } from "../whom.ts";

// The name that is read first here, and the other one; null where the book has none.
export function namesOf({ name, name_ar: inArabic }: Pick<Named, "name" | "name_ar">): {
  first: { text: string; isArabic: boolean } | null;
  other: { text: string; isArabic: boolean } | null;
} {
  const latin = name ? { text: name, isArabic: false } : null;
  const arabic = inArabic ? { text: inArabic, isArabic: true } : null;
  const [first, other] = inUse().code === "ar" ? [arabic, latin] : [latin, arabic];
  return first ? { first, other } : { first: other, other: null };
}

const langOf = (isArabic: boolean): string | undefined => (isArabic ? "ar" : undefined);

export function PersonName({ of }: { of: Named }) {
  const { first } = namesOf(of);
  return <bdi lang={first ? langOf(first.isArabic) : undefined}>{first?.text ?? of.chart}</bdi>;
}

// The name in the other script, where there is one.
export function OtherName({ of }: { of: Named }) {
  const { other } = namesOf(of);
  if (other === null) return null;
  return (
    <bdi class="soft" lang={langOf(other.isArabic)}>
      {other.text}
    </bdi>
  );
}
