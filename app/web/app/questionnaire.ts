// The answers of a questionnaire, one for each item; as a form's text they are "1,0,,2". Pure.

export const questionnaires = {
  dlqi: { items: 10, most: 3 },
  cadi: { items: 5, most: 3 },
} as const;
export type QuestionnaireName = keyof typeof questionnaires;

export const isQuestionnaire = (name: string): name is QuestionnaireName => name in questionnaires;

export const answersOf = (text: string, items: number): string[] => {
  const given = text === "" ? [] : text.split(",").map((each) => each.trim());
  return Array.from({ length: items }, (_, index) => given[index] ?? "");
};

// "" again where nothing is answered any more.
export function withAnswer(text: string, items: number, index: number, answer: string): string {
  const next = answersOf(text, items).map((each, at) => (at === index ? answer : each));
  return next.every((each) => each === "") ? "" : next.join(",");
}
