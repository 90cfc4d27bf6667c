// Bundles the pages: node build.mjs FOLDER writes app.js, app.css, report.js, report.css, report.csp, index.html,
// the fonts, and the texts of each language of app/texts there; those of a language that is not complete are empty.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueOf, faultsOf, languages, offered, textModules } from "./texts.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "dist");

const available = offered();
await mkdir(out, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: { app: "app/main.tsx", report: "report/main.ts" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "ascii", // a report passes through a terminal, which takes marks of direction away
  legalComments: "none",
  external: ["/*.woff2"],
  logLevel: "warning",
  define: { OFFERED_LANGUAGES: JSON.stringify(available) },
  plugins: [textModules],
});
for (const language of languages()) {
  const isThere = available.includes(language);
  if (!isThere) console.warn(`${language} is not offered:\n${faultsOf(language).slice(0, 20).join("\n")}`);
  await writeFile(join(out, `texts_${language}.json`), JSON.stringify(isThere ? catalogueOf(language) : {}));
}
await copyFile(join(here, "index.html"), join(out, "index.html"));
const latin = "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2";
const arabic = (weight) => `@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-${weight}-normal.woff2`;
await copyFile(join(here, "node_modules", latin), join(out, "plex_latin.woff2"));
for (const weight of [400, 500, 600])
  await copyFile(join(here, "node_modules", arabic(weight)), join(out, `plex_arabic_${weight}.woff2`));

// What a report may do: run this script, wear this style, and nothing else; it fetches nothing.
async function hash(name) {
  return `'sha256-${createHash("sha256")
    .update(await readFile(join(out, name)))
    .digest("base64")}'`;
}
const [script, style] = [await hash("report.js"), await hash("report.css")];
await writeFile(
  join(out, "report.csp"),
  `default-src 'none'; script-src ${script}; style-src ${style}; base-uri 'none'; form-action 'none'`,
);
