// node third_party.mjs: prints the licences of what is part of the program: npm packages of the pages, and Debian's
// libraries that are linked statically or are headers alone.
import { existsSync, readdirSync, readFileSync } from "node:fs";

const modules = new URL("../web/node_modules/", import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const ofDebian = ["libabsl-dev", "libsqlitecpp-dev", "libcli11-dev", "nlohmann-json3-dev", "libboost1.74-dev"];

const names = new Set();
function add(name) {
  const folder = new URL(`${name}/`, modules);
  if (names.has(name) || !existsSync(folder)) {
    return;
  }
  names.add(name);
  Object.keys(read(new URL("package.json", folder)).dependencies ?? {}).forEach(add);
}
Object.keys(read(new URL("../package.json", modules)).dependencies).forEach(add);
add("@zxcvbn-ts/language-common");

for (const name of [...names].sort()) {
  const folder = new URL(`${name}/`, modules);
  const { version, license } = read(new URL("package.json", folder));
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying|unlicense)/i.test(each));
  const text = file ? readFileSync(new URL(file, folder), "utf8").trim() : "";
  console.log(`==== ${name} ${version} (npm): ${license}\n\n${text}\n`);
}
console.log(`==== the models blazeface and facemesh, of @vladmandic/human: Apache-2.0

On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.
`);
for (const name of ofDebian) {
  const file = `/usr/share/doc/${name}/copyright`;
  if (existsSync(file)) {
    console.log(`==== ${name} (Debian)\n\n${readFileSync(file, "utf8").trim()}\n`);
  }
}
