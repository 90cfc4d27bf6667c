// The texts of every language: each id is there, takes the same values, and has all plural forms of its language.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  answers,
  areas,
  faultsOf,
  faultsOfTexts,
  languages,
  messageOf,
  patternsOf,
} from "../../../../app/web/texts.mjs";

const web = join(dirname(fileURLToPath(import.meta.url)), "../../../../app/web");
const sources = ["app", "chart", "report", "file", "texts"].flatMap((folder) =>
  readdirSync(join(web, folder), { recursive: true })
    .filter((name) => /\.tsx?$/.test(name) && name !== "ids.ts")
    .map((name) => readFileSync(join(web, folder, name), "utf8")),
);
sources.push(readFileSync(join(web, "build.mjs"), "utf8")); // what a report says without its script

for (const language of languages()) {
  test(`nothing is missing or strange in ${language}`, () => assert.deepEqual(faultsOf(language), []));
}

test("an id is dotted words in lower case that begin with its file", () => {
  for (const area of areas) {
    for (const id of Object.keys(patternsOf("en", [area])))
      assert.match(id, new RegExp(`^${area}(\\.[a-z0-9_]+)+$`), `${area}: ${id}`);
  }
});

test("every text is asked for by a page, by its id or as a word of its group", () => {
  const all = sources.join("\n");
  const asked = (id) => {
    if (all.includes(`"${id}"`)) return true;
    for (let at = id.indexOf("."); at > 0; at = id.indexOf(".", at + 1)) {
      const group = id.slice(0, at);
      if (all.includes(`word("${group}"`) || all.includes(`word(\`${group}`) || all.includes(`\`${group}.\${`))
        return true;
    }
    const [, stem] = /^(.*)\.[^.]+\.[^.]+$/.exec(id) ?? [];
    return stem !== undefined && (all.includes(`\`${stem}.\${`) || all.includes(`word(\`${stem}.\${`));
  };
  assert.deepEqual(
    Object.keys(
      patternsOf(
        "en",
        areas.filter((area) => !answers.includes(area)),
      ),
    ).filter((id) => !asked(id)),
    [],
  );
});

// The codes of errors in C++: "error.CODE" whole, or CODE where a problem is told as one.
const programs = ["app", "schema", "db"].flatMap((folder) =>
  readdirSync(join(web, "../..", folder), { recursive: true, withFileTypes: true })
    .filter((entry) => /\.(cpp|h)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), "utf8")),
);

test("every error that the program tells has its texts, and every text of an error is told", () => {
  const all = programs.join("\n");
  const page = sources.join("\n");
  const ids = Object.keys(patternsOf("en", ["error"]));
  const told = [...all.matchAll(/(?:\.as\(\s*"|"error\.)([a-z_]+(?:\.[a-z_]+)*)"/g)].map(([, code]) => `error.${code}`);
  assert.deepEqual(
    told.filter((id) => !ids.includes(id)),
    [],
  );
  const isTold = (id) => {
    const code = id.replace(/^error\./, "").replace(/\.try$/, "");
    if (code.startsWith("refused_")) return page.includes("`error.refused_${");
    return all.includes(`"${code}"`) || all.includes(`"error.${code}"`);
  };
  assert.deepEqual(
    ids.filter((id) => !isTold(id) && !id.startsWith("error.form.")),
    [],
  );
});

test("a language that lacks an id, a value or a plural form is told so", () => {
  const english = {
    "a.plain": "Day",
    "a.count": "{days, plural, one {# day} other {# days}}",
    "a.who": "{name} is in",
  };
  const arabic = { "a.count": "{days, plural, one {يوم} other {# يوم}}", "a.who": "{person} هنا", "a.more": "و" };
  const made = (all) => Object.fromEntries(Object.entries(all).map(([id, text]) => [id, messageOf(id, text)]));
  assert.deepEqual(faultsOfTexts("ar", made(english), made(arabic)), [
    "a.plain: is missing",
    "a.more: is not in English",
    "a.who: has the values “person”, in English “name”",
    'a.count: has no plural form "zero"',
    'a.count: has no plural form "two"',
    'a.count: has no plural form "few"',
    'a.count: has no plural form "many"',
  ]);
  const whole = { ...english, "a.count": "{days, plural, zero {} one {} two {} few {#} many {#} other {#}}" };
  assert.deepEqual(faultsOfTexts("ar", made(english), made(whole)), []);
});

test("a pattern that is none is refused with its id", () => {
  assert.throws(() => messageOf("a.b", "{days, plural, one {# day}"), /a\.b: \{days/);
  assert.throws(() => messageOf("a.b", "{days, number, percent}"), /a\.b: only/);
  assert.equal(messageOf("a.b", "the book''s '{braces}'"), "the book's {braces}");
});
