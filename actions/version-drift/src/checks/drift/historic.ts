import { count, failIf, skip, type Fact, type Problem } from '@pymaint/core';
import { compareVersions, finalOf, parseVersion, type Version } from '@pymaint/python';
import { check } from '../../check.ts';
import type { JudgedSlot, Release, Target } from '../../facts.ts';
import { slotProblem } from '../../judging/problem.ts';

/** What tells of the past names versions of the past, and `next` is replaced when it is released. */
export const historic = check({
  id: 'drift/historic',
  summary: 'What tells when something was added or changed names a version up to the coming one',
  level: 'notice',
  reads: ['slots'],
  mayLack: ['target', 'releases', 'releaseAs'],
  judge: ({ slots, target, releases, releaseAs }) => {
    if (!target.known) return skip(target.why);
    const own = slots.value.filter(({ slot }) => KINDS.has(slot.kind));
    if (own.length === 0) return skip('nothing says when it was added or changed');
    const coming = comingOf(target.value, releases, releaseAs);
    const reached = coming?.version ?? target.value.version;
    const problems = own.flatMap(
      (judged) =>
        (judged.slot.kind === 'removal' ? dueOf(judged, reached) : problemOf(judged, coming)) ?? [],
    );
    return failIf(problems, `${count(own.length, 'note')} of versions`);
  },
});

const KINDS = new Set(['version-directive', 'removal']);

/** What was to be removed in a version that is here, or coming. */
function dueOf({ slot }: JudgedSlot, reached: Version): Problem | undefined {
  const removal = slot.version === undefined ? undefined : parseVersion(slot.version);
  // A pre-release of the version has still time.
  const limit = parseVersion(finalOf(reached)) ?? reached;
  if (removal === undefined || compareVersions(removal, limit) > 0) return undefined;
  return {
    message: `Unexpected \`${slot.written}\` in ${slot.what} as the version of the removal, expected one after \`${reached.canonical}\`: the removal is due`,
    place: slot.place,
    remedy: 'remove what is described, or name the version that is to remove it',
  };
}

interface Coming {
  readonly version: Version;
  /** True where it is released now, by option or by a tag at this commit. */
  readonly now: boolean;
}

/**
 * The coming release, where it is known. A declared version that was tagged at an earlier commit is the last one, and
 * nothing says what comes after it.
 */
function comingOf(
  { version, from }: Target,
  releases: Fact<readonly Release[]>,
  releaseAs: Fact<Version>,
): Coming | undefined {
  if (releaseAs.known) return { version: releaseAs.value, now: true };
  if (from === 'option') return { version, now: false };
  if (!releases.known) return undefined;
  const made = releases.value.find((release) => compareVersions(release.version, version) === 0);
  if (made?.here === true) return { version, now: true };
  return made === undefined && from === 'declared' ? { version, now: false } : undefined;
}

function problemOf(judged: JudgedSlot, coming: Coming | undefined): Problem | undefined {
  const { slot, verdict } = judged;
  if (verdict === 'not-a-version')
    return {
      message: `Unexpected \`${slot.written}\` in ${slot.what}, expected a version by PEP 440`,
      place: slot.place,
      remedy: 'name the version as it was released',
    };
  if (coming === undefined) return undefined;
  if (verdict === 'unreleased' && coming.now)
    return slotProblem(judged, coming.version, ', which is being released', { level: 'warning' });
  // What is to be deprecated or removed may be planned far ahead.
  if (verdict !== 'ahead' || !/versionadded|versionchanged/.test(slot.what)) return undefined;
  if (slot.version === coming.version.canonical) return undefined;
  return {
    message: `Unexpected \`${slot.written}\` in ${slot.what}, expected a version up to \`${coming.version.canonical}\`, the coming one`,
    place: slot.place,
    remedy: 'name the version that brings it',
  };
}
