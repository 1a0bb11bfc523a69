/** A day of the proleptic Gregorian calendar as `YYYY-MM-DD` (ISO 8601), so that text order is time order. */
export type IsoDate = string;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The day, or undefined where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const length = month === 2 && isLeap(year) ? 29 : LENGTHS[month - 1];
  const whole = [year, month, day].every(Number.isInteger);
  if (!whole || length === undefined || day < 1 || day > length) return undefined;
  if (year < 1 || year > 9999) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Reads exactly `YYYY-MM-DD`; undefined for any other text and for days that do not exist. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? undefined : isoDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whole days from one day to another; negative where `to` is the earlier one. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** Days since 1970-01-01, by Howard Hinnant's `days_from_civil`. */
function dayNumber(date: IsoDate): number {
  const [year = 1, month = 1, day = 1] = date.split('-').map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
