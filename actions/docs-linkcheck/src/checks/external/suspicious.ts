import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';
import { groupedNotices, whereAsked } from '../../judging/external.ts';

/** No external address leads to another page than it says. */
export const suspicious = check({
  id: 'external/suspicious',
  summary: 'No external address leads to another page than it says',
  level: 'notice',
  reads: ['external'],
  judge: ({ external }) =>
    whereAsked(external.value, ({ links }) =>
      failIf(groupedNotices(links.filter(({ verdict }) => verdict.class === 'suspicious'))),
    ),
});
