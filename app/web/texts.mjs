// The texts of app/texts for the pages: read, held against English, and made into what texts/message.ts writes.
//   node texts.mjs     writes texts/ids.ts: the ids and what each is given, so that a missing value does not compile
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "../texts");

// What the program says of itself in its answers: an id and values (texts/phrase.ts).
export const answers = [
  "benefit",
  "care",
  "comparing",
  "finding",
  "error",
  "gap",
  "instrument",
  "outcome",
  "printed",
  "sentence",
  "verdict",
  "word",
];

// What the pages show.
export const areas = [
  ...answers,
  "access",
  "away",
  "care_page",
  "chart",
  "design",
  "entries",
  "field",
  "file",
  "first_start",
  "frame",
  "import",
  "ledger",
  "lots",
  "observe",
  "outcomes",
  "own",
  "patient",
  "patients",
  "people",
  "photos",
  "rating",
  "plot",
  "records",
  "recovery",
  "report",
  "second_factor",
  "session",
  "settings",
  "sign_in",
  "sign_off",
  "today",
  "visit",
];

export const languages = () =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? one.name : []));

// Id → pattern of the areas that are there.
export function patternsOf(language, wanted = areas) {
  const there = readdirSync(join(folder, language));
  return Object.assign(
    {},
    ...wanted
      .filter((area) => there.includes(`${area}.json`))
      .map((area) => JSON.parse(readFileSync(join(folder, language, `${area}.json`), "utf8"))),
  );
}

const parts = (elements, id) =>
  elements.map((element) => {
    switch (element.type) {
      case TYPE.literal:
        return element.value;
      case TYPE.argument:
        return [element.value];
      case TYPE.pound:
        return 0;
      case TYPE.plural:
      case TYPE.select: {
        if (element.offset) throw new Error(`${id}: an offset is not written here`);
        const options = Object.entries(element.options).map(([name, { value }]) => [name, parts(value, id)]);
        const choice = element.type === TYPE.plural ? "plural" : "select";
        return [element.value, choice, Object.fromEntries(options)];
      }
      default:
        throw new Error(`${id}: only {name}, plural and select are written here`);
    }
  });

// A text, or its parts; throws with the id where the pattern is none.
export function messageOf(id, pattern) {
  let elements;
  try {
    elements = parse(pattern, { ignoreTag: true });
  } catch (error) {
    throw new Error(`${id}: ${pattern}: ${error.message}`, { cause: error });
  }
  const made = parts(elements, id);
  return made.every((part) => typeof part === "string") ? made.join("") : made;
}

export const catalogueOf = (language, wanted = areas) =>
  Object.fromEntries(Object.entries(patternsOf(language, wanted)).map(([id, pattern]) => [id, messageOf(id, pattern)]));

// Name → how it is used: "value", "plural", or the words that are asked for, sorted.
export function valuesOf(message, found = {}) {
  if (typeof message === "string") return found;
  for (const part of message) {
    if (!Array.isArray(part)) continue;
    const [name, choice, options] = part;
    const use = choice === "select" ? Object.keys(options).sort().join(" ") : (choice ?? "value");
    if (!(name in found) || found[name] === "value") found[name] = use;
    for (const option of Object.values(options ?? {})) valuesOf(option, found);
  }
  return found;
}

// The choices by number, wherever they stand.
export function pluralsOf(message) {
  if (typeof message === "string") return [];
  return message.flatMap((part) => {
    if (!Array.isArray(part) || part.length < 3) return [];
    const [, choice, options] = part;
    const inner = Object.values(options).flatMap(pluralsOf);
    return choice === "plural" ? [Object.keys(options), ...inner] : inner;
  });
}

// What keeps a language from being offered: ids that are missing, strange, or take other values, and plural forms that
// the language has and a text has not. Of a select the words may be more than in English.
export function faultsOfTexts(language, base, other) {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const order = ["zero", "one", "two", "few", "many", "other"];
  const names = (message) => Object.keys(valuesOf(message)).sort().join(" ");
  const isForm = (form) => forms.includes(form);
  return [
    ...Object.keys(base)
      .filter((id) => !(id in other))
      .map((id) => `${id}: is missing`),
    ...Object.keys(other)
      .filter((id) => !(id in base))
      .map((id) => `${id}: is not in English`),
    ...Object.keys(other)
      .filter((id) => id in base && names(other[id]) !== names(base[id]))
      .map((id) => `${id}: has the values “${names(other[id])}”, in English “${names(base[id])}”`),
    ...Object.keys(other).flatMap((id) =>
      pluralsOf(other[id]).flatMap((there) =>
        order
          .filter((form) => isForm(form) && !there.includes(form))
          .map((form) => `${id}: has no plural form "${form}"`),
      ),
    ),
  ];
}

export const faultsOf = (language, wanted = areas) =>
  faultsOfTexts(language, catalogueOf("en", wanted), catalogueOf(language, wanted));

// English, and whatever is as complete: what pages and reports can be in.
export const offered = () => languages().filter((language) => language === "en" || faultsOf(language).length === 0);

// For esbuild: the module "texts:en" has the texts of a language, "texts:en/plot+word" those of some areas.
export const textModules = {
  name: "texts",
  setup(build) {
    build.onResolve({ filter: /^texts:/ }, ({ path }) => ({ path: path.slice("texts:".length), namespace: "texts" }));
    build.onLoad({ filter: /.*/, namespace: "texts" }, ({ path }) => {
      const [language, some] = path.split("/");
      return { loader: "json", contents: JSON.stringify(catalogueOf(language, some ? some.split("+") : areas)) };
    });
  },
};

const quoted = (text) => JSON.stringify(text);
const typeOf = (use) =>
  use === "value" ? "Given" : use === "plural" ? "number | Written" : use.split(" ").map(quoted).join(" | ");

function idTypes() {
  const catalogue = catalogueOf("en");
  const plain = Object.keys(catalogue).filter((id) => typeof catalogue[id] === "string");
  const groups = new Map();
  for (const id of plain) {
    for (let at = id.indexOf("."); at > 0; at = id.indexOf(".", at + 1)) {
      const [group, name] = [id.slice(0, at), id.slice(at + 1)];
      groups.set(group, [...(groups.get(group) ?? []), name]);
    }
  }
  const values = Object.entries(catalogue)
    .filter(([, message]) => typeof message !== "string")
    .map(([id, message]) => {
      const fields = Object.entries(valuesOf(message)).map(([name, use]) => `${name}: ${typeOf(use)}`);
      return `  ${quoted(id)}: { ${fields.join("; ")} };`;
    });
  return `// Made by app/web/texts.mjs.
import type { Given, Written } from "./message.ts";

export type PlainId = ${plain.map((id) => `\n  | ${quoted(id)}`).join("")};

export interface Values {
${values.join("\n")}
}

export interface Words {
${[...groups].map(([group, names]) => `  ${quoted(group)}: ${names.map(quoted).join(" | ")};`).join("\n")}
}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(here, "texts/ids.ts"), idTypes());
