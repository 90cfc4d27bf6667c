// A moment of the server's clock (UTC), as the clock of this browser shows it: "29 Nov 2026, 14:30".
const format = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

const isMoment = /[zZ]|[+-]\d\d:?\d\d$/;

export const localMomentText = (utc: string): string => format.format(new Date(isMoment.test(utc) ? utc : `${utc}Z`));
