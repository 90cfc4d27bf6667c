// axe-core's opinion of a page, for WCAG 2.2 AA; the script goes in through the debugger, past no policy.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// The page at its whole length: a bar at the edge of a window covers what is not scrolled to yet, which says nothing of
// how large that is. Whether what has the focus is covered, looks.test.mjs asks.
async function atWholeLength(page, look) {
  const window = page.viewportSize();
  const length = await page.evaluate(() => document.documentElement.scrollHeight);
  if (length <= window.height) return look();
  await page.setViewportSize({ width: window.width, height: length });
  try {
    return await look();
  } finally {
    await page.setViewportSize(window);
  }
}

export async function violations(page) {
  await page.evaluate(source);
  const result = await atWholeLength(page, () =>
    page.evaluate((tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }), rules),
  );
  return result.violations.flatMap((one) =>
    one.nodes.map(
      (node) => `${one.id}: ${node.target.join(" ")}: ${node.failureSummary?.split("\n").slice(1).join(" ")}`,
    ),
  );
}
