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
    kinds: { added: "added", changed: "changed", removed: "removed" } as Record<string, string>,
  },
};
