import type { Report } from '../report.ts';
import { count, duration } from '../words.ts';
import { groupsOf } from './groups.ts';

/** `Not ready` of `not ready`. */
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `2 errors, 1 thing not known`; what is not zero alone. */
export function countsInWords({ counts }: Report): string {
  const some: readonly (readonly [number, string, string?])[] = [
    [counts.errors, 'error'],
    [counts.warnings, 'warning'],
    [counts.notices, 'notice'],
    [counts.crashed, 'crash of pymaint', 'crashes of pymaint'],
    [counts.unknown, 'thing not known', 'things not known'],
    [counts.accepted, 'accepted finding'],
  ];
  return some
    .filter(([n]) => n > 0)
    .map(([n, one, many]) => count(n, one, many))
    .join(', ');
}

/** `Not ready: 2 errors, 1 thing not known.` */
export function verdictSentence(report: Report): string {
  const counts = countsInWords(report);
  return `${capitalised(report.verdict)}${counts === '' ? '' : `: ${counts}`}.`;
}

/** `49.0 s, of which tests 48.3 s`: where the time went, if one group took the most of a noticeable time. */
export function timeInWords(report: Report): string {
  const whole = duration(report.milliseconds);
  const [longest] = groupsOf(report).toSorted((a, b) => b.milliseconds - a.milliseconds);
  if (longest === undefined || report.milliseconds < 1000) return whole;
  return longest.milliseconds < report.milliseconds / 3
    ? whole
    : `${whole}, of which ${longest.name} ${duration(longest.milliseconds)}`;
}

/** Checks that could not be judged, and those that broke: what makes an answer doubtful, with the reasons. */
export const doubtsOf = (
  report: Report,
): readonly { readonly id: string; readonly why: string }[] =>
  report.checks
    .filter(({ status }) => status === 'unknown' || status === 'crash')
    .map(({ id, detail }) => ({ id, why: detail ?? 'no reason was given' }));
