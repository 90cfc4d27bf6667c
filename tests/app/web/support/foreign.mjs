// What a page says that is in no language, or in another than the page's.
import { codeIn, readText } from "./read_text.mjs";

// What has the same name in every language: the program, keys, units, and the short names of instruments, products,
// rules and statistics that stand beside the Arabic (../../shared/arabic, style).
const everywhere = new RegExp(
  [
    "Goodman and Baron|Needlebook|English|CSV|xlsx|ods|UTC|UDI|DEN160029|ICH E2A|IANA|Africa/Cairo|Alt|Ctrl|Enter",
    "Demo clinic|Demo serum|Demo pen(, \\d+ needles)?|Dark marks, gently|Scars, cheeks and forehead",
    "[KS]\\d{4}|demo|D-\\d+|root|Nurse Amal|no",
    "PI[HE]|m?MASI|IGA|GAGS|ECCA|PAHPI|SCAR-S|TEWL|DLQI|CADI",
    "SCARS|FASQoL|VAS|CompAQ|PGIC|GEA|SGA|CEA|MSI|GAIS|MELASQOL|ACNE-Q|AHA|BHA|PRP|SPF|PIN",
    "Stamp|Tram-track|Wilson|Garwood|Tewameter|Corneometer|[IV]+|\\d+[dw]|[0-9a-f]{16}",
  ]
    .map((words) => `\\b(${words})\\b`)
    .concat("g/\\(m²·h\\)", "\\([A-Z][a-z]+ \\d{4}\\)")
    .join("|"),
  "g",
);
// An id, or an argument without a value; a unit as UCUM writes it is none.
const isNoText = /\{(?!score|lesions|pores|scars)[a-z_]+\}|\b(error|field|records|frame|word)\.[a-z]/;
// Values as the book holds them; and findings of the safety rules, which are not in the lists of texts yet.
const ofOthers = ".changes td bdi, .gate, .findings";

// The texts of a page that no language is said of, and what screen readers are told.
const unmarked = (page) =>
  page.evaluate((others) => {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement: element, textContent } = walk.currentNode;
      if (!element.closest(`script, style, [lang="en"], ${others}`)) found.push(textContent.trim());
    }
    for (const name of ["aria-label", "title", "placeholder", "alt", "data-label"])
      for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name));
    return [document.title, ...found].filter((text) => text !== "");
  }, ofOthers);

// The faults of a page's texts: words of code and ids in every language; where it is in Arabic, Latin words that are
// neither marked as English, nor somebody's own, nor the same everywhere.
export async function faultsOfText(page, { language, own = [] }) {
  const keys = /-----[A-Z ]+-----|(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{22,}/g; // of the clinic, and of links
  const lines = (await readText(page)).map((line) => line.replace(keys, ""));
  const faults = [...codeIn(lines), ...lines.filter((line) => isNoText.test(line))];
  if (language === "en") return faults;
  return faults.concat(
    (await unmarked(page))
      .map((text) => own.reduce((rest, one) => rest.replaceAll(one, ""), text).replace(everywhere, ""))
      .filter((text) => /[A-Za-z]{2,}/.test(text)),
  );
}
