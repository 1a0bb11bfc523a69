import { count, failIf, skip } from '@pymaint/core';
import { slotHolds } from '@pymaint/python';
import { check } from '../../check.ts';
import { slotProblem } from '../../judging/problem.ts';

/** What a bump to the version of `release-as` would change, place by place. */
export const wholeBump = check({
  id: 'drift/whole-bump',
  summary: 'Every place holds the version of `release-as`',
  level: 'notice',
  reads: ['slots'],
  mayLack: ['releaseAs'],
  judge: ({ slots, releaseAs }) => {
    if (!releaseAs.known) return skip(releaseAs.why);
    const version = releaseAs.value;
    // What differs already is reported by the other checks; what nothing was held against, by none.
    const own = slots.value.filter(
      ({ slot, verdict }) =>
        slot.policy !== 'past' &&
        (verdict === 'agrees' || (verdict === 'unknown' && slot.policy === 'released')),
    );
    const left = own.filter(
      ({ slot }) => !slotHolds(slot, version) && (slot.sure || slot.policy === 'current'),
    );
    return failIf(
      left.map((judged) => slotProblem(judged, version, ' to be released')),
      count(own.length, 'place'),
    );
  },
});
