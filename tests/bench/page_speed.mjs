// How long a person waits for the pages of a large clinic, in a real browser: to a patient's page that is painted, and
// to what a search finds after the last key; and how far what is shown moves while it loads.
//   node tests/bench/page_speed.mjs [PATIENTS]     by itself 10000; the program is $NEEDLEBOOK_PROGRAM, else build/needlebook
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshBook, folder, needlebook } from "../app/web/support/book.mjs";
import { closeBrowser, openPage, settled, visit } from "../app/web/support/browser.mjs";
import { serve } from "../app/web/support/server.mjs";

const patients = Number(process.argv[2] ?? 10_000);
const turns = 21;
const families = ["Saleh", "Mansour", "Haddad", "Nasser", "Khoury", "Farouk", "Amin", "Sabry", "Zaki", "Rashid"];
const chart = (number) => `P-${String(number).padStart(5, "0")}`;
const each = (make) => Array.from({ length: patients }, (_, index) => make(index + 1)).join("");
// Three looks and two sessions each, a month between them.
const tables = {
  patients: "chart,name\n" + each((n) => `${chart(n)},Patient${n} ${families[n % families.length]}\n`),
  scores:
    "patient,at,instrument,value\n" +
    each((n) => [1, 2, 3].map((month) => `${chart(n)},2026-0${month}-10,ecca,${120 - 10 * month}\n`).join("")),
  sessions:
    "patient,at,device,region,depth_mm,passes\n" +
    each((n) => [1, 2].map((month) => `${chart(n)},2026-0${month}-12T10:00,pen,left_cheek,1.5,4\n`).join("")),
};

const room = folder();
const book = freshBook(room.path);
for (const [kind, text] of Object.entries(tables)) {
  const file = join(room.path, `${kind}.csv`);
  writeFileSync(file, text);
  needlebook("import", file, "--as", kind, "--book", book);
}
const server = await serve(book, { asOf: "2026-04-02" });
const { page } = await openPage(server);

// In the page, so that nothing of the test's own is counted.
const timed = (act, shown) =>
  page.evaluate(
    ([does, selector, text]) =>
      new Promise((done) => {
        const begin = performance.now();
        const isThere = () => [...document.querySelectorAll(selector)].some((one) => one.textContent.includes(text));
        const watcher = new MutationObserver(() => {
          if (!isThere()) return;
          watcher.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
        });
        watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
        new Function(does)();
      }),
    [act, ...shown],
  );

const painted = [];
const found = [];
const shifts = [];
for (let turn = 1; turn <= turns; turn++) {
  const number = Math.ceil((turn * patients) / turns);
  await visit(page, server, "/");
  await settled(page);
  await page.focus(".search input");
  const typed = chart(number);
  await page.keyboard.type(typed.slice(0, -1));
  await settled(page);
  found.push(
    await timed(
      `const box = document.activeElement;
       Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(box, ${JSON.stringify(typed)});
       box.dispatchEvent(new Event("input", { bubbles: true }));`,
      ['[role="option"]:only-child', typed],
    ),
  );
  await page.evaluate(() => {
    globalThis.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.moved += entry.value;
    }).observe({ type: "layout-shift" });
  });
  painted.push(
    await timed(
      `document.querySelector('[role="option"]').dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));`,
      ["main .strip-chart", ""],
    ),
  );
  await settled(page);
  shifts.push(await page.evaluate(() => globalThis.moved));
}
await closeBrowser();
await server.stop();
room.remove();

const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
const row = (name, all, unit, digits) =>
  console.log(
    `${name.padEnd(44)}${median(all).toFixed(digits).padStart(9)}${Math.max(...all).toFixed(digits).padStart(10)}  ${unit}`,
  );
console.log(`${`among ${patients} patients, ${turns} times`.padEnd(44)}${"median".padStart(9)}${"most".padStart(10)}`);
row("a search, after its last key", found, "ms", 0);
row("a patient's page, from the click", painted, "ms", 0);
row("layout shift of a patient's page", shifts, "", 3);
