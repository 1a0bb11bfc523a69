import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every entry of a toctree is a document, and every document is reached. */
export const toctrees = check({
  id: 'refs/toctrees',
  summary: 'Every entry of a toctree is a document, and every document is reached',
  reads: ['sphinx'],
  judge: ({ sphinx }) =>
    resolved(sphinx.value, [
      'toctree-entry',
      'toctree-glob',
      'toctree-duplicate',
      'circular-toctree',
      'orphan',
    ]),
});
