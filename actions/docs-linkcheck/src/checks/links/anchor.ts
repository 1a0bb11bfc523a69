import { check } from '../../check.ts';
import { resolvedAll } from '../../judging/resolved-all.ts';

/** Every anchor leads to a title or an id that is there. */
export const anchor = check({
  id: 'links/anchor',
  summary: 'Every anchor leads to a title or an id that is there',
  reads: [],
  mayLack: ['forge', 'sphinx', 'mkdocs'],
  judge: (facts) => resolvedAll(facts, ['missing-anchor']),
});
