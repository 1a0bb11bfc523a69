import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';
import { groupedNotices, whereAsked } from '../../judging/external.ts';

/** Every external address answers in time. */
export const flaky = check({
  id: 'external/flaky',
  summary: 'Every external address answers in time',
  level: 'notice',
  reads: ['external'],
  judge: ({ external }) =>
    whereAsked(external.value, ({ links }) =>
      failIf(
        groupedNotices(
          links.filter(
            ({ verdict, failing }) => verdict.class === 'flaky' && failing === undefined,
          ),
        ),
      ),
    ),
});
