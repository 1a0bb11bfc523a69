import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every link and image of the README works on PyPI too. */
export const pypiReadme = check({
  id: 'links/pypi-readme',
  summary: 'Every link and image of the README works on PyPI too',
  level: 'warning',
  reads: ['readme'],
  judge: ({ readme }) => resolved(readme.value, ['pypi-readme']),
});
