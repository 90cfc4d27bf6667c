// A box's code by the HIBC Supplier Labeling Standard (HIBCC, ANSI/HIBC 2.6): "+", who labelled it and what it is, "/",
// how many, until when and its lot, and a check character; or the second half alone, with the check character of the
// first as its link. Pure.

const characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
const longestLot = 18;

export interface HibcCode {
  lot: string;
  expiry: string; // YYYY-MM-DD, "" where the code does not say
}

// Of all that stands before it, modulo 43.
export function checkCharacter(text: string): string {
  const sum = [...text].reduce((all, one) => all + characters.indexOf(one), 0);
  return characters[sum % characters.length] ?? "";
}

const day = (year: number, month: number, of: number): string => {
  const date = new Date(Date.UTC(2000 + year, month - 1, of));
  const isOne = month >= 1 && month <= 12 && of >= 1 && date.getUTCMonth() === month - 1;
  return isOne ? date.toISOString().slice(0, 10) : "";
};
const lastOf = (year: number, month: number): string =>
  day(year, month, new Date(Date.UTC(2000 + year, month, 0)).getUTCDate());
const dayOfYear = (year: number, of: number): string => {
  const date = new Date(Date.UTC(2000 + year, 0, of));
  return of >= 1 && date.getUTCFullYear() === 2000 + year ? date.toISOString().slice(0, 10) : "";
};

const two = (text: string, at: number): number => Number(text.slice(at, at + 2));

// By its flag: how many digits follow it, and the day that they say.
const dates: Record<string, [number, (digits: string) => string]> = {
  "2": [6, (text) => day(two(text, 4), two(text, 0), two(text, 2))], // MMDDYY
  "3": [6, (text) => day(two(text, 0), two(text, 2), two(text, 4))], // YYMMDD
  "4": [8, (text) => day(two(text, 0), two(text, 2), two(text, 4))], // YYMMDDHH
  "5": [5, (text) => dayOfYear(two(text, 0), Number(text.slice(2, 5)))], // YYJJJ
  "6": [7, (text) => dayOfYear(two(text, 0), Number(text.slice(2, 5)))], // YYJJJHH
  "7": [0, () => ""],
};
const quantities: Record<string, number> = { "8": 2, "9": 5 };

// "$$", perhaps a quantity, a date, the lot; without a flag the date is MMYY.
function dated(text: string): HibcCode | null {
  const quantity = quantities[text[0] ?? ""];
  const rest = quantity === undefined ? text : text.slice(1 + quantity);
  const [digits, read] = dates[rest[0] ?? ""] ?? [];
  const length = digits ?? 4;
  const begins = digits === undefined ? 0 : 1;
  const date = rest.slice(begins, begins + length);
  if (date.length !== length || !/^\d*$/.test(date)) return null;
  const expiry = read ? read(date) : lastOf(two(date, 2), two(date, 0));
  if (expiry === "" && length > 0) return null;
  return { lot: rest.slice(begins + length), expiry };
}

// One part between slashes; nothing for a serial number, a quantity or a day of making.
function part(text: string): HibcCode | null {
  if (text.startsWith("$$+") || text.startsWith("$+")) return null;
  if (text.startsWith("$$")) return dated(text.slice(2));
  if (text.startsWith("$")) return { lot: text.slice(1), expiry: "" };
  const [, ofYear, lot] = /^(\d{5})(.*)$/.exec(text) ?? [];
  if (ofYear !== undefined && lot !== undefined)
    return { lot, expiry: dayOfYear(two(ofYear, 0), Number(ofYear.slice(2))) };
  const [, year, month, of] = /^14D20(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  return year === undefined ? null : { lot: "", expiry: day(Number(year), Number(month), Number(of)) };
}

// Nothing for what is no such code, was misread, or names no lot.
export function hibcCode(text: string): HibcCode | null {
  const code = text.replace(/^\s+|[\r\n\t]+$/g, "").toUpperCase(); // a blank at its end is its check character
  if (!/^\+[0-9A-Z\-. $/+%]{4,}$/.test(code) || checkCharacter(code.slice(0, -1)) !== code.slice(-1)) return null;
  const data = code.slice(1, -1);
  const isWhole = /^[A-Z]/.test(data);
  const parts = (isWhole ? data : data.slice(0, -1)).split("/").slice(isWhole ? 1 : 0);
  const said = parts.map(part).filter((one) => one !== null);
  const lot = said.map((one) => one.lot).find((one) => one !== "") ?? "";
  if (lot === "" || lot.length > longestLot) return null;
  return { lot, expiry: said.map((one) => one.expiry).find((one) => one !== "") ?? "" };
}
