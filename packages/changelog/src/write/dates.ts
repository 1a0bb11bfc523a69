import type { IsoDate } from '@pymaint/core';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Writes a day as another one was written: `Sep 13, 2023`, `6th December, 2024`, `2024/05/01`; ISO where in doubt. */
export function dateLike(sample: string | undefined, date: IsoDate): string {
  const [year = '', month = '', padded = ''] = date.split('-');
  const day = String(Number(padded));
  const written = sample?.trim() ?? '';
  const separator = /^\d{4}([-/.])\d{1,2}\1\d{1,2}/.exec(written)?.[1];
  if (separator !== undefined) return [year, month, padded].join(separator);
  const name = MONTHS[Number(month) - 1] ?? '';
  const words = /[A-Za-z]{3,9}/.exec(written)?.[0] ?? '';
  const spelled = words.length === 3 && words.toLowerCase() !== 'may' ? name.slice(0, 3) : name;
  const ordinal = /\d(?:st|nd|rd|th)/i.test(written) ? `${day}${suffix(Number(day))}` : day;
  const number = /\b0\d\b/.test(written) ? padded : ordinal;
  if (/^[A-Za-z]{3,9}\.? \d/.test(written))
    return `${spelled} ${number}${written.includes(',') ? ',' : ''} ${year}`;
  if (/^\d{1,2}(?:st|nd|rd|th)? [A-Za-z]/.test(written))
    return `${number} ${spelled}${written.includes(',') ? ',' : ''} ${year}`;
  return date;
}

function suffix(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
