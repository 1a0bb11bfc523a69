import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';
import { groupedNotices, whereAsked } from '../../judging/external.ts';

/** No external address is behind a wall for robots. */
export const blocked = check({
  id: 'external/blocked',
  summary: 'No external address is behind a wall for robots',
  level: 'notice',
  reads: ['external'],
  judge: ({ external }) =>
    whereAsked(external.value, ({ links }) =>
      failIf(groupedNotices(links.filter(({ verdict }) => verdict.class === 'blocked'))),
    ),
});
