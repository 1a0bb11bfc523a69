import { failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { whereAsked } from '../../judging/network.ts';

/** No issue or pull request that blocks the release is open. */
export const noBlockers = check({
  id: 'github/no-blockers',
  summary: 'No issue or pull request that blocks the release is open',
  reads: ['github'],
  judge: ({ github: { value, place } }) =>
    whereAsked(value, ({ blockers, milestone }) => {
      const problems = blockers.map(({ number, title, label }): Problem => ({
        message: `Unexpected open #${number} “${title}” with the label \`${label}\`, expected none that blocks the release`,
        place,
        remedy: 'close it, or take the label off',
      }));
      const left: readonly Problem[] =
        milestone === undefined || milestone.open === 0
          ? []
          : [
              {
                level: 'warning',
                message: `Unexpected ${milestone.open} open in the milestone \`${milestone.title}\`, expected none when it is released`,
                place,
                remedy: 'close them, or move them to the next milestone',
              },
            ];
      return failIf([...problems, ...left], 'none open');
    }),
});
