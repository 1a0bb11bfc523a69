import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** What the last release published is still there, or a redirect leads on. */
export const published = check({
  id: 'refs/published',
  summary: 'What the last release published for others to link to is still there',
  reads: ['sphinx'],
  judge: ({ sphinx }) => resolved(sphinx.value, ['removed-name']),
});
