import { isoDate, type IsoDate } from '@pymaint/core';
import type { DateForm } from './model.ts';

/** A date in a line: its offsets there, and what it says. */
export interface ReadDate {
  readonly start: number;
  readonly end: number;
  readonly iso: IsoDate | undefined;
  readonly form: DateForm;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Any word that starts as a month does: misspelt months (`Febuary`) are common, and the year makes it sure. */
const MONTH = `(${MONTHS.join('|')})[a-z]{0,7}\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';
const TIME =
  /^[T ,]{1,2}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d{1,9})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:z|utc|gmt|[a-z]{3,4}))?(?:\s?[+-]\d{1,2}:?\d{2})?(?![\w])/i;

interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[]) => Omit<ReadDate, 'start' | 'end'>;
}

/** In order of trial: the longer forms first. */
const FORMS: readonly Form[] = [
  form(`(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\w]|\\.\\d)`, ([y, , m, d]) => day(y, m, d)),
  form(`((?:19|20)\\d{2})(\\d{2})(\\d{2})(?![\\w.])`, ([y, m, d]) => day(y, m, d)),
  form(`(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?![\\w])`, ([a, , b, y]) =>
    dayOrMonthFirst(a, b, y),
  ),
  form(`${WEEKDAY}${MONTH}\\s*${DAY}\\s*,?\\s+(\\d{4})(?!\\w)`, ([m, d, y]) =>
    day(y, monthOf(m), d),
  ),
  form(
    `${WEEKDAY}${DAY}(?:\\s+of)?[\\s-]+${MONTH}[\\s,-]+(?:of\\s+)?(\\d{4})(?!\\w)`,
    ([d, m, y]) => day(y, monthOf(m), d),
  ),
  form(`(\\d{4})[\\s-]+${MONTH}[\\s-]+${DAY}(?!\\w)`, ([y, m, d]) => day(y, monthOf(m), d)),
  form(`${MONTH}[\\s,-]+(?:of\\s+)?(\\d{4})(?!\\w)`, () => ({ iso: undefined, form: 'month' })),
  form(`(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])(?![\\w-])`, () => ({ iso: undefined, form: 'month' })),
  form(
    `(?:\\d{4}|[xy?]{4}|20[xy?]{2})[-/.](?:\\d{2}|[xm?]{1,2})[-/.](?:\\d{2}|[xd?]{1,2})(?!\\w)`,
    placeholder,
  ),
  form(
    `(?:tb[adc]|to be (?:announced|determined|defined|decided)|unknown|\\?{2,}|date)(?!\\w)`,
    placeholder,
  ),
  form(`%%?date%%?|\\{\\{?\\s*date\\s*\\}?\\}`, placeholder),
  form(`(?:19|20)\\d{2}(?![\\w.-])`, () => ({ iso: undefined, form: 'year' })),
];

function form(source: string, read: Form['read']): Form {
  return { pattern: new RegExp(source, 'iy'), read };
}

/**
 * The date that starts at an offset of a line: ISO 8601 and its neighbours, or words (`Sep 13, 2023`,
 * `6th December, 2024`, `Sunday 12 March 2023`), with a time behind it, or a placeholder for one.
 */
export function readDateAt(line: string, at: number): ReadDate | undefined {
  for (const { pattern, read } of FORMS) {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (match === null) continue;
    const end = at + match[0].length;
    const time = TIME.exec(line.slice(end, end + 60));
    return { start: at, end: end + (time?.[0].length ?? 0), ...read(match.slice(1)) };
  }
  return undefined;
}

function day(
  year: string | number | undefined,
  month: string | number | undefined,
  dayOfMonth: string | number | undefined,
): Omit<ReadDate, 'start' | 'end'> {
  const iso = isoDate(Number(year), Number(month), Number(dayOfMonth));
  return { iso, form: iso === undefined ? 'invalid' : 'day' };
}

/** `13-05-2020` can only be a day first; `04-05-2020` can be either, and no one can tell. */
function dayOrMonthFirst(
  a: string | undefined,
  b: string | undefined,
  year: string | undefined,
): Omit<ReadDate, 'start' | 'end'> {
  if (a !== b && Number(a) <= 12 && Number(b) <= 12) return { iso: undefined, form: 'ambiguous' };
  return Number(a) > 12 ? day(year, b, a) : day(year, a, b);
}

function placeholder(): Omit<ReadDate, 'start' | 'end'> {
  return { iso: undefined, form: 'placeholder' };
}

const monthOf = (name: string | undefined): number =>
  MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
