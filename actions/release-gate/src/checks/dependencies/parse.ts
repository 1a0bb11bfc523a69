import { count, failIf } from '@pymaint/core';
import { checkRequirement } from '@pymaint/python';
import { check } from '../../check.ts';
import { requirementsOf } from '../../judging/requirements.ts';

/** Installers can read every requirement. */
export const parse = check({
  id: 'dependencies/parse',
  summary: 'Every requirement can be read by installers',
  reads: ['project'],
  judge: ({ project }) => {
    const all = requirementsOf(project.value);
    return failIf(
      all.flatMap(({ entry, of }) =>
        checkRequirement(entry).map((problem) => ({
          remedy: `write it as NAME[EXTRA] >=1.2; MARKER (${of})`,
          ...problem,
        })),
      ),
      count(all.length, 'requirement'),
    );
  },
});
