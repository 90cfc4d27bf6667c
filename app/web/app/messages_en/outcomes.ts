// The clinic's outcomes.
import { plural } from "./plural.ts";

export const outcomes = {
  outcomes: {
    title: "Outcomes",
    by: "Compare by",
    scale: "Scale",
    all: "all patients",
    bys: {
      "": "all patients",
      fitzpatrick: "skin type",
      sessions: "number of sessions",
      depth: "depth",
      device: "device",
      course: "course",
    } as Record<string, string>,
    tag: "label …",
    tagKey: "Label",
    none: "No results yet.",
    noneTry: "They appear when patients have a value before their first session and one after.",
    group: "Group",
    patients: "Patients",
    followed: "With a later value",
    means: "Mean, start → latest",
    change: "Mean change (95 %)",
    improved: "Improved",
    worsened: "Worsened",
    responders: "Responders",
    respondersWithin: (count: number) => `${count} of them within noise`,
    worstCase: "Worst case",
    worstImproved: (share: string) => `improved ${share}`,
    worstResponders: (share: string) => `responders ${share}`,
    stated: "What was said last",
    confirmed: (share: string) => `${share} confirmed,`,
    unconfirmed: (count: number) => `${count} not yet`,
    lead: (followed: number, began: number, better: number, perhaps: number, worse: number) =>
      `Of ${plural(began, "patient", "patients")} with a baseline, ${followed} have a later ` +
      `value that can be judged: ${better} better at two visits in a row, ${perhaps} by one ` +
      `visit alone, ${worse} worse at two visits in a row.`,
    leadWorst: (share: string) => `Counting those without one as no better: ${share}.`,
    sizes: { small: ", very few", few: ", few", enough: "" },
    splitTitle: "Split faces",
    splitLead:
      "Each patient's treated side against the other side of the same face. Treatment of one " +
      "side can reach the other, and nobody was blinded by this book.",
    splitTreated: "Change, treated side",
    splitOther: "Change, other side",
    splitDifference: "Mean difference (95 %)",
    splitTreatedBetter: "Treated side better",
    splitOtherBetter: "Other side better",
    splitBoth: "Both sides needled",
    eventsTitle: "Side effects",
    eventsCount: "Events",
    events: "Per 100 sessions (95 %)",
    eventsPatients: "Patients with any",
    sessions: (count: number) => `in ${plural(count, "session", "sessions")}`,
    figure: "Mean change (95 %)",
    of: (k: number, n: number) => `${k} of ${n}`,
    interval: (low: string, high: string) => `${low} to ${high}`,
    rule: (text: string) => `Responder: ${text}`,
    noiseKind: (kind: string) => `Improved and worsened: beyond what chance explains (${kind}).`,
    noiseNone:
      "Nobody is counted as improved or worsened: this book knows no number for how far two values differ by chance.",
    notes: "How to read this",
  },
};
