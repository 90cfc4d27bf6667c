import { folder, demoBook } from "./support/book.mjs";
import { closeBrowser, openPage, visit } from "./support/browser.mjs";
import { serve } from "./support/server.mjs";
const room = folder();
const book = demoBook(room.path);
const server = await serve(book, { asOf: process.env.AS_OF });
for (const one of process.argv.slice(2)) {
  const [path, width, language = "en", scheme = "light", file = "x"] = one.split("|");
  const { page, close } = await openPage(server, { width: Number(width), height: width === "360" ? 740 : 800, scheme, locale: language === "ar" ? "ar" : "en-GB" });
  page.setDefaultTimeout(30000);
  await visit(page, server, path);
  await page.screenshot({ path: `/tmp/pg/${file}.png`, fullPage: true });
  console.log(file, await page.evaluate(() => document.documentElement.lang));
  await close();
}
await closeBrowser(); await server.stop(); room.remove();
