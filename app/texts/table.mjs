// Makes the table of texts that is part of the program: node table.mjs OUTPUT.cpp
// A pattern that is not one of MessageFormat, or an id that does not begin with the name of its file, ends the build. A
// language that lacks an id of English, has other arguments in one, or not all plural forms that it needs, is left out.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

// What the program itself writes. The lists beside these are of the pages alone (app/web).
export const areas = [
  "benefit",
  "care",
  "certificate",
  "comparing",
  "finding",
  "gap",
  "instrument",
  "outcome",
  "printed",
  "sentence",
  "verdict",
  "word",
];

export const languages = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort((a, b) => Number(b === "en") - Number(a === "en") || a.localeCompare(b));

// The patterns of a language by id.
export function patternsOf(language) {
  const all = new Map();
  for (const area of areas) {
    const file = join(here, language, `${area}.json`);
    for (const [id, text] of Object.entries(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {})) {
      if (!/^[a-z0-9_]+(\.[a-z0-9_]+)+$/.test(id) || !id.startsWith(`${area}.`)) {
        throw new Error(`${file}: "${id}" is no id of this file: words of a-z, 0-9 and _ after "${area}."`);
      }
      if (typeof text !== "string" || text === "") {
        throw new Error(`${file}: "${id}" has no text: write its pattern`);
      }
      all.set(id, text);
    }
  }
  return all;
}

// The arguments of a pattern, and of each plural the forms that it has. Throws what is wrong with it.
export function argumentsOf(text) {
  const named = new Set();
  const plurals = [];
  let at = 0;
  const fail = (what) => {
    throw new Error(`${what} at character ${at} of "${text}"`);
  };
  const blanks = () => {
    while (/\s/.test(text[at] ?? "")) at++;
  };
  const word = () => {
    blanks();
    const found = /^[=\w]+/.exec(text.slice(at)) ?? fail("a word is missing");
    at += found[0].length;
    blanks();
    return found[0];
  };
  const quoted = () => {
    if (text[at + 1] === "'") {
      at += 2;
    } else if (/[{}#|]/.test(text[at + 1] ?? "")) {
      const end = text.indexOf("'", at + 1);
      at = end < 0 ? fail("a quotation does not end") : end + 1;
    } else {
      at++;
    }
  };
  const message = () => {
    while (at < text.length && text[at] !== "}") {
      if (text[at] === "'") quoted();
      else if (text[at] === "{") argument();
      else at++;
    }
  };
  const argument = () => {
    at++;
    const name = word();
    named.add(name);
    if (text[at] === ",") {
      at++;
      const type = word();
      if (!/^(plural|select)$/.test(type) || text[at] !== ",") fail(`"${type}" is neither plural nor select`);
      at++;
      const forms = [];
      blanks();
      while (at < text.length && text[at] !== "}") {
        forms.push(word());
        if (text[at] !== "{") fail("{ is missing");
        at++;
        message();
        if (text[at] !== "}") fail("} is missing");
        at++;
        blanks();
      }
      if (!forms.includes("other")) fail(`the form "other" of {${name}} is missing`);
      if (type === "plural") plurals.push({ name, forms });
    }
    if (text[at] !== "}") fail("} is missing");
    at++;
  };
  message();
  if (at < text.length) fail("a } too many");
  return { names: [...named].sort(), plurals };
}

// What a language lacks of the English patterns, a line each.
export function faultsOf(language, english, patterns) {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const faults = [];
  for (const id of english.keys()) {
    if (!patterns.has(id)) {
      faults.push(`${id} is missing`);
      continue;
    }
    const { names, plurals } = argumentsOf(patterns.get(id));
    const wanted = argumentsOf(english.get(id)).names;
    if (names.join() !== wanted.join()) {
      faults.push(`${id} has {${names.join("}, {")}} in place of {${wanted.join("}, {")}}`);
    }
    for (const plural of plurals) {
      const lacks = needed.filter((form) => !plural.forms.includes(form));
      if (lacks.length > 0) faults.push(`${id} lacks of {${plural.name}}: ${lacks.join(", ")}`);
    }
  }
  for (const id of patterns.keys()) {
    if (!english.has(id)) faults.push(`${id} is no text of English`);
  }
  return faults;
}

function table(language, patterns) {
  const rows = [...patterns].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = rows.map(([id, text]) => `    {${JSON.stringify(id)}, ${JSON.stringify(text)}},`);
  return `constexpr Pattern of_${language}[] = {\n${lines.join("\n")}\n};\n`;
}

function write(output) {
  const english = patternsOf("en");
  const complete = new Map();
  for (const language of languages) {
    const patterns = patternsOf(language);
    const faults = faultsOf(language, english, patterns);
    if (faults.length === 0) {
      complete.set(language, patterns);
    } else if (language === "en") {
      throw new Error(`app/texts/en: ${faults.join("; ")}`);
    } else {
      console.log(`app/texts/${language} is not complete, and not offered: ${faults.length} faults, first ${faults[0]}`);
    }
  }
  writeFileSync(
    output,
    `// Made by app/texts/table.mjs.\n#include "app/texts/table.h"\n\nnamespace texts {\nnamespace {\n` +
      [...complete].map(([language, patterns]) => table(language, patterns)).join("") +
      `constexpr Catalogue all[] = {\n` +
      [...complete.keys()].map((language) => `    {"${language}", of_${language}},\n`).join("") +
      `};\n}  // namespace\n\nstd::span<const Catalogue> catalogues() { return all; }\n}  // namespace texts\n`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  write(process.argv[2]);
}
