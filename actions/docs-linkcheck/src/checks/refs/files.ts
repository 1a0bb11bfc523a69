import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every image, include and download is there, and holds the part that is asked for. */
export const files = check({
  id: 'refs/files',
  summary: 'Every image, include and download is there, with the part that is asked for',
  reads: ['sphinx'],
  judge: ({ sphinx }) => resolved(sphinx.value, ['missing-file', 'missing-excerpt']),
});
