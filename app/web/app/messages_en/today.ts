// The day's list.
import { plural } from "./plural.ts";

export const today = {
  today: {
    title: "Today",
    due: "Due for a session",
    dueNone: "Nobody is due. Patients appear here when an open course says that their next session is near.",
    sessions: "Latest sessions",
    sessionsNone: "No session yet. Find a patient, or register one, and record the first.",
    findings: "Safety: waiting for someone",
    findingsNone: "Nothing waits. Open side effects and unsettled findings appear here.",
    openEvent: (kind: string, severity: number) => `${kind}, severity ${severity} of 5, not resolved`,
    overdue: (days: number) => `${plural(days, "day", "days")} overdue`,
    onTime: (days: number) => (days === 0 ? "today" : `in ${plural(days, "day", "days")}`),
    done: (done: number, planned: number) => `${done} of ${planned} sessions`,
    last: (day: string) => `last on ${day}`,
    state: { due: "due", overdue: "overdue", lost: "lost", soon: "soon" } as Record<string, string>,
    welcome: "An empty book",
    welcomeText: "Register your first patient, or bring what you have in old files.",
    welcomeImport: "Import a file",
    all: "All",
  },
};
