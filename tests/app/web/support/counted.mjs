// What a person does at a page, counted where it arrives: a tap is a press of the pointer, a key a press of a key that
// is not held for another (Shift, Control, Alt). Over every page that is opened in between.
const held = ["Shift", "Control", "Alt", "Meta", "AltGraph"];

export async function counted(page) {
  const done = { taps: 0, keys: 0 };
  await page.exposeBinding("noteAct", (_, act) => void done[act]++);
  const watch = (modifiers) => {
    addEventListener("pointerdown", (event) => event.isTrusted && window.noteAct("taps"), true);
    addEventListener(
      "keydown",
      (event) => event.isTrusted && !event.repeat && !modifiers.includes(event.key) && window.noteAct("keys"),
      true,
    );
  };
  await page.addInitScript(watch, held);
  await page.evaluate(watch, held);
  return {
    done: () => ({ ...done }),
    anew: () => Object.assign(done, { taps: 0, keys: 0 }),
  };
}
