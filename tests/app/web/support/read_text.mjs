// All that a page lets people read: what is shown, and what screen readers say of it.
export const readText = (page) =>
  page.evaluate(() => {
    const said = ["aria-label", "title", "placeholder", "alt", "data-label"];
    const spoken = [...document.querySelectorAll(said.map((name) => `[${name}]`).join(","))].flatMap((node) =>
      said.flatMap((name) => node.getAttribute(name) ?? []),
    );
    const inside = [...document.querySelectorAll("option, svg title, svg text, svg tspan, summary ~ *")];
    return [document.title, document.body.innerText, ...spoken, ...inside.map((node) => node.textContent)]
      .join("\n")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  });

// Words of the program that are nobody's language: --option, `command`, [0], snake_case, /api.
const code = [/--/, /`/, /\[\d+\]/, /_/, /\/api\b/];

export const codeIn = (lines) => lines.filter((line) => code.some((pattern) => pattern.test(line)));

// Instruments by their code in the book, which has no mark of a code; people read their name.
const instruments = /\b(iga|gags|masi|mmasi|dlqi|cadi|ecca|pahpi|tewl)\b/;

export const instrumentCodeIn = (lines) => lines.filter((line) => instruments.test(line));
