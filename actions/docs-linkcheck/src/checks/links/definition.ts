import { check } from '../../check.ts';
import { resolvedAll } from '../../judging/resolved-all.ts';

/** Every reference link and footnote in Markdown has its definition. */
export const definition = check({
  id: 'links/definition',
  summary: 'Every reference link and footnote in Markdown has its definition',
  reads: [],
  mayLack: ['forge', 'sphinx', 'mkdocs'],
  judge: (facts) => resolvedAll(facts, ['undefined-link', 'undefined-note']),
});
