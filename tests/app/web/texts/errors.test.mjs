// What the program says is wrong: every problem that a page can meet has texts, with the values that they take; the
// places without texts are those that no page meets, and their number does not grow.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { patternsOf } from "../../../../app/web/texts.mjs";
import { argumentsOf } from "../../../../app/texts/table.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../../..");
const sources = ["app", "db", "schema"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => /\.(cpp|h)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => ({ file: relative(root, path), text: readFileSync(path, "utf8") })),
);
const texts = patternsOf("en", ["error"]);

// The place of the bracket that closes the one at `at`; brackets within texts are none.
function end(text, at) {
  let depth = 0;
  for (let inText = false; ; at++) {
    if (inText) {
      if (text[at] === "\\") at++;
      else inText = text[at] !== '"';
    } else if (text[at] === '"') {
      inText = true;
    } else if ("([{".includes(text[at])) {
      depth++;
    } else if (")]}".includes(text[at]) && --depth === 0) {
      return at;
    }
  }
}

// What stands between the commas of a list, brackets left whole.
function parts(list) {
  const found = [];
  let from = 0;
  for (let at = 0; at < list.length; at++) {
    if (list[at] === '"') {
      while (list[++at] !== '"') if (list[at] === "\\") at++;
    } else if ("([{".includes(list[at])) {
      at = end(list, at);
    } else if (list[at] === ",") {
      found.push(list.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...found, list.slice(from).trim()].filter((part) => part !== "");
}

const takes = (code) =>
  [`error.${code}`, `error.${code}.try`].flatMap((id) => (texts[id] === undefined ? [] : argumentsOf(texts[id]).names));

// The codes of `.as("a", {{"b", c}})`, or of a choice between several, and the names of the values: null where they
// are not written out there.
function told({ text }) {
  return [...text.matchAll(/\.as\(/g)].map(({ index }) => {
    const [code, values = "{}"] = parts(text.slice(index + 4, end(text, index + 3)));
    const codes = [...code.matchAll(/"([a-z_]+)"/g)].map((found) => found[1]);
    const names = values.startsWith("{")
      ? parts(values.slice(1, -1)).map((each) => /^\{\s*"([a-z_]+)"/.exec(each)?.[1])
      : [undefined];
    return { codes, names: names.includes(undefined) ? null : names };
  });
}

test("every error is told with the values that its texts take, and no others", () => {
  const all = sources.flatMap((source) => told(source).map((each) => ({ ...each, file: source.file })));
  assert.ok(all.filter(({ names }) => names !== null && names.length > 0).length > 50);
  const wrong = all
    .filter(({ names }) => names !== null)
    .flatMap(({ file, codes, names }) => [
      ...codes.flatMap((code) =>
        takes(code)
          .filter((name) => !names.includes(name))
          .map((name) => `${file}: ${code} lacks {${name}}`),
      ),
      ...names
        .filter((name) => codes.length > 0 && !codes.some((code) => takes(code).includes(name)))
        .map((name) => `${file}: no text of ${codes.join(", ")} takes {${name}}`),
    ]);
  assert.deepEqual(wrong, []);
});

test("no remedy of a page is of the terminal", () => {
  for (const language of ["en", "ar"]) {
    const said = Object.entries(patternsOf(language, ["error"]));
    assert.deepEqual(
      said.filter(([, text]) => /`|--\w|needlebook|HEADER|COLUMN|FIELD/.test(text)),
      [],
    );
  }
});

// Where a problem is made. Of what is damaged, full or unavailable a page has one text each, whatever it is
// (app/server/http/problem.cpp).
const named = "(?<![\\w.>:])(?:schema::)?(?:(?:refused|misused|missing|changed|forbidden|busy)\\(|Problem\\{)";
const pushed = "\\b(?:problems_?|warnings|open|faults|missing_)\\.push_back\\(\\s*(?=\\{)";
const making = new RegExp(`${named}|${pushed}`, "g");

function withoutCode({ file, text }) {
  return [...text.matchAll(making)].flatMap((found) => {
    const from = found.index + found[0].length;
    const open = found[0].trimEnd().endsWith("(") && text[from] === "{" ? from : from - 1;
    const after = end(text, open);
    const isDeclared = /(?:Error|void|bool|Phrase|Suggestion|Finding)\s+$/.test(text.slice(0, found.index));
    const isTold = /^\)*\s*\)?\s*\.as\(/.test(text.slice(after + 1)) || /\btold\b/.test(text.slice(open, after));
    const isPlace = text.slice(open, after).includes('"') || text.slice(open, after).includes("what");
    return isDeclared || isTold || !isPlace ? [] : [file];
  });
}

// The places without texts, by why no page meets them. A page that comes to meet one wants a code there.
const notMet = {
  "a word of the command line, or a folder or file that is named there": {
    "app/export/listing.cpp": 1,
    "app/export/workbook.cpp": 2,
    "db/key/sealed_key.cpp": 1,
    "app/cli/": Infinity,
    "app/backup/": Infinity,
    "app/export/export_place.cpp": 5,
    "app/import/import_bytes.cpp": 2,
    "app/import/proposal/rules.cpp": 3,
    "app/import/proposal/proposal.cpp": 1,
    "app/tracking/agreement.cpp": 9,
    "app/tracking/people/clinic_key.cpp": 2,
    "app/server/network.cpp": 3,
    "app/server/server.cpp": 3,
    "app/server/http/arrivals.cpp": 1,
    "app/server/http/daemon.cpp": 1,
    "app/server/http/listening_socket.cpp": 3,
    "app/server/tls/": Infinity,
    "db/backup.cpp": 3,
    "db/book.cpp": 1,
    "db/copies.cpp": 1,
    "db/file/book_files.cpp": 1,
    "db/file/private_file.cpp": 1,
    "db/file/staged_path.cpp": 1,
    "db/key/signing_key.cpp": 3,
    "db/ledger/ledger.cpp": 1,
    "db/upgrade.cpp": 2,
    "schema/kinds/correction.cpp": 1,
  },
  "an export as a whole, or one of its files, comes in at the command line": {
    "app/import/carried.cpp": 1,
    "app/import/import_directory.cpp": 9,
    "app/import/import_run.cpp": 1,
    "app/import/manifest.cpp": 5,
    "app/import/patient_file/import_patient_file.cpp": 2,
    "app/import/rows/import_records.cpp": 2,
    "app/import/rows/study_rows.cpp": 3,
  },
  "an option of the import that its page does not give": {
    "app/import/import.cpp": 4,
    "app/import/import_cells.cpp": 1,
    "app/import/import_plan.cpp": 5,
    "app/import/import_table.cpp": 1,
    "app/import/rows/row_choice.cpp": 1,
    "app/import/scores/score_vocabulary.cpp": 2,
    "app/import/table/row_source.cpp": 3,
  },
  "the form of a request, which pages get right": {
    "app/import/import_request.cpp": 5,
    "app/json/json_reading.cpp": 1,
    "app/json/record_reading.cpp": 2,
    "app/json/visit_reading.cpp": 3,
    "app/server/first_start.cpp": 1,
    "app/server/asker.cpp": 1,
    "app/server/request_dispatcher.cpp": 1,
    "app/server/http/refusals.cpp": 1,
    "app/server/routes/call.cpp": 2,
    "app/server/routes/clinic_record_routes.cpp": 1,
    "app/server/routes/draft_routes.cpp": 2,
    "app/server/routes/link_routes.cpp": 1,
    "app/server/routes/erasure_routes.cpp": 1,
    "app/server/routes/own_device_routes.cpp": 1,
    "app/server/routes/patient_routes.cpp": 3,
    "app/server/routes/people_routes.cpp": 4,
    "app/server/routes/score_routes.cpp": 2,
    "app/server/routes/sign_in_routes.cpp": 1,
    "app/tracking/patient_entries.cpp": 1,
    "app/tracking/visit/visit.cpp": 2,
    "db/ledger/transact.cpp": 2,
  },
  "what a check finds, which pages say in one sentence with the program's own beside it": {
    "app/tracking/check.cpp": 2,
    "app/tracking/photos/consents.cpp": 1,
    "db/access_log/access_file.cpp": 1,
    "db/access_log/read_access.cpp": 4,
    "db/ledger/replay.cpp": 3,
    "db/ledger/signature.cpp": 3,
    "db/ledger/verify.cpp": 3,
    "db/photos/photo_store.cpp": 2,
    "db/schema_check.cpp": 1,
  },
  "it makes what others give a code": { "schema/types/error.cpp": 1 },
  "what a safety rule misses, which is no problem": { "app/clinical/safety/record_rules.cpp": 2 },
};

test("the places without texts are those that no page meets", () => {
  const found = {};
  for (const file of sources.flatMap(withoutCode)) found[file] = (found[file] ?? 0) + 1;
  const listed = Object.assign({}, ...Object.values(notMet));
  const isListed = (file) =>
    listed[file] !== undefined || Object.keys(listed).some((each) => each.endsWith("/") && file.startsWith(each));
  assert.deepEqual(
    Object.keys(found).filter((file) => !isListed(file)),
    [],
  );
  const counted = Object.entries(listed).filter(([file]) => !file.endsWith("/"));
  assert.deepEqual(Object.fromEntries(counted.map(([file]) => [file, found[file] ?? 0])), Object.fromEntries(counted));
});

test("a place without a code is found, and one that has it is not", () => {
  const found = (text) => withoutCode({ file: "one.cpp", text }).length;
  assert.equal(found('throw schema::refused("file", "is blank", "fill it in");'), 1);
  assert.equal(found('throw schema::refused("file", "is blank (here)", "fill it in")\n    .as("blank");'), 0);
  assert.equal(found('problems.push_back({place, "is blank", "fill it in"});'), 1);
  assert.equal(found('problems.push_back(schema::Problem{place, "is blank", "fill it in"}.as("blank"));'), 0);
  assert.equal(found('throw schema::damaged("book", "cannot be read", "restore a backup");'), 0);
});
