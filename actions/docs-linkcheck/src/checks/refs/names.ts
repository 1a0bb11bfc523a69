import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every name, footnote and substitution that a page uses is defined there. */
export const names = check({
  id: 'refs/names',
  summary: 'Every name, footnote and substitution that a page uses is defined there',
  reads: ['sphinx'],
  judge: ({ sphinx }) =>
    resolved(sphinx.value, [
      'undefined-target',
      'undefined-substitution',
      'undefined-footnote',
      'anonymous-mismatch',
      'duplicate-name',
      'duplicate-substitution',
    ]),
});
