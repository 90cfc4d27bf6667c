// Civil times stay texts until they are drawn. Here they become numbers: the milliseconds of a calendar without time
// zones or summer time, so that a day is the same day everywhere.

const dayInMilliseconds = 86_400_000;

// Of "2026-01-05", "2026-01-05T10:30" or "2026-01-05T10:30:15"; throws for any other text.
export function moment(at: string): number {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(at);
  if (!parts) {
    throw new RangeError(`"${at}" is not a day or a moment`);
  }
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

export function dayOf(at: string): string {
  return at.slice(0, 10);
}

export function shifted(from: number, days: number): number {
  return from + days * dayInMilliseconds;
}
