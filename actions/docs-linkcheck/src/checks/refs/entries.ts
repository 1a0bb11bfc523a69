import { check } from '../../check.ts';
import { resolved } from '../../judging/resolved.ts';

const ENTRIES = [
  'any',
  'entry',
  'term',
  'citation',
  'option',
  'envvar',
  'token',
  'program',
  'equation',
].flatMap((it) => [`undefined-${it}`, `duplicate-${it}`]);

/** Every term, citation, option and variable that is referred to is defined once. */
export const entries = check({
  id: 'refs/entries',
  summary: 'Every term, citation, option and variable that is referred to is defined once',
  reads: ['sphinx'],
  judge: ({ sphinx }) => resolved(sphinx.value, ENTRIES),
});
