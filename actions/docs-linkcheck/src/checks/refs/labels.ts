import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every :ref: and :numref: names one label that is defined. */
export const labels = check({
  id: 'refs/labels',
  summary: 'Every `:ref:` and `:numref:` names one label that is defined',
  reads: ['sphinx'],
  judge: ({ sphinx }) =>
    resolved(sphinx.value, [
      'undefined-label',
      'untitled-label',
      'unnumbered-label',
      'duplicate-label',
    ]),
});
