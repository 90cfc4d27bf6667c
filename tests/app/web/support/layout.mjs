// Measures of how a page is laid out. Each answers with the faults it finds, named by what they are of.

// What a window cuts: letters that begin or end beside it or beside the box that clips them, unless that box scrolls.
export const cutText = (page) =>
  page.evaluate(() => {
    const faults = new Set();
    const wider = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wider > 0) faults.add(`the page is ${wider} px wider than the window`);
    const clips = (node) => ["hidden", "clip"].includes(getComputedStyle(node).overflowX);
    const scrolls = (node) => ["auto", "scroll"].includes(getComputedStyle(node).overflowX);
    // Taken out of sight, but not from who is read to.
    const isSpokenOnly = (node) =>
      node !== null && (getComputedStyle(node).clipPath === "inset(50%)" || isSpokenOnly(node.parentElement));
    const edges = (text) => {
      for (let node = text.parentElement; node && node !== document.body; node = node.parentElement) {
        if (scrolls(node) && node.scrollWidth > node.clientWidth) return null;
        if (clips(node)) return node.getBoundingClientRect();
      }
      return { left: 0, right: document.documentElement.clientWidth };
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const node = text.parentElement;
      if (text.data.trim() === "" || !node.checkVisibility({ checkVisibilityCSS: true })) continue;
      if (node.closest("script, style, option, .skip") || isSpokenOnly(node)) continue;
      const edge = edges(text);
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, width } of range.getClientRects())
        if (edge && width > 0 && (left < edge.left - 1 || right > edge.right + 1))
          faults.add(
            `cut: ${node.tagName.toLowerCase()}.${node.getAttribute("class") ?? ""} “${text.data.trim().slice(0, 40)}”`,
          );
    }
    return [...faults];
  });

// The boxes of a page from the side where its language begins, in the order of the page: of those whose place does not
// hang on how long a text is. What is never mirrored is left out.
export const placesOf = (page) =>
  page.evaluate(() => {
    const isRight = document.documentElement.dir === "rtl";
    const { clientWidth } = document.documentElement;
    const never = "svg, .chart, .face, .lanes, body [dir=ltr], .choices-scale, .pad-keys, .address, .qr, .chart-host";
    const inLine = /^(?!grid$|block$|table)/;
    const found = [];
    for (const node of document.querySelectorAll("main, main *, header, header > *, footer")) {
      if (node.closest(never) || !node.checkVisibility()) continue;
      const { display, position } = getComputedStyle(node);
      const above = getComputedStyle(node.parentElement);
      if (inLine.test(above.display) || position === "absolute" || position === "fixed") continue;
      if (/^(inline|contents|none)/.test(display)) continue;
      const { left, right, width } = node.getBoundingClientRect();
      if (width === 0) continue;
      found.push({
        name: `${node.tagName.toLowerCase()}.${node.getAttribute("class") ?? ""}`,
        left,
        start: isRight ? clientWidth - right : left,
      });
    }
    return found;
  });

// Those that stand in Arabic where they stand in English, and not where a mirror has them.
export function leftOver(english, arabic) {
  if (english.length !== arabic.length) return [`${english.length} boxes in English, ${arabic.length} in Arabic`];
  return arabic
    .filter(({ left, start }, index) => {
      const before = english[index];
      return Math.abs(start - before.start) > 8 && Math.abs(left - before.left) < 2;
    })
    .map(
      ({ name, left, start }) => `${name}: ${Math.round(left)} px from the left, ${Math.round(start)} from the right`,
    );
}

// Whether the one that has the focus can be seen: nothing lies over all of it.
export const isFocusCovered = (page) =>
  page.evaluate(() => {
    const node = document.activeElement;
    if (!node || node === document.body) return null;
    const { left, top, width, height } = (node.closest("label") ?? node).getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + x * width, top + y * height]));
    const isSeen = points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (node.contains(hit) || hit.contains(node));
    });
    return isSeen
      ? null
      : `${node.tagName.toLowerCase()}.${node.getAttribute("class") ?? ""} “${node.textContent.trim().slice(0, 30)}”`;
  });

// With the colours of the system: what is chosen and what is not, and what has the focus and what has not, drawn alike.
export const drawnAlike = (page) =>
  page.evaluate(() => {
    const look = (node) => {
      const style = getComputedStyle(node);
      const sides = ["Top", "Right", "Bottom", "Left"].map(
        (side) => `${style[`border${side}Width`]} ${style[`border${side}Style`]} ${style[`border${side}Color`]}`,
      );
      return [style.backgroundColor, style.color, style.stroke, style.strokeWidth, style.outlineStyle, ...sides].join(
        "|",
      );
    };
    const states = [
      [".choice.chosen", ".choice:not(.chosen)"],
      [".part[aria-pressed=true]", ".part[aria-pressed=false]"],
      [".segments [aria-pressed=true]", ".segments [aria-pressed=false]"],
      [".pick-chosen", ".pick:not(.pick-chosen)"],
      ["header nav [aria-current]", "header nav a:not([aria-current])"],
      [".tabs [aria-current]", ".tabs a:not([aria-current])"],
      [".rail [aria-current]", ".rail a:not([aria-current])"],
    ];
    const light = (colour) => {
      const [red, green, blue] = /([\d.]+),? ([\d.]+),? ([\d.]+)/
        .exec(colour)
        .slice(1)
        .map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = ({ color, backgroundColor }) => {
      const [less, more] = [light(color), light(backgroundColor)].sort((one, other) => one - other);
      return (more + 0.05) / (less + 0.05);
    };
    const faults = [];
    for (const [on, off] of states) {
      const [chosen, other] = [document.querySelector(`body ${on}`), document.querySelector(`body ${off}`)];
      if (chosen && other && look(chosen) === look(other)) faults.push(`${on} looks as ${off}`);
      if (chosen && contrast(getComputedStyle(chosen)) < 4.5) faults.push(`${on} cannot be read`);
    }
    const active = document.activeElement;
    if (active && active !== document.body && active.matches(":focus-visible")) {
      const outlined = active.closest(".choice, .pad-dots") ?? active;
      const { outlineStyle, outlineWidth } = getComputedStyle(outlined);
      if (outlineStyle === "none" || parseFloat(outlineWidth) < 2)
        if (!active.closest(".region"))
          faults.push(`no outline of ${active.tagName.toLowerCase()}.${active.className}`);
    }
    return faults;
  });

// Where the page begins is where its language does: the first place of the menu, labels over their fields, the mark of
// the program. Says which do not.
export const misplaced = (page) =>
  page.evaluate(() => {
    const isRight = document.documentElement.dir === "rtl";
    const box = (element) => element.getBoundingClientRect();
    const start = (element) => (isRight ? innerWidth - box(element).right : box(element).left);
    const wrong = [];
    const places = [...document.querySelectorAll("header nav a")];
    places.slice(1).forEach((place, index) => {
      const before = places[index];
      if (box(place).top === box(before).top && start(place) < start(before)) wrong.push(`menu: ${place.textContent}`);
    });
    for (const field of document.querySelectorAll(".field")) {
      const [label, control] = [field.querySelector("label"), field.querySelector("input, select, textarea")];
      if (!label || !control || box(control).width === 0) continue;
      if (Math.abs(start(label) - start(control)) > 3) wrong.push(`field: ${label.textContent}`);
    }
    const heading = document.querySelector("h1");
    if (heading && start(heading) > innerWidth / 3) wrong.push("heading");
    for (const cell of document.querySelectorAll("main th[scope=row], main th[scope=col]:first-child")) {
      const table = cell.closest("table");
      if (box(cell).width > 0 && Math.abs(start(cell) - start(table)) > 3) wrong.push(`table: ${cell.textContent}`);
    }
    for (const element of document.querySelectorAll("main *")) {
      const { direction } = getComputedStyle(element);
      const is = element.closest("[dir]")?.getAttribute("dir");
      const isOwn = is === "auto" || element.closest("bdi, svg, [lang=en]");
      if ((direction === "rtl") !== isRight && is !== "ltr" && is !== "rtl" && !isOwn)
        wrong.push(`direction: ${element.tagName} ${element.className}`);
    }
    return wrong;
  });

// Words of these that are broken over two lines, each with what it is of.
export const brokenWords = (page, selector) =>
  page.evaluate((wanted) => {
    const broken = new Set();
    for (const node of document.querySelectorAll(wanted)) {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode())
        for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{M}]{2,}/gu)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) broken.add(`“${word}” of “${node.textContent.trim().slice(0, 40)}”`);
        }
    }
    return [...broken];
  }, selector);

// Of these, those whose text goes over several lines.
export const ofSeveralLines = (page, selector) =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)]
        .filter((node) => node.checkVisibility() && node.getClientRects().length > 1)
        .map((node) => node.textContent.trim()),
    selector,
  );
