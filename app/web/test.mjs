// Runs the tests of the pages: node test.mjs FOLDER TESTS…. Those in TypeScript are bundled into FOLDER, because Node
// before 22 reads none.
import { spawnSync } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { textModules } from "./texts.mjs";

const [folder, ...tests] = process.argv.slice(2);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await build({
  entryPoints: tests.filter((test) => !test.endsWith(".mjs")),
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  entryNames: "[name]",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node18",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
  plugins: [textModules],
});
const files = tests.map((test) =>
  test.endsWith(".mjs") ? test : join(folder, basename(test).replace(/\.tsx?$/, ".mjs")),
);
process.exit(spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" }).status ?? 1);
