// Bundles the pages: node build.mjs FOLDER writes app.js, app.css, index.html, report.html and file.html (a report and
// a patient's file without their data), the fonts, the icons and the manifest of the home screen, service_worker.js,
// and the texts of each language of app/texts there; those of a language that is not complete are empty.
import { Resvg, initWasm } from "@resvg/resvg-wasm";
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
for (const name of ["index.html", "icon.svg", "manifest.webmanifest"])
  await copyFile(join(here, name), join(out, name));
await initWasm(await readFile(join(here, "node_modules/@resvg/resvg-wasm/index_bg.wasm")));
const drawing = await readFile(join(here, "icon.svg"), "utf8");
const iconSizes = [192, 512];
for (const width of iconSizes) {
  const png = new Resvg(drawing, { fitTo: { mode: "width", value: width } }).render().asPng();
  await writeFile(join(out, `icon_${width}.png`), png);
}
const arabic = (weight) => `@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-${weight}-normal.woff2`;
const fonts = {
  plex_latin: "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2",
  ...Object.fromEntries([400, 500, 600].map((weight) => [`plex_arabic_${weight}`, arabic(weight)])),
};
for (const [name, file] of Object.entries(fonts))
  await copyFile(join(here, "node_modules", file), join(out, `${name}.woff2`));

// A report and a patient's file are one file each: the script, the style and the fonts as data. It may run this script,
// wear this style, and nothing else; it fetches nothing.
const fontsAsData = {
  name: "fonts",
  setup: ({ onResolve }) => onResolve({ filter: /^[/]\w+\.woff2$/ }, ({ path }) => ({ path: join(out, path) })),
};
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
async function bundlePage(name, entry, noScript, alsoAllowed) {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: { [name]: entry },
    outdir: out,
    write: false,
    loader: { ".woff2": "dataurl" },
    plugins: [fontsAsData],
  });
  const [script, style] = [".js", ".css"].map((end) => outputFiles.find(({ path }) => path.endsWith(end)).text);
  const [area] = noScript.split(".");
  const filled = {
    script,
    style,
    policy:
      `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; font-src data:; ${alsoAllowed}` +
      "base-uri 'none'; form-action 'none'",
    no_script: available
      .map((code) => `<p lang="${code}" dir="auto">${catalogueOf(code, [area])[noScript]}</p>`)
      .join(""),
  };
  const page = await readFile(join(here, `${name}/${name}.html`), "utf8");
  await writeFile(
    join(out, `${name}.html`),
    page.replace(/\{(script|style|policy|no_script)\}/g, (_, part) => filled[part]),
  );
}
await bundlePage("report", "report/main.tsx", "report.no_script", "img-src data:; ");
await bundlePage("file", "file/main.tsx", "file.no_script", "img-src data:; ");

// What finds the head in a photograph: a program and two models that only pages of photographs ask for.
// It would tell of itself on the console.
await build({ ...shared, entryPoints: { pose: "pose/worker.ts" }, outdir: out, drop: ["console"] });
for (const name of ["blazeface", "facemesh"])
  for (const end of ["json", "bin"])
    await copyFile(join(here, `node_modules/@vladmandic/human/models/${name}.${end}`), join(out, `${name}.${end}`));

// What the service worker keeps, and a version that is another one as soon as a byte of it is.
const shell = [
  ...["index.html", "app.js", "app.css", "icon.svg", "manifest.webmanifest"],
  ...iconSizes.map((width) => `icon_${width}.png`),
  ...available.map((code) => `texts_${code}.json`),
  ...Object.keys(fonts).map((name) => `${name}.woff2`),
];
const version = createHash("sha256");
for (const name of shell) version.update(name).update(await readFile(join(out, name)));
await build({
  ...shared,
  entryPoints: { service_worker: "worker/service_worker.ts" },
  outdir: out,
  define: { SHELL: JSON.stringify(shell), SHELL_VERSION: JSON.stringify(version.digest("hex").slice(0, 20)) },
});
