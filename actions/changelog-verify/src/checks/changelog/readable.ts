import { failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { levelByAge } from '../../judging/age.ts';

/** Every release of the changelog can be understood. */
export const readable = check({
  id: 'changelog/readable',
  summary: 'The changelog’s releases can be read: versions by PEP 440, days of the calendar',
  reads: ['changelog'],
  // The outputs of the action speak of it; nothing is judged by it.
  mayLack: ['notes'],
  judge: ({ changelog }) => {
    const { releases, problems } = changelog.value.changelog;
    const found = problems.map(({ kind, message, range }): Problem => {
      const of = releases.find(({ date }) => date?.range === range);
      const level = of === undefined ? 'warning' : levelByAge(of, releases, 'error');
      return { message, place: range, level: kind === 'no-release' ? 'notice' : level };
    });
    return failIf(found, `${changelog.value.path}, ${releases.length} releases`);
  },
});
