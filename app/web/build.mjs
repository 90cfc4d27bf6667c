// Bundles the pages: node build.mjs FOLDER writes app.js, app.css, report.js, report.css, report.csp and index.html
// there.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "dist");

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
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});
await copyFile(join(here, "index.html"), join(out, "index.html"));

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
