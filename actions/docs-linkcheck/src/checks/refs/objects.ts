import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

/** Every Python object of this project that a role names is defined, and described once. */
export const objects = check({
  id: 'refs/objects',
  summary: 'Every Python object of this project that a role names is defined, and described once',
  reads: ['sphinx'],
  judge: ({ sphinx }) =>
    resolved(sphinx.value, ['undefined-object', 'duplicate-object', 'unread-inventory']),
});
