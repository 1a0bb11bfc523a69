import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every address of the project’s own repository or documentation names what it holds. */
export const ownUrl = check({
  id: 'links/own-url',
  summary: 'Every address of the project’s own repository or documentation names what it holds',
  reads: ['ownUrls'],
  judge: ({ ownUrls }) => resolved(ownUrls.value, ['own-url']),
});
