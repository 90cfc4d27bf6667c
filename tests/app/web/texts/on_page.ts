// What the program writes, as the pages do: the days of records have their day of the week there.
import { axisDayText, dayText } from "../../../../app/web/texts/dates.ts";
import type { Language } from "../../../../app/web/texts/language.ts";

interface Day {
  date: string;
  form: string;
}

function recordDays(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { date, form } = value as Partial<Day>;
  return form === "record" && date !== undefined ? [date] : Object.values(value).flatMap(recordDays);
}

export const onPage = (text: string, values: unknown, language: Language): string =>
  recordDays(values).reduce(
    (now, day) => now.replaceAll(language.code === "en" ? day : axisDayText(day, language), dayText(day, language)),
    text,
  );
