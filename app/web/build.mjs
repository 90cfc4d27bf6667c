// Bundles the pages: node build.mjs FOLDER writes app.js, app.css, index.html, report.html (a report without its data),
// the fonts, and the texts of each language of app/texts there; those of a language that is not complete are empty.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueOf, faultsOf, languages, offered } from "./texts.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "dist");

const available = offered();
await mkdir(out, { recursive: true });
const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "ascii", // a report passes through a terminal, which takes marks of direction away
  legalComments: "none",
  logLevel: "warning",
  define: { OFFERED_LANGUAGES: JSON.stringify(available) },
};
await build({ ...shared, entryPoints: { app: "app/main.tsx" }, outdir: out, external: ["/*.woff2"] });
for (const language of languages()) {
  const isThere = available.includes(language);
  if (!isThere) console.warn(`${language} is not offered:\n${faultsOf(language).slice(0, 20).join("\n")}`);
  await writeFile(join(out, `texts_${language}.json`), JSON.stringify(isThere ? catalogueOf(language) : {}));
}
await copyFile(join(here, "index.html"), join(out, "index.html"));
const arabic = (weight) => `@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-${weight}-normal.woff2`;
const fonts = {
  plex_latin: "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2",
  ...Object.fromEntries([400, 500, 600].map((weight) => [`plex_arabic_${weight}`, arabic(weight)])),
};
for (const [name, file] of Object.entries(fonts))
  await copyFile(join(here, "node_modules", file), join(out, `${name}.woff2`));

// A report is one file: its script, its style and the fonts as data. It may run this script, wear this style, and
// nothing else; it fetches nothing.
const fontsAsData = {
  name: "fonts",
  setup: ({ onResolve }) => onResolve({ filter: /^[/]\w+\.woff2$/ }, ({ path }) => ({ path: join(out, path) })),
};
const { outputFiles } = await build({
  ...shared,
  entryPoints: { report: "report/main.tsx" },
  outdir: out,
  write: false,
  loader: { ".woff2": "dataurl" },
  plugins: [fontsAsData],
});
const [script, style] = [".js", ".css"].map((end) => outputFiles.find(({ path }) => path.endsWith(end)).text);
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const filled = {
  script,
  style,
  policy:
    `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; font-src data:; ` +
    "base-uri 'none'; form-action 'none'",
  no_script: available
    .map((code) => `<p lang="${code}" dir="auto">${catalogueOf(code, ["report"])["report.no_script"]}</p>`)
    .join(""),
};
const page = await readFile(join(here, "report/report.html"), "utf8");
await writeFile(
  join(out, "report.html"),
  page.replace(/\{(script|style|policy|no_script)\}/g, (_, name) => filled[name]),
);
