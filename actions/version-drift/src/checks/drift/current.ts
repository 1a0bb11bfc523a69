import { failIf, skip } from '@pymaint/core';
import { check } from '../../check.ts';
import { differs, originWords, slotProblem } from '../../judging/problem.ts';

/** Every place of the package that names its version holds the version that is being built. */
export const current = check({
  id: 'drift/current',
  summary: 'Every place of the package that names its version holds the same',
  reads: ['slots'],
  mayLack: ['target', 'releaseAs'],
  judge: ({ slots, target, releaseAs }) => {
    if (!target.known) return skip(target.why);
    const own = slots.value.filter(({ slot, certain }) => slot.policy === 'current' && certain);
    const version = releaseAs.known ? releaseAs.value : target.value.version;
    const why = releaseAs.known ? ' to be released' : originWords(target);
    return failIf(
      own.filter(differs).map((judged) => slotProblem(judged, version, why)),
      own.length === 1 ? 'one place' : `${own.length} places`,
    );
  },
});
