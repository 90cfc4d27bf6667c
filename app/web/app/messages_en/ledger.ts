// The ledger.
import { plural } from "./plural.ts";

export const ledger = {
  ledger: {
    title: "Ledger",
    lead: "Every write, who did it and why, with the values before and after. Nothing here can be changed.",
    none: "Nothing is written yet.",
    earlier: "Show earlier entries",
    before: "before",
    after: "after",
    empty: "empty",
    erased: "content erased by law",
    changes: (count: number) => plural(count, "change", "changes"),
    patient: "of patient",
    filter: "Only one patient",
    whole: "The whole book",
    undoneBy: (entry: number) => `undone by entry ${entry}`,
    undo: "Undo",
    undoEntry: (entry: number) => `Undo entry ${entry}`,
    voidAll: "Void all of it",
    voidTitle: (entry: number) => `Void all that entry ${entry} recorded`,
    voidText:
      "Every record of it stays in the book, marked as entered in error, and counts no more. Undo brings it back.",
    reason: "Why",
    kinds: { added: "added", changed: "changed", removed: "removed" } as Record<string, string>,
  },
};
