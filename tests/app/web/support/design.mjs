// What docs/design.md promises, measured on a page as it is drawn: sizes and weights of letters, what a finger hits.
const sizes = [13, 15, 17, 21, 27, 38];
const weights = ["400", "500", "600"];
const target = 44;

// Each fault once, with what it was found on; an empty list is a page that keeps to the design.
export const faultsOfDesign = (page) =>
  page.evaluate(
    ([sizesAllowed, weightsAllowed, least]) => {
      const faults = new Set();
      const nameOf = (node) => {
        const text = (node.textContent ?? "").trim().slice(0, 30) || node.getAttribute("aria-label") || "";
        return `${node.tagName.toLowerCase()}.${node.getAttribute("class") ?? ""} “${text}”`;
      };
      const isShown = (node) => node.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true });
      const isClipped = (node) => node.closest(".hidden, .skip") !== null;

      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const node = text.parentElement;
        if (text.data.trim() === "" || ["SCRIPT", "STYLE", "OPTION"].includes(node.tagName)) continue;
        if (!isShown(node) || isClipped(node)) continue;
        const { fontSize, fontWeight } = getComputedStyle(node);
        if (!sizesAllowed.some((size) => Math.abs(size - parseFloat(fontSize)) < 0.1))
          faults.add(`size ${fontSize}: ${nameOf(node)}`);
        if (!weightsAllowed.includes(fontWeight)) faults.add(`weight ${fontWeight}: ${nameOf(node)}`);
      }

      // A box within its label is hit by the label; the regions of a drawing are as large as they are, and each is in
      // the list beside it.
      const pressed = "a[href], button, input:not([type=hidden]), select, textarea, summary";
      for (const node of document.querySelectorAll(pressed)) {
        if (!isShown(node) || isClipped(node) || node.closest("svg")) continue;
        const hit = ["checkbox", "radio"].includes(node.type) ? (node.closest("label") ?? node) : node;
        const { width, height } = hit.getBoundingClientRect();
        if (width < least - 0.5 || height < least - 0.5)
          faults.add(`${Math.round(width)}×${Math.round(height)} px: ${nameOf(hit)}`);
      }

      const wider = document.documentElement.scrollWidth - innerWidth;
      if (wider > 0) faults.add(`${wider} px wider than the window`);
      return [...faults];
    },
    [sizes, weights, target],
  );
