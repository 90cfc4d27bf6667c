// People of a clinic at its browsers: signing in, by password and by PIN, as they would.
import { createHmac } from "node:crypto";
import { addAccount } from "./book.mjs";

export const huda = {
  name: "huda",
  shown: "Dr Huda Saleh",
  role: "owner",
  password: "seven blue herons",
  pin: "274916",
};
export const mona = {
  name: "mona",
  shown: "Mona Adel",
  role: "assistant",
  password: "paper boat at noon",
  pin: "830527",
};
export const rami = { name: "rami", shown: "Rami Fouad", role: "reader", password: "cold tea and rain", pin: "619284" };

export function addPeople(book, people) {
  for (const { name, role, password, shown } of people)
    addAccount(book, name, role, password, { by: people[0].name, shown });
}

const field = (page, label) => page.getByLabel(label, { exact: true });

// From the sign-in page; ends with the page of who signed in, and says no to a PIN.
export async function signIn(page, person, { offersPin = true } = {}) {
  await field(page, "Name").fill(person.name);
  await field(page, "Password").fill(person.password);
  await page.click('button:text-is("Sign in")');
  await page.waitForSelector(".bar");
  if (!offersPin) return;
  await page.waitForSelector('dialog:has-text("A PIN for this device")');
  await page.click('button:text-is("Not now")');
}

export const pressPin = async (page, pin) => {
  for (const digit of pin) await page.click(`.pad-keys button:text-is("${digit}")`);
};

export async function setPin(page, { pin }) {
  await page.click(".me");
  await page.click('button:text-is("Set a PIN")');
  await page.waitForSelector("text=Choose six digits");
  await pressPin(page, pin);
  await page.waitForSelector("text=The same six digits again");
  await pressPin(page, pin);
  await page.waitForSelector("text=Your PIN is set");
}

// In two taps and six digits.
export async function switchTo(page, person) {
  await page.click(".me");
  await page.click(`.people button:has-text("${person.shown}")`);
  await pressPin(page, person.pin);
  await atWork(page, person);
}

export const atWork = (page, { shown }) => page.waitForSelector(`.me:has-text("${shown}")`);

// Signs in everybody of these at a fresh browser, each with a PIN; the last one goes on working there.
export async function allAtWork(page, server, people) {
  await page.goto(server.base);
  for (const [index, person] of people.entries()) {
    if (index > 0) {
      await page.click(".me");
      await page.click('button:text-is("Somebody else signs in")');
    }
    await signIn(page, person);
    await atWork(page, person);
    await setPin(page, person);
  }
}

// As an app makes it (RFC 6238), `later` steps of half a minute from now.
export function codeOf(typed, later = 0) {
  const bits = [...typed].map((one) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one).toString(2).padStart(5, "0"));
  const secret = Buffer.from(
    bits
      .join("")
      .match(/.{8}/g)
      .map((byte) => parseInt(byte, 2)),
  );
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + later));
  const hash = createHmac("sha1", secret).update(step).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, "0");
}
