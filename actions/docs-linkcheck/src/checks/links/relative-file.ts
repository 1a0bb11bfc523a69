import { check } from '../../check.ts';
import { resolvedAll } from '../../judging/resolved-all.ts';

/** Every relative link and image leads to a file that is there. */
export const relativeFile = check({
  id: 'links/relative-file',
  summary: 'Every relative link and image leads to a file that is there',
  reads: [],
  mayLack: ['forge', 'sphinx', 'mkdocs'],
  judge: (facts) => resolvedAll(facts, ['missing-link']),
});
