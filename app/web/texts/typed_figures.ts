// Figures as people type them, as the program reads them. Pure.

// Arabic-Indic (٠ to ٩) and Persian (۰ to ۹) digits become Western ones, ٫ the decimal point; ٬ between thousands and
// marks of direction go, and a minus sign is "-". All else stays.
export const plainFigures = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, "")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/(\d)٬(?=\d{3})/g, "$1")
    .replace(/٫/g, ".")
    .replace(/−/g, "-");
