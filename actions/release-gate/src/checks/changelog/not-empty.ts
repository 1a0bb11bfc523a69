import { fail, pass } from '@pymaint/core';
import { count } from '@pymaint/core';
import { check } from '../../check.ts';

/** The entry says something. */
export const notEmpty = check({
  id: 'changelog/not-empty',
  summary: 'The changelog’s entry for the version says what has changed',
  reads: ['entry'],
  judge: ({ entry }) => {
    const { entries, heading, version } = entry.value;
    if (entries.length > 0) return pass(count(entries.length, 'entry', 'entries'));
    return fail({
      message: `Unexpected empty entry for \`${version?.written ?? heading.text}\`, expected what has changed`,
      place: heading.range,
      remedy:
        'say what has changed for users, or that nothing has but for the reason of the release',
    });
  },
});
