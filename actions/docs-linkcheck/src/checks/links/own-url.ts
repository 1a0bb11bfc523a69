import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every address of the project’s own repository names a file and an anchor that it holds. */
export const ownUrl = check({
  id: 'links/own-url',
  summary: 'Every address of the project’s own repository names a file and an anchor that it holds',
  reads: ['ownUrls'],
  judge: ({ ownUrls }) => resolved(ownUrls.value, ['own-url']),
});
