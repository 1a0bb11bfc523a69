import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every image, include and download is there. */
export const files = check({
  id: 'refs/files',
  summary: 'Every image, include and download is there',
  reads: ['sphinx'],
  judge: ({ sphinx }) => resolved(sphinx.value, ['missing-file']),
});
