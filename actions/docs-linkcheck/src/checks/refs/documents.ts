import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every :doc: names a document that is built. */
export const documents = check({
  id: 'refs/documents',
  summary: 'Every `:doc:` names a document that is built',
  reads: ['sphinx'],
  judge: ({ sphinx }) => resolved(sphinx.value, ['undefined-document']),
});
