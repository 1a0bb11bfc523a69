import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every label, document and term that a docstring on a page refers to is there. */
export const docstrings = check({
  id: 'refs/docstrings',
  summary: 'Every label, document and term that a docstring on a page refers to is there',
  reads: ['sphinx'],
  judge: ({ sphinx }) => resolved(sphinx.value, ['docstring']),
});
