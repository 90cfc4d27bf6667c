// Aftercare.
export const care = {
  care: {
    title: "Aftercare",
    none: "No aftercare window is open.",
    noneTry: "It opens with the next recorded session.",
    since: (text: string) => `${text} since the session`,
    sessionOn: (moment: string) => `Session on ${moment}`,
    absorb: "first 24 hours",
    careful: "24 to 72 hours",
    later: "after 72 hours",
    use: "Use now",
    avoid: "Avoid now",
    next: "What comes next",
    expect: "What to expect",
    contact: "Whom to ask",
    until: (moment: string) => `until ${moment}`,
    left: (text: string) => `${text} left`,
    print: "Print",
    warnings: "Please note",
  },
};
