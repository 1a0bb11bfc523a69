import type { Fact } from '@pymaint/core';
import {
  compareVersions,
  finalOf,
  isPlainFinal,
  judgeSlot,
  parseVersion,
  slotHolds,
  type Project,
  type Slot,
  type Version,
} from '@pymaint/python';
import type { JudgedSlot, Release, Target } from '../facts.ts';

/** `0.0.0` stands for a version that the build puts in. */
export const isPlaceholder = ({ release }: Version): boolean => release.every((part) => part === 0);

/** Holds every slot against the version and the releases, as far as they are known. */
export function judgeSlots(
  slots: readonly Slot[],
  project: Project,
  target: Fact<Target>,
  releases: Fact<readonly Release[]>,
): readonly JudgedSlot[] {
  if (!target.known)
    return slots.map((slot) => ({
      slot,
      verdict: 'unknown',
      expected: undefined,
      certain: false,
    }));
  const made = releases.known ? releases.value : [];
  return slots.map((slot) => judgeOne(slot, project, target.value, made));
}

function judgeOne(
  slot: Slot,
  project: Project,
  { version: current, from }: Target,
  releases: readonly Release[],
): JudgedSlot {
  const own = slot.version === undefined ? undefined : parseVersion(slot.version);
  const certain = slot.sure && from !== 'tags' && !isSuffixed(own, current, project);
  if (slot.policy === 'past')
    return { slot, verdict: judgeSlot(slot, { current }), expected: undefined, certain };
  if (own !== undefined && isPlaceholder(own))
    return { slot, verdict: 'placeholder', expected: undefined, certain };
  if (slot.policy === 'current')
    return { slot, verdict: judgeSlot(slot, { current }), expected: current, certain };
  return releasedSlot(slot, current, releases, slot.sure);
}

/** Setuptools adds `tag_build` when it builds, so that `1.5` there is `1.5.dev0` elsewhere. */
const isSuffixed = (own: Version | undefined, current: Version, project: Project): boolean =>
  own !== undefined && project.tagBuild.known && finalOf(own) === finalOf(current);

/**
 * A document's place may hold the coming version, the last release before it, or the newest of all: branches of older
 * series are read beside the newest. Without tags it is not known what was released last.
 */
function releasedSlot(
  slot: Slot,
  current: Version,
  releases: readonly Release[],
  certain: boolean,
): JudgedSlot {
  const wanted = lastRelease(current, releases);
  if (slotHolds(slot, current))
    return { slot, verdict: 'agrees', expected: wanted ?? current, certain };
  if (wanted === undefined) return { slot, verdict: 'unknown', expected: undefined, certain };
  const good = [
    releases[0],
    releases.find(({ version }) => isPlainFinal(version)),
    releases.find(({ version }) => compareVersions(version, current) <= 0),
  ].flatMap((release) => (release === undefined ? [] : [release.version]));
  const agrees = [wanted, ...good].some((version) => slotHolds(slot, version));
  const verdict = agrees ? 'agrees' : judgeSlot(slot, { current, released: wanted });
  return { slot, verdict, expected: wanted, certain };
}

/** The newest final release up to a version, else the newest of any kind. */
function lastRelease(current: Version, releases: readonly Release[]): Version | undefined {
  const before = releases.filter(({ version }) => compareVersions(version, current) <= 0);
  return (before.find(({ version }) => isPlainFinal(version)) ?? before[0])?.version;
}
