import { count, failIf, skip } from '@pymaint/core';
import { slotHolds, type Slot } from '@pymaint/python';
import { check } from '../../check.ts';
import type { JudgedSlot } from '../../facts.ts';
import { dateProblem } from '../../judging/date-problem.ts';
import { slotProblem } from '../../judging/problem.ts';

/** What a bump to the version of `release-as` would change, place by place. */
export const wholeBump = check({
  id: 'drift/whole-bump',
  summary: 'Every place holds the version of `release-as`',
  level: 'notice',
  reads: ['slots'],
  mayLack: ['releaseAs', 'target', 'dates', 'today'],
  judge: ({ slots, releaseAs, target, dates, today }) => {
    if (!releaseAs.known) return skip(releaseAs.why);
    const version = releaseAs.value;
    const outgoing = target.known ? target.value.version : undefined;
    // What holds the outgoing version exactly is this project's, sure or not.
    const holdsIt = (slot: Slot): boolean =>
      outgoing !== undefined && slot.spelling.type !== 'list' && slotHolds(slot, outgoing);
    const own = slots.value.filter(isJudgedGood);
    const left = own.filter(
      ({ slot }) =>
        !slotHolds(slot, version) && (slot.sure || slot.policy === 'current' || holdsIt(slot)),
    );
    const days = left.length === 0 || !dates.known || !today.known ? [] : dates.value;
    const day = today.known ? today.value : '';
    return failIf(
      [
        ...left.map((judged) => slotProblem(judged, version, ' to be released')),
        ...days
          .filter(({ written }) => written !== day)
          .map((date) => dateProblem(date, day, `, today, beside \`${version.text}\``)),
      ],
      count(own.length, 'place'),
    );
  },
});

/** What differs already is reported by the other checks; what nothing was held against, by none. */
const isJudgedGood = ({ slot, verdict }: JudgedSlot): boolean =>
  slot.policy !== 'past' &&
  (verdict === 'agrees' || (verdict === 'unknown' && slot.policy === 'released'));
