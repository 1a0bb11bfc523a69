import { count, failIf, withCommas } from '@pymaint/core';
import { copyDay } from '@pymaint/docs';
import { check } from '../../check.ts';
import type { JudgedLink } from '../../external-facts.ts';
import { isHistory, problemAt, whereAsked } from '../../judging/external.ts';

/** Every external address leads somewhere. */
export const broken = check({
  id: 'external/broken',
  summary: 'Every external address leads somewhere',
  reads: ['external'],
  judge: ({ external }) =>
    whereAsked(external.value, ({ links, probed, remembered, answeredByGit, leftOut }) => {
      const problems = links.filter(isBroken).flatMap((link) =>
        problemAt(
          link,
          (written) =>
            `Unexpected \`${written}\`, expected an address that leads somewhere: ${why(link)}`,
          // Nobody mends what was said of an old release, though it is good to know.
          {
            ...(link.uses.every(({ place }) => isHistory(place.path)) && { level: 'warning' }),
            ...(link.archived !== undefined && { remedy: remedyOf(link.archived) }),
          },
        ),
      );
      const known = [
        remembered > 0 ? `${withCommas(remembered)} from earlier runs` : '',
        answeredByGit > 0 ? `${withCommas(answeredByGit)} in the repository` : '',
        leftOut > 0 ? `${withCommas(leftOut)} left out` : '',
      ].filter((words) => words !== '');
      return failIf(
        problems,
        [count(probed, 'address asked', 'addresses asked'), ...known].join(', '),
      );
    }),
});

const isBroken = ({ verdict, failing }: JudgedLink): boolean =>
  verdict.class === 'broken' || failing !== undefined;

const remedyOf = (copy: string): string =>
  `look for its new address; a copy of ${copyDay(copy)} is at ${copy}`;

function why({ verdict, failing, lastGood }: JudgedLink): string {
  const since =
    failing === undefined ? '' : `, ${count(failing.times, 'failure')} since ${failing.since}`;
  return `${verdict.evidence}${since}${lastGood === undefined ? '' : `, last good on ${lastGood}`}`;
}
