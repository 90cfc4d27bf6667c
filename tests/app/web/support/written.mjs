// How a page writes what the server says: its days of records have their day of the week.
const part = (date, options) => new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" }).format(date);

function dayOf(text) {
  const date = new Date(`${text}T00:00Z`);
  const [weekday, month] = [part(date, { weekday: "short" }), part(date, { month: "short" })];
  return `${weekday} ${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

export const asWritten = (text) =>
  text
    .replace(/\b\d{4}-\d\d-\d\d\b/g, dayOf)
    .replace(/\b\d{4}-\d\d\b/g, (month) => dayOf(`${month}-01`).split(" ").slice(2).join(" "));
