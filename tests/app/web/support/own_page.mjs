// A patient's own page: its path and code, made by whoever may at the terminal, and opened as a patient does.
import { settled, visit } from "./browser.mjs";
import { needlebook } from "./book.mjs";

export function linkTo(book, chart, ...others) {
  const [path, code] = needlebook("patient", "link", chart, "--book", book, ...others)
    .trim()
    .split("\n");
  return { path, code };
}

export async function openWithCode(page, server, { path, code }) {
  await visit(page, server, path);
  await page.locator(".own-door input").first().fill(code);
  await page.locator(".own-door button.main").click();
  await page.waitForSelector(".own-door", { state: "detached" });
  await settled(page);
}

export const openOwnPage = (page, server, chart) => openWithCode(page, server, linkTo(server.book, chart));
