// The passwords that are guessed first, for app/access/password.h: node common_passwords.mjs FILE writes the 10,000
// most common of @zxcvbn-ts/language-common there, most common first, one a line.
import { dictionary } from "@zxcvbn-ts/language-common";
import { writeFile } from "node:fs/promises";

const most = 10_000;
const passwords = dictionary["passwords-common"].slice(0, most);
if (passwords.length !== most) {
  throw new Error(`the list has ${passwords.length} passwords, not ${most}`);
}
await writeFile(process.argv[2], passwords.join("\n"));
