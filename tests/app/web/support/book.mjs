// A book in a folder of its own, made by the real program.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const program = resolve(process.env.NEEDLEBOOK_PROGRAM ?? join(here, "../../../../build/needlebook"));

// The clinic's keys of all books of this process.
process.env.NEEDLEBOOK_KEYS = mkdtempSync(join(tmpdir(), "needlebook-web-keys-"));
process.on("exit", () => rmSync(process.env.NEEDLEBOOK_KEYS, { recursive: true, force: true }));

export function needlebook(...words) {
  return execFileSync(program, words, { maxBuffer: 1 << 26, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

// An account, made by the first one unless it is that.
export function addAccount(book, name, role, password, { by = name, shown } = {}) {
  const words = ["account", "add", name, "--role", role, "--password-stdin", "--actor", by, "--book", book];
  execFileSync(program, [...words, ...(shown ? ["--display-name", shown] : [])], {
    input: `${password}\n`,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "pipe"],
  });
}

export function folder() {
  const path = mkdtempSync(join(tmpdir(), "needlebook-web-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function freshBook(path) {
  const book = join(path, "clinic.needlebook");
  needlebook("init", "--book", book, "--name", "Test clinic", "--time-zone", "Africa/Cairo");
  return book;
}

export function demoBook(path) {
  const book = join(path, "demo.needlebook");
  needlebook("demo", "--keep", book);
  return book;
}

export const read = (book, ...words) => JSON.parse(needlebook(...words, "--json", "--book", book));
