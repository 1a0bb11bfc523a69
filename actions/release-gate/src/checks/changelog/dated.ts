import { fail, pass, skip } from '@pymaint/core';
import { check } from '../../check.ts';
import { datedFix } from '../../judging/dated-fix.ts';

/** The entry says when the version was released, where the project's entries do. */
export const dated = check({
  id: 'changelog/dated',
  summary: 'The changelog’s entry for the version has a date',
  reads: ['entry', 'changelog', 'candidate', 'today'],
  judge: ({ entry, changelog, candidate, today }) => {
    const { date, heading, kind, unreleased, version } = entry.value;
    if (date?.iso !== undefined && kind !== 'unreleased') return pass(date.iso);
    const { releases } = changelog.value.changelog;
    // The habits of a project change: its last entries show them.
    const others = releases
      .slice(releases.indexOf(entry.value) + 1)
      .filter((release) => release.kind === 'released')
      .slice(0, 10);
    const datedOnes = others.filter((release) => release.date?.iso !== undefined).length;
    const dates = others.length > 0 && datedOnes * 2 >= others.length;
    if (kind !== 'unreleased' && date === undefined && !dates)
      return skip('this changelog gives its entries no dates');
    if (date !== undefined && (date.form === 'month' || date.form === 'year'))
      return pass(date.written);
    const fix = datedFix(entry.value, today.value);
    const found =
      date !== undefined
        ? `\`${date.written}\``
        : kind === 'unreleased'
          ? '“unreleased”'
          : 'lack of a date';
    return fail({
      message: `Unexpected ${found} at the entry for \`${version?.written ?? candidate.value.text}\`, expected the day of the release`,
      place: date?.range ?? unreleased ?? heading.textRange,
      remedy: `write the date: ${today.value}`,
      ...(fix !== undefined && { fix }),
    });
  },
});
