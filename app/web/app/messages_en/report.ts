// The report to print.
export const report = {
  report: {
    title: (name: string) => `Progress: ${name}`,
    print: "Print",
    download: "Full report as a file",
    forPatient: "The patient's own report",
    values: "values",
    sessions: "Sessions",
    made: (clinic: string, day: string) => `${clinic} · ${day}`,
  },
};
