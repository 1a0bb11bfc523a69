import { compareVersions, finalOf, parseVersion, seriesOf, type Version } from '../pep440.ts';
import { slotHolds } from './spell.ts';
import type { Slot } from './types.ts';

/** What the slots are held against. */
export interface Expected {
  /** The version that is being built or released. */
  readonly current: Version;
  /** The newest release before it, if there is one. */
  readonly released?: Version;
}

/**
 * Where a slot stands. `behind` and `ahead`: of the expected version. `not-a-version`: it should hold one and does
 * not. `unreleased`: it says `next` or the like, which is to be replaced when releasing.
 */
export type SlotVerdict = 'agrees' | 'behind' | 'ahead' | 'not-a-version' | 'unreleased';

/** Words that stand for the coming release. */
const COMING = /^(next|unreleased|tbd|\.?dev\d*)$/i;

/** True for `next` and the other words that stand for the coming release. */
export const isComing = (text: string): boolean => COMING.test(text.trim());

/** Holds a slot against its policy. */
export function judgeSlot(slot: Slot, { current, released }: Expected): SlotVerdict {
  const own = slot.version === undefined ? undefined : parseVersion(slot.version);
  if (own === undefined) return isComing(slot.written) ? 'unreleased' : 'not-a-version';
  if (slotHolds(slot, current)) return 'agrees';
  if (slot.policy !== 'current' && released !== undefined && slotHolds(slot, released))
    return 'agrees';
  // `versionadded:: 2.1` is right in 2.1.0rc1 already.
  const limit = slot.policy === 'past' ? (parseVersion(finalOf(current)) ?? current) : current;
  const order = compareVersions(own, limit);
  if (slot.policy === 'past') return order > 0 && !inSeries(own, limit) ? 'ahead' : 'agrees';
  return order > 0 ? 'ahead' : 'behind';
}

/** `2.1` names the series that 2.1.3 is of. */
const inSeries = (own: Version, limit: Version): boolean =>
  own.release.length <= limit.release.length &&
  seriesOf(own, own.release.length) === seriesOf(limit, own.release.length);
