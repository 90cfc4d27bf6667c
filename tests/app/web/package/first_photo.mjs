// node first_photo.mjs ADDRESS FILE: hands in a PNG as a photograph of patient 1, in the browser that ADDRESS lets in,
// and prints the answer with its status. For tests/package/on_bare_debian.
import { readFileSync } from "node:fs";
import { closeBrowser, openPage, settled } from "../support/browser.mjs";

const [address, file] = process.argv.slice(2);
const { page } = await openPage({ base: new URL(address).origin, newAddress: () => address });
await settled(page);
const answer = await page.evaluate(async (base64) => {
  const { key } = await (await fetch("/api/v1/me")).json();
  const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  const query = `view=front&taken_at=${new Date().toISOString().slice(0, 10)}`; // the clinic's zone is UTC
  const answered = await fetch(`/api/v1/patients/1/photo?${query}`, {
    method: "POST",
    headers: { "Content-Type": "image/png", "X-Needlebook-Key": key, "Idempotency-Key": "first-photo" },
    body: bytes,
  });
  return `${answered.status} ${await answered.text()}`;
}, readFileSync(file).toString("base64"));
console.log(answer);
await closeBrowser();
