// The patient's own page.
export const own = {
  own: {
    hello: (clinic: string, day: string) => `Your treatment so far, ${clinic}, ${day}`,
    now: "Right now",
    next: "Your next session",
    nextOn: (day: string) => `It is planned for ${day}.`,
    nextWas: (day: string) => `It was planned for ${day}. Please call the clinic for a new date.`,
    nextNone: "No date is planned. Ask the clinic.",
    how: "Your charts",
    sessions: "Session by session",
    sessionsNone: "No session yet.",
    numbers: "What these numbers mean",
    better: {
      lower: "lower is better",
      higher: "higher is better",
      nearer: "nearer to 0 is better: 0 is like the skin beside it",
      neither: "neither way is better",
    },
    valueAt: "Each dot is one visit. The lines are your sessions.",
    notDoctor: "This page shows what your clinic recorded. It does not replace your clinic's advice.",
    broken: "This page is not open any more.",
    brokenTry: "Ask your clinic for a new link.",
    areas: (list: string) => `Treated: ${list}`,
  },
};
