// A clinic's network in namespaces of this machine (ip netns; needs root): a machine that serves, and devices, each on
// a wire of its own. And browsers that are told to trust an authority as a person would tell them, in their store.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { needlebook, program } from "./book.mjs";
import { addPeople, codeOf } from "./people.mjs";

const ip = (...words) => execFileSync("ip", words, { stdio: ["ignore", "ignore", "pipe"] });

// Why there can be none here; null where there can.
export const whyNone = () =>
  process.getuid() !== 0
    ? "only root makes network namespaces"
    : (["ip", "certutil"].find(
        (name) => !process.env.PATH.split(":").some((folder) => existsSync(join(folder, name))),
      ) ?? null);

// The machine has 10.77.N.1 towards the device N, which has 10.77.N.2.
export function network(devices) {
  const name = (what) => `nb${process.pid}${what}`;
  const made = [];
  const add = (what) => {
    ip("netns", "add", name(what));
    made.push(name(what));
    ip("-n", name(what), "link", "set", "lo", "up");
  };
  const remove = () => made.splice(0).forEach((each) => ip("netns", "del", each));
  try {
    add("server");
    for (let number = 1; number <= devices; number++) {
      add(number);
      const [near, far] = [`nb${process.pid % 10000}s${number}`, `nb${process.pid % 10000}d${number}`];
      ip("link", "add", near, "netns", name("server"), "type", "veth", "peer", "name", far, "netns", name(number));
      ip("-n", name("server"), "addr", "add", `10.77.${number}.1/24`, "dev", near);
      ip("-n", name(number), "addr", "add", `10.77.${number}.2/24`, "dev", far);
      ip("-n", name("server"), "link", "set", near, "up");
      ip("-n", name(number), "link", "set", far, "up");
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { server: name("server"), device: (number) => name(number), remove };
}

// What `serve --listen` asks for: these people, of whom the first is an owner with the codes of an app, whose secret
// comes back, and a certificate for these names by an authority of the clinic's own.
export function readyForNetwork(book, people, names) {
  addPeople(book, people);
  const owner = people[0].name;
  const by = ["--actor", owner, "--book", book];
  const secret = needlebook("account", "totp", owner, ...by).split("\n")[0];
  needlebook("account", "totp", owner, "--code", codeOf(secret), ...by);
  const named = names.flatMap((name) => ["--name", name]);
  execFileSync(program, ["certificate", "make", ...named, "--password-stdin", ...by], {
    input: "a long passphrase\n",
    stdio: ["pipe", "pipe", "pipe"],
  });
  return secret;
}

export const authority = () => join(process.env.NEEDLEBOOK_KEYS, "tls/authority.pem");

// A home whose store of certificates has this authority, for what identifies a website and for nothing else.
export function homeThatTrusts(path, authority) {
  const store = join(path, ".pki/nssdb");
  mkdirSync(store, { recursive: true });
  const certutil = (...words) => execFileSync("certutil", ["-d", `sql:${store}`, ...words]);
  certutil("-N", "--empty-password");
  if (authority) certutil("-A", "-n", "the clinic", "-t", "C,,", "-i", authority);
  return path;
}

// Chromium on a device of the network, with no check switched off.
export async function browserAt(namespace, home) {
  const started = join(home, "chromium");
  writeFileSync(
    started,
    `#!/bin/sh\nexec ip netns exec ${namespace} ${process.env.CHROMIUM ?? "/usr/bin/chromium"} "$@"\n`,
  );
  chmodSync(started, 0o755);
  return chromium.launch({ executablePath: started, env: { ...process.env, HOME: home } });
}
