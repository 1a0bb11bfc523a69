import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';
import { groupedNotices, whereAsked } from '../../judging/external.ts';

/** Every external address could be asked. */
export const unchecked = check({
  id: 'external/unchecked',
  summary: 'Every external address could be asked',
  level: 'notice',
  reads: ['external'],
  judge: ({ external }) =>
    whereAsked(external.value, ({ links }) =>
      failIf(groupedNotices(links.filter(({ verdict }) => verdict.class === 'unchecked'))),
    ),
});
