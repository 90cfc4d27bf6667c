import "../texts/in_english.ts";
import assert from "node:assert/strict";
import { test } from "node:test";

import arabic from "texts:ar";
import english from "texts:en";
import type { Problem } from "../../../../app/web/app/api.ts";
import { whereText } from "../../../../app/web/app/import_where.ts";
import { ImportRefusal, ProblemList } from "../../../../app/web/app/parts/import/preview.tsx";
import { english as inEnglish, languageOf } from "../../../../app/web/texts/language.ts";
import { setTexts } from "../../../../app/web/texts/texts.ts";

interface Element {
  type: string | ((props: Element["props"]) => unknown);
  props: { children?: unknown; lang?: string };
}

// The text of what has no state, without marks of direction; what is marked as English stands in [].
function textIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(textIn).join("");
  if (typeof node === "string" || typeof node === "number") return String(node).replace(/[\u2066-\u2069]/g, "");
  if (typeof node !== "object" || node === null) return "";
  const { type, props } = node as Element;
  const text = textIn(typeof type === "function" ? type(props) : props.children);
  return props.lang === "en" ? `[${text}]` : text;
}

function inArabic<Result>(run: () => Result): Result {
  setTexts(languageOf("ar"), arabic);
  try {
    return run();
  } finally {
    setTexts(inEnglish, english);
  }
}

const unknown = {
  where: 'clinic.csv:3: column 1 "Chart"',
  what: 'there is no patient "C-9"; also on line 5',
  remedy: "add the patient first, or say --create-patients",
  id: "error.patient_unknown",
  values: { chart: "C-9" },
  rows: 2,
  lines: [3, 5],
};
const unusual = {
  where: "clinic.csv:4",
  what: "implausible: iga: 9 is unusual",
  remedy: "correct it; if all of them are so, say --confirm implausible",
  id: "error.row_implausible",
  values: { reason: { id: "error.far_ahead", values: { field: { id: "records.fields.at", values: {} } } } },
};
const of = (problem: object): string => textIn(ProblemList({ problems: [problem as typeof unknown] })).trim();

test("a problem of rows says where it stands, what is wrong, on which lines, and what to do", () => {
  assert.equal(
    of(unknown),
    "Line 3, column “Chart”: There is no patient “C-9”. Also on line 5. " +
      "Add the patient first, or choose to register patients that are not known.",
  );
  assert.equal(
    inArabic(() => of(unknown)),
    "السطر 3، العمود «Chart»: لا يوجد مريض برقم الملف «C-9». وكذلك في السطر: 5. " +
      "ما العمل: إضافة المريض أولًا، أو اختيار تسجيل المرضى غير المعروفين.",
  );
});

test("what would be asked back of a form says why, and how to record it all the same", () => {
  assert.equal(
    of(unusual).replace(/ +/g, " "),
    "Line 4: Unusual: “When” is many years ahead. Correct it; if it is so, record it by hand.",
  );
  assert.doesNotMatch(
    inArabic(() => of(unusual)),
    /\[|[A-Za-z]{3}/,
  );
});

test("what has no text is in Arabic marked as English, and names no option of the command line", () => {
  const bare = { where: "--fill-down", what: 'no column is mapped to "x"', remedy: "name a field that has a column" };
  assert.equal(of(bare).replace(/ +/g, " "), 'no column is mapped to "x" name a field that has a column');
  const text = inArabic(() => of(bare));
  assert.match(text, /\[no column is mapped to "x"\. name a field that has a column\.\]/);
  assert.doesNotMatch(text, /--/);
});

test("where it stands is said of a line, a column, a sheet and the file", () => {
  assert.equal(whereText("visits.csv:17"), "Line 17");
  assert.equal(whereText('visits.csv:17: column 3 "At: 1"'), "Line 17, column “At: 1”");
  assert.equal(whereText("visits.csv:17: column 3"), "Line 17, column “3”");
  assert.equal(whereText('visits.csv: column 3 "Pain"'), "Column “Pain”");
  assert.equal(whereText('book.xlsx: sheet "2026"'), "Sheet “2026”");
  assert.equal(whereText("visits.csv"), "visits.csv");
  assert.equal(whereText("--values"), "");
});

test("a file that cannot be read says in which line, and any other refusal what every page says", () => {
  const refusal = {
    status: 422,
    title: "",
    detail: "character 4 of the line: 0xE9 (byte 12 of the file) is not UTF-8 text",
    remedy: "",
    id: "error.text_unreadable",
    values: { character: 4 },
    errors: [
      {
        field: "visits.csv:2",
        detail: "character 4 of the line: 0xE9 (byte 12 of the file) is not UTF-8 text",
        try: "say how the file is written, for example --encoding latin1",
        id: "error.text_unreadable",
        values: { character: 4 },
      },
    ],
    findings: [],
    questions: [],
    stored: null,
    code: "",
    waitS: 0,
    triesLeft: null,
  } satisfies Problem;
  assert.equal(
    textIn(ImportRefusal({ problem: refusal })).replace(/ +/g, " "),
    "Line 2: Character 4 of the line cannot be read. Save the file as UTF-8.",
  );
  const busy = { ...refusal, status: 503, id: "error.busy", values: {}, errors: [] };
  assert.equal(textIn(ImportRefusal({ problem: busy })), "The book is busy.Wait a moment, then try again.");
});
