import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** No markup reads as something else than was meant. */
export const markup = check({
  id: 'refs/markup',
  summary: 'No markup reads as something else than was meant',
  level: 'warning',
  reads: ['sphinx'],
  judge: ({ sphinx }) =>
    resolved(sphinx.value, ['single-colon', 'role-space', 'missing-underscore', 'markdown-link']),
});
