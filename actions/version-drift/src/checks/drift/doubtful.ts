import { count, failIf, skip, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { differs, originWords, slotProblem } from '../../judging/problem.ts';

/** Places that may name this project's version, or another's, or one that is old on purpose. */
export const doubtful = check({
  id: 'drift/doubtful',
  summary: 'Places that seem to name the version agree with it',
  level: 'notice',
  reads: ['slots'],
  mayLack: ['target'],
  judge: ({ slots, target }) => {
    if (!target.known) return skip(target.why);
    const own = slots.value.filter(({ slot, certain }) => slot.policy !== 'past' && !certain);
    if (own.length === 0) return skip('no place is in doubt');
    const problems = own.filter(differs).flatMap((judged): readonly Problem[] => {
      const { expected, slot } = judged;
      if (expected === undefined) return [];
      // What was left behind is old: a version of the future is an example, or another project's.
      if (slot.policy === 'released' && judged.verdict === 'ahead') return [];
      const why = slot.policy === 'current' ? originWords(target) : ', the last release';
      return [slotProblem(judged, expected, `${why}, if it is this project’s`, { safe: false })];
    });
    return failIf(problems, `${count(own.length, 'place')} in doubt`);
  },
});
