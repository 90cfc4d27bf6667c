// What is done with a chart as a whole.
import { plural } from "./plural.ts";

export const chart = {
  chart: {
    menu: "Chart …",
    title: {
      choose: (chart: string) => `Chart ${chart}`,
      merge: (chart: string) => `Merge ${chart}`,
      void: (chart: string) => `Void ${chart}`,
      erase: (chart: string) => `Erase ${chart} by law`,
    },
    open: { merge: "Merge …", void: "Void …", erase: "Erase by law …" },
    about: {
      merge: "One person has two charts.",
      void: "This chart was entered in error. It stays in the book and can be restored.",
      erase: "The law asks for it. Nothing of the patient stays in the book; there is no way back.",
    },
    voidText: "The chart and all of this leaves every list and summary. Undo brings it back.",
    voidIt: "Void the chart",
    eraseText: "All of this is taken out of the book and of its ledger for good:",
    blanked: (entries: number, drafts: number) =>
      `${plural(entries, "ledger entry", "ledger entries")} blanked, ${plural(drafts, "draft", "drafts")} removed.`,
    tooEarly: (until: string | null) =>
      until === null
        ? "It is not known until when these records must be kept. An erasure needs a legal reason."
        : `These records must be kept until ${until}. An earlier erasure needs a legal reason.`,
    law: "Legal reason",
    noName: "It stays in the ledger for good: no name and no chart number.",
    forGood: "Erase it for good; it cannot be undone.",
    eraseIt: "Erase",
    erased: "Erased.",
    print: "Print the certificate",
  },
};
