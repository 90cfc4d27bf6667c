// A box's code as a scanner types it: a GS1 element string, or one of HIBCC, with its lot and expiry. Pure.
// Application identifiers of the GS1 General Specifications: 01 article, 10 lot, 11 made on, 17 expiry, 21 serial, 30
// pieces.
import { hibcCode } from "./hibc_code.ts";

const fixed: Record<string, number> = { "01": 14, "11": 6, "15": 6, "17": 6 };
const longest: Record<string, number> = { "10": 20, "21": 20, "30": 8 };
const symbology = /^\][A-Za-z]\d/;
const separator = "\u001d";

export interface Scanned {
  lot: string;
  expiry: string; // YYYY-MM-DD, "" where the code does not say
}

// "270600" is the last day of June 2027.
function dayOf(text: string | undefined): string {
  const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)$/.exec(text ?? "") ?? [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return "";
  const last = new Date(Date.UTC(2000 + Number(year), Number(month), 0)).getUTCDate();
  return `20${year}-${month}-${day === "00" ? String(last) : day}`;
}

function elements(text: string): Map<string, string> | null {
  const found = new Map<string, string>();
  if (text.startsWith("(")) {
    for (const [, name = "", value = ""] of text.matchAll(/\((\d{2,4})\)([^(]*)/g)) found.set(name, value.trim());
    return found;
  }
  for (let rest = text; rest !== ""; ) {
    const name = rest.slice(0, 2);
    const length = fixed[name];
    const most = longest[name];
    if (length === undefined && most === undefined) return null;
    const end = length === undefined ? rest.indexOf(separator) : 2 + length;
    const value = end < 0 ? rest.slice(2) : rest.slice(2, end);
    if ((length !== undefined && !/^\d+$/.test(value)) || value.length < (length ?? 1) || value.length > (most ?? 14))
      return null;
    found.set(name, value);
    rest = end < 0 ? "" : rest.slice(end + (rest[end] === separator ? 1 : 0));
  }
  return found;
}

// Nothing for what is no such code: a lot that was typed.
export function scanned(text: string): Scanned | null {
  const typed = text.trimStart().replace(symbology, "");
  if (typed.startsWith("+")) return hibcCode(typed);
  const code = typed.trimEnd();
  if (!/^(\(01\)|01)\d{14}/.test(code)) return null;
  const found = elements(code);
  const lot = found?.get("10") ?? "";
  return lot === "" ? null : { lot, expiry: dayOf(found?.get("17")) };
}

// Lots are the same whatever their case, blanks and dashes.
export const folded = (lot: string): string => lot.toLowerCase().replace(/[\s-]/g, "");
