// The session at the chair and what the safety rules say.
import { plural } from "./plural.ts";

export const session = {
  session: {
    title: "Session",
    when: "When",
    where: "Where",
    whereHint: "Tap the face or tick the list; both show the same.",
    map: "Face map, facing you. Arrow keys move between regions, space chooses one.",
    backView: "back",
    region: "Region",
    depth: "Depth",
    passes: "Passes",
    passesUnit: "×",
    last: "Last",
    was: (text: string) => `last: ${text}`,
    lastTime: (text: string) => `Last time: ${text}`,
    prefilled: (day: string) => `Filled in from the session on ${day}.`,
    first: "First session: choose the regions, then depth and passes.",
    how: "How",
    device: "Device",
    result: "How the skin answered",
    gate: "Safety",
    gateClear: "No rule speaks against it. The clinician decides.",
    gateWait: "Choose a region: the safety rules are asked as you go.",
    gateAsking: "Asking the rules …",
    gateDevice: "Choose a device: the rules depend on it.",
    gateOpen: "The rules cannot be asked yet: something is missing or not a number, such as depth or passes.",
    why: "Why it is done all the same",
    whyThere: (region: string) => `Why it is done all the same: ${region}`,
    noOverride: "Going on over a stop is for a clinician. What you typed is kept: a clinician can take over here.",
    whyMissing: "Give a reason, or leave this region out.",
    source: (text: string) => `Source: ${text}`,
    record: "Record session",
    timer: "Anaesthetic timer",
    timerStart: "Start",
    timerTake: (minutes: number) => `Take over ${minutes} min`,
    noArea: "Choose at least one region.",
    course: (concern: string, number: number, planned: number) =>
      number > planned
        ? `All ${planned} planned sessions for ${concern} are done`
        : `Session ${number} of ${planned}, ${concern}`,
    keys: (count: number) => plural(count, "key", "keys"),
    traceability: "Batch, serial numbers, consent",
    energy: "Radiofrequency",
  },
  kept: {
    inSpite: (because: string, reason: string) => `${because}; done because ${reason}`,
    notAsked: (because: string) => `${because}; not asked at the time`,
    notJudged: (because: string) => `${because}; not judged`,
  },
  levels: { stop: "Stop", sign_off: "Needs sign-off", caution: "Caution", not_judged: "Not judged" } as Record<
    string,
    string
  >,
};
