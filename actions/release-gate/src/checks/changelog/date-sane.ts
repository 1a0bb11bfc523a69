import { dateProblem } from '@pymaint/changelog-verify';
import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';

/** The entry's date is not in the future, not before the preceding release, and near the tag's. */
export const dateSane = check({
  id: 'changelog/date-sane',
  summary: 'The date of the changelog’s entry can be true',
  reads: ['entry', 'changelog', 'today'],
  mayLack: ['tag'],
  judge: ({ entry, changelog, today, tag }) => {
    const { date } = entry.value;
    if (date?.iso === undefined) return failIf([]);
    const problem = dateProblem(entry.value, {
      releases: changelog.value.changelog.releases,
      today: today.value,
      tag:
        tag.known && tag.value.date !== undefined
          ? { name: tag.value.name, date: tag.value.date }
          : undefined,
      isNext: true,
    });
    return failIf(problem === undefined ? [] : [problem], date.iso);
  },
});
