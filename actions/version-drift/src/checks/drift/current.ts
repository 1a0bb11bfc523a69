import { check } from '../../check.ts';
import { currentVerdict } from '../../judging/current-verdict.ts';

/** Every place of the package that names its version holds the version that is being built. */
export const current = check({
  id: 'drift/current',
  summary: 'Every place of the package that names its version holds the same',
  reads: ['slots'],
  mayLack: ['target', 'releaseAs'],
  judge: ({ slots, target, releaseAs }) =>
    currentVerdict(slots.value, target, releaseAs.known ? releaseAs.value : undefined),
});
